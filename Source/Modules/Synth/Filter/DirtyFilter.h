// SPDX-License-Identifier: GPL-3.0-or-later
// Clean poles in front of a loop that distorts its own feedback.
#pragma once

#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

class DirtyFilter
{
public:
    void reset (dsp::Mask<8> lanes) noexcept;
    void process (const Turn&, const FilterSettings&, Cutoff&, const Buffer& in, Buffer& out) noexcept;

private:
    struct Coefficients
    {
        Lanes gain, drive, resonance, feed, level, cleanTimes;
        ChainWeights clean, driven;
    };

    void aim (const Turn&, const FilterSettings&) noexcept;
    bool isSteady() const noexcept;
    Coefficients derive (Lanes gain, int frame, bool isSpread) const noexcept;
    Lanes cleanTick (Lanes in, const Coefficients&) noexcept;
    Lanes drivenTick (Lanes in, const Coefficients&) noexcept;

    Walk<Lanes> resonance, drive, boost, scaledShare, scaledTimes, low, band, high;
    OnePole<Lanes> clean1, clean2, pass1, pass2;
    SaturatedOnePole<Lanes, softRise<8>> loop1, loop2;
};

} // namespace athanor::synth
