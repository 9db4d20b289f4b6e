// SPDX-License-Identifier: GPL-3.0-or-later
// A clean state-variable filter whose output is rounded off where it gets loud; two of them in a row where it has 24 dB.
#pragma once

#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

class DigitalFilter
{
public:
    void reset (dsp::Mask<8> lanes) noexcept;
    void process (const Turn&, const FilterSettings&, Cutoff&, const Buffer& in, Buffer& out) noexcept;

private:
    struct Coefficients
    {
        Svf<Lanes>::Shape plain, resonant;
        SvfMix<Lanes> first, second;
        Lanes drive, level;
    };

    void aim (const Turn&, const FilterSettings&) noexcept;
    bool isSteady() const noexcept;
    Coefficients derive (Lanes gain, int frame, bool isSpread) const noexcept;

    struct MixWalk
    {
        Walk<Lanes> in, band, low;
    };

    Walk<Lanes> damping, drive, level;
    MixWalk mix, mirrored;
    Svf<Lanes> one, two;
};

} // namespace athanor::synth
