// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Lanes.h"

#include <span>
#include <utility>

namespace athanor::dsp
{

/** The highest sample since somebody last looked. */
template <typename S>
class Peak
{
public:
    void reset() noexcept { highest = S (0.0f); }

    void process (std::span<const S> frames) noexcept
    {
        for (const auto frame : frames)
            highest = max (highest, abs (frame));
    }

    /** The peak since the last call, as a gain, lane by lane; starts anew. */
    S take() noexcept { return std::exchange (highest, S (0.0f)); }

private:
    S highest { 0.0f };
};

} // namespace athanor::dsp
