// SPDX-License-Identifier: GPL-3.0-or-later
// How loud a sound is from moment to moment.
#pragma once

#include "Dsp/Sound.h"

#include <vector>

namespace athanor
{

/** Root mean squares of 20 ms, every 5 ms. */
struct LevelCurve
{
    explicit LevelCurve (const dsp::Sound&);

    double highest() const { return levels.empty() ? 0 : levels[top]; }

    /** Steps from there to the first that is, or is not, that high; to the end if there is none. */
    std::size_t stepsUntil (std::size_t from, double level, bool isReached) const;

    std::size_t step; ///< Frames.
    double seconds;   ///< Of a step.
    std::vector<double> levels;
    std::size_t top = 0; ///< The first place of many that are equally high.
};

} // namespace athanor
