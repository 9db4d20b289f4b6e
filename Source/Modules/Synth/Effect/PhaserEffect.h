// SPDX-License-Identifier: GPL-3.0-or-later
// The phaser among the filters, swung by a triangle; and any voice filter on two channels.
#pragma once

#include "Modules/Synth/Effect/EffectUnit.h"
#include "Modules/Synth/Filter/PhaserFilter.h"

namespace athanor::synth
{

class PhaserEffect final : public EffectUnit
{
public:
    void reset() noexcept override;
    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;
    void skip (const EffectTurn&, const EffectValues&) noexcept override;

    void startAt (double seconds) noexcept override { swing.startAt (seconds); }

    int longestPause() const noexcept override { return 8'192; }

private:
    PhaserFilter filter { PhaserFilter::Taste::clean };
    Swing swing;
    Walk<Stereo> mix, centre, depth, offset;
    bool isFresh = true;
    Buffer in, out;
};

class FilterEffect final : public EffectUnit
{
public:
    void reset() noexcept override { isFresh = true; }

    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;

    int longestPause() const noexcept override { return 2 * 32'768; }

private:
    static constexpr std::size_t rampCount = 12;

    VoiceFilter filter;
    std::array<Stereo, rampCount> before;
    bool isFresh = true;
    Buffer in, out;
};

} // namespace athanor::synth
