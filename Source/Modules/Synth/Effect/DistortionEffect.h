// SPDX-License-Identifier: GPL-3.0-or-later
// Six ways of bending a wave, with a filter before or behind it.
#pragma once

#include "Modules/Synth/Effect/EqualiserEffect.h"

namespace athanor::synth
{

class DistortionEffect final : public EffectUnit
{
public:
    enum class Shape { softClip,
                       hardClip,
                       fold,
                       sineFold,
                       crush,
                       downSample };

    void reset() noexcept override;
    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;
    void skip (const EffectTurn&, const EffectValues&) noexcept override;

    int longestPause() const noexcept override { return 4'096; }

private:
    void filter (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept;
    void shape (const EffectTurn&, Shape, StereoBuffer& sound) noexcept;
    void aim (const EffectTurn&, const EffectValues&) noexcept;
    void setShape (Shape) noexcept;
    void downSample (const EffectTurn&, StereoBuffer& sound) noexcept;

    template <typename Scale, typename Bend>
    void bend (int frames, StereoBuffer& sound, Scale scale, Bend bendOne) noexcept;

    Walk<Stereo> drive, mix; ///< Drive in dB.
    StereoBand band;
    Stereo held { 0.0f }, since { 0.0f };
    int before = -1;
    bool isFresh = true;
};

} // namespace athanor::synth
