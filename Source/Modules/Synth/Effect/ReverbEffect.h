// SPDX-License-Identifier: GPL-3.0-or-later
// A room of sixteen delays that feed one another, eight to a register; the shortest is long enough to be read eight frames at a time.
#pragma once

#include "Modules/Synth/Effect/BlockMemory.h"
#include "Modules/Synth/Effect/EffectUnit.h"

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
        BlockMemory<Lanes::size> delays, diffusers;
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
    using Rows = std::array<Lanes, Lanes::size>; ///< Eight frames of eight delays, or the other way round.

    /** Eight frames of both halves. */
    struct Block
    {
        std::array<Rows, 2> ago, heard, diffused;
        Rows rows; ///< What is heard of the room: left and right twice.
    };

    void turnDrift (Block&, int frame) noexcept;
    void hear (Block&) const noexcept;
    Lanes diffuse (Lanes in, Lanes past, Lanes heard, Lanes& kept) const noexcept;
    Lanes coloured (Half&, Lanes x, Lanes lowAmount, Lanes highAmount) const noexcept;
    void mix (Block&, const Stereo* in, int frame) noexcept;
    void feed (const Block&) noexcept;
    Lanes pausesOf (int channel) const noexcept;
    void play (const Block&, float* sound, int frame) noexcept;

    std::array<Half, 2> halves;
    std::array<dsp::Integers<8>, 2> diffusion {};
    BlockMemory<2> pause;
    OnePole<Lanes> preLow, preHigh;
    Tone tone {};
    Walk<Lanes> wet, dry, lowAmount, highAmount, drift;
    Lanes driftPhasor { 0.0f }, driftTurn { 0.0f }, driftCross { 0.0f }; ///< Cosines of four angles, then their sines.
    float driftPhase = 0;
    Stereo pauseNow { 3.0f }, pauseStep { 0.0f }, pauseStepStep { 0.0f };
    double rate = 88'200;
    bool isFresh = true;
};

} // namespace athanor::synth
