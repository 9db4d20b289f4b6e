// SPDX-License-Identifier: GPL-3.0-or-later
// Two one-poles in a loop that saturates: a Sallen-Key filter, doubled by a clean one before it where it has 24 dB.
#pragma once

#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

class AnalogFilter
{
public:
    void reset (dsp::Mask<8> lanes) noexcept;
    void process (const Turn&, const FilterSettings&, Cutoff&, const Buffer& in, Buffer& out) noexcept;

private:
    struct Coefficients
    {
        Lanes gain, rest; ///< `rest` is what the gain leaves to one.
        Lanes drive, feedback, cleanTimes;
        ChainWeights clean, driven;
    };

    void aim (const Turn&, const FilterSettings&) noexcept;
    bool isSteady() const noexcept;
    Coefficients derive (Lanes gain, int frame, bool isSpread) const noexcept;
    Lanes drivenTick (Lanes in, const Coefficients&) noexcept;
    Lanes cleanTick (Lanes in, const Coefficients&) noexcept;

    Walk<Lanes> resonance, drive, level, low, band, high;
    OnePole<Lanes> clean1, clean2, driven1, driven2;
};

} // namespace athanor::synth
