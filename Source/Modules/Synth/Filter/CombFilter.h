// SPDX-License-Identifier: GPL-3.0-or-later
// A short delay that feeds itself through two one-poles: a comb, or a flanger of either sign.
#pragma once

#include "Modules/Synth/Filter/CombMemory.h"
#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

class CombFilter
{
public:
    CombFilter() : memory (25'000) {}

    void reset (dsp::Mask<8> lanes) noexcept;
    void process (const Turn&, const FilterSettings&, Cutoff&, const Buffer& in, Buffer& out) noexcept;

private:
    enum class Feedback { comb,
                          flangePlus,
                          flangeMinus };

    struct Coefficients
    {
        Lanes period, feedback, scale, lowGain, highGain, lowAmount, highAmount;
    };

    void aim (const Turn&, const FilterSettings&, Lanes pitch) noexcept;
    void aimFeedback (const Turn&, const FilterSettings&) noexcept;
    bool isSteady() const noexcept;
    Coefficients derive (Lanes period, int frame) const noexcept;

    template <Feedback>
    Lanes tick (Lanes in, const Coefficients&) noexcept;

    Walk<Lanes> feedback, scale, lowGain, highGain, lowAmount, highAmount;
    OnePole<Lanes> noHighs, noLows;
    CombMemory memory;
};

} // namespace athanor::synth
