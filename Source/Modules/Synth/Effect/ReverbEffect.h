// SPDX-License-Identifier: GPL-3.0-or-later
// A room of sixteen delays that feed one another, eight to a register.
#pragma once

#include "Modules/Synth/Effect/EffectUnit.h"
#include "Modules/Synth/Effect/StereoMemory.h"
#include "Modules/Synth/Filter/CombMemory.h"

namespace athanor::synth
{

class ReverbEffect final : public EffectUnit
{
public:
    void prepare (double sampleRate) override;
    void reset() noexcept override;
    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;
    void skip (const EffectTurn&, const EffectValues&) noexcept override;
    int longestPause() const noexcept override;

private:
    /** Two rows of four delays each: lanes 0-3 and 4-7. */
    struct Half
    {
        std::unique_ptr<CombMemory> delays, diffusers;
        OnePole<Lanes> lowShelf, highShelf;
        Walk<Lanes> decay;
        Lanes length { 0.0f };
    };

    /** What is the same for a whole turn. */
    struct Tone
    {
        Lanes lowGain, highGain, preLowGain, preHighGain;
    };

    void aim (const EffectTurn&, const EffectValues&) noexcept;
    void aimRoom (const EffectTurn&, const EffectValues&) noexcept;
    void aimPause (const EffectTurn&, const EffectValues&) noexcept;
    void turnDrift() noexcept;
    Lanes diffused (Half&, std::size_t which, Lanes in, Lanes heard) const noexcept;
    Lanes coloured (Half&, Lanes x, Lanes lowAmount, Lanes highAmount) const noexcept;
    Stereo tick (Stereo in, int frame) noexcept;

    std::array<Half, 2> halves;
    std::array<dsp::Integers<8>, 2> diffusion {};
    StereoMemory pause;
    OnePole<Lanes> preLow, preHigh;
    Tone tone {};
    Walk<Stereo> wet, dry;
    Walk<Lanes> lowAmount, highAmount, drift;
    Lanes driftPhasor { 0.0f }, driftTurn { 0.0f }, driftCross { 0.0f }; ///< Cosines of four angles, then their sines.
    float driftPhase = 0;
    Stereo pauseNow { 3.0f }, pauseStep { 0.0f }, pauseStepStep { 0.0f };
    double rate = 88'200;
    bool isFresh = true;
};

} // namespace athanor::synth
