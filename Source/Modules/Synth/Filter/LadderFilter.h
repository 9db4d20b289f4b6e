// SPDX-License-Identifier: GPL-3.0-or-later
// Four poles in a row, each saturating, with a loop around them all; its styles are mixes of what the rungs say.
#pragma once

#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

class LadderFilter
{
public:
    void reset (dsp::Mask<8> lanes) noexcept;
    void process (const Turn&, const FilterSettings&, Cutoff&, const Buffer& in, Buffer& out) noexcept;

private:
    static constexpr int rungs = 4;
    using Scales = std::array<Lanes, rungs + 1>; ///< Of the input and of each rung.

    struct Coefficients
    {
        Lanes gain, resonance, drive;
        Scales scales;
    };

    void aim (const Turn&, const FilterSettings&) noexcept;
    static Scales scalesOf (const FilterSettings&) noexcept;
    bool isSteady() const noexcept;
    Coefficients derive (Lanes gain, int frame) const noexcept;
    Lanes tick (Lanes in, const Coefficients&) noexcept;

    Walk<Lanes> resonance, drive, level;
    std::array<Walk<Lanes>, rungs + 1> scales;
    std::array<SaturatedOnePole<Lanes, gentleRise<8>>, rungs> ladder;
};

} // namespace athanor::synth
