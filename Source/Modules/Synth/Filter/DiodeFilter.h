// SPDX-License-Identifier: GPL-3.0-or-later
// Four poles that lean on one another, as diodes do, behind a high pass.
#pragma once

#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

class DiodeFilter
{
public:
    void reset (dsp::Mask<8> lanes) noexcept;
    void process (const Turn&, const FilterSettings&, Cutoff&, const Buffer& in, Buffer& out) noexcept;

private:
    struct Coefficients
    {
        Lanes gain, resonance, drive, level;
        Lanes highGain, highRest, highTimes, highAmount;
    };

    static Lanes withinOne (Lanes x) noexcept { return dsp::clamp (x, Lanes (-1.0f), Lanes (1.0f)); }

    void aim (const Turn&, const FilterSettings&) noexcept;
    bool isSteady() const noexcept;
    Coefficients derive (Lanes gain, int frame) const noexcept;
    Lanes highPass (Lanes in, const Coefficients&) noexcept;
    Lanes tick (Lanes in, Lanes loopGain, const Coefficients&) noexcept;

    Walk<Lanes> resonance, drive, level, highRatio, highAmount;
    OnePole<Lanes> high1, high2, loopLow, second, third;
    SaturatedOnePole<Lanes, warmClip<8>> first;
    SaturatedOnePole<Lanes, withinOne> fourth;
};

} // namespace athanor::synth
