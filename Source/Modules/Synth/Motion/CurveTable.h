// SPDX-License-Identifier: GPL-3.0-or-later
// A drawn curve, sampled once so that reading it costs the same however many points it has.
#pragma once

#include "Modules/Synth/Motion/Bend.h"
#include "Patch/PatchSpec.h"

#include <vector>

namespace athanor::synth
{

class CurveTable
{
public:
    static constexpr int size = 2048;

    explicit CurveTable (const PatchLine&);

    /** Its height at x from 0 to 1, smooth between the samples; beyond the ends, the ends. */
    Lanes at (Lanes x) const noexcept;

    /** A mapping that changes nothing. */
    bool isStraight() const noexcept { return straight; }

private:
    std::vector<float> values; ///< One before the first, two after the last.
    bool straight;
};

} // namespace athanor::synth
