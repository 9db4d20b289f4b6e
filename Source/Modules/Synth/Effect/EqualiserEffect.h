// SPDX-License-Identifier: GPL-3.0-or-later
// Three bands in a row: a shelf or high pass, a bell or notch, a shelf or low pass.
#pragma once

#include "Modules/Synth/Effect/EffectUnit.h"

namespace athanor::synth
{

/** A state-variable filter for both channels whose settings walk. */
class StereoBand
{
public:
    struct Target
    {
        Stereo pitch, damping, low, band, high;
    };

    void reset() noexcept;
    void aim (const EffectTurn&, const Target&) noexcept;

    /** After aim(), for frames of one turn in turn. */
    void process (const EffectTurn&, StereoBuffer& sound) noexcept;

private:
    Walk<Lanes> pitch, damping, in, band, low;
    Svf<Lanes> filter;
    bool isFresh = true;
};

/** Its bands lie beside each other in pairs of lanes; each hears what the one before it said four frames ago, so that none has to
    wait for another. */
class EqualiserEffect final : public EffectUnit
{
public:
    void reset() noexcept override;
    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;

private:
    struct Run;

    void aim (const EffectTurn&, const EffectValues&) noexcept;
    Svf<Lanes>::Shape shapeAt (Lanes frames, double sampleRate) const noexcept;

    Walk<Lanes> pitch, damping, in, band, low;
    Svf<Lanes> filter;
    std::array<bool, 3> wasPass {};
    bool isFresh = true;
};

} // namespace athanor::synth
