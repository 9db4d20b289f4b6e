// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve allpasses in a row, heard together with what went into them: notches, or peaks where they feed themselves.
#pragma once

#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

/** The phaser among the filters, and the heart of the phaser among the effects. */
class PhaserFilter
{
public:
    enum class Taste { driven, ///< The filter: its input saturates.
                       clean   ///< The effect: its feedback does.
    };

    explicit PhaserFilter (Taste t) : taste (t) {}

    void reset (dsp::Mask<8> lanes) noexcept;
    void process (const Turn&, const FilterSettings&, Cutoff&, const Buffer& in, Buffer& out) noexcept;

private:
    static constexpr std::size_t stagesPerPeak = 4;

    struct Coefficients
    {
        Lanes gain, lowGain, highGain, resonance, drive, peak1, peak3, peak5;
    };

    void aim (const Turn&, const FilterSettings&) noexcept;
    bool isSteady() const noexcept;
    Coefficients derive (Lanes gain, int frame) const noexcept;

    template <Taste>
    Lanes tick (Lanes in, Lanes sign, const Coefficients&) noexcept;

    Taste taste;
    Walk<Lanes> resonance, drive, peak1, peak3, peak5;
    std::array<OnePole<Lanes>, 3 * stagesPerPeak> stages;
    OnePole<Lanes> noHighs, noLows;
    Lanes last { 0.0f };
};

} // namespace athanor::synth
