// SPDX-License-Identifier: GPL-3.0-or-later
// Up to sixteen delays whose times swing: eight to a register.
#pragma once

#include "Modules/Synth/Effect/BlockMemory.h"
#include "Modules/Synth/Effect/EffectUnit.h"

namespace athanor::synth
{

class ChorusEffect final : public EffectUnit
{
public:
    void reset() noexcept override;
    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;
    void skip (const EffectTurn&, const EffectValues&) noexcept override;

    int longestPause() const noexcept override { return 2 * longest; }

private:
    static constexpr int longest = 15'361;

    /** Two pairs of delays. In each pair two of the left channel and two of the right. */
    struct Delays
    {
        BlockMemory<Lanes::size> memory { longest };
        OnePole<Lanes> noHighs, noLows;
        Lanes slowHertz { 2.0f };
        Walk<Lanes> period;
    };

    static int pairsOf (const EffectValues&) noexcept;
    Lanes hertzOf (const EffectValues&, int first, int pairs) const noexcept;
    void aim (const EffectTurn&, const EffectValues&, int pairs) noexcept;
    std::array<Lanes, Lanes::size> pastOf (const Delays&, int frame) const noexcept;
    void run (Delays&, int frames, Lanes share, const StereoBuffer& in, StereoBuffer& out) noexcept;

    std::array<Delays, 2> delays;
    Swing swing;
    Walk<Stereo> wet, dry;
    Walk<Lanes> feedback, amount, lowGain, highGain;
    bool isFresh = true;
};

} // namespace athanor::synth
