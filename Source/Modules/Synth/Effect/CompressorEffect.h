// SPDX-License-Identifier: GPL-3.0-or-later
// Three bands that are each pressed down above one threshold and pulled up below another.
#pragma once

#include "Modules/Synth/Effect/EffectUnit.h"

namespace athanor::synth
{

/** Splits sound in two that add up to what went in, but for its phase (Linkwitz and Riley, fourth order). Some lanes give the lower
    half, the others the upper one. */
class Crossover
{
public:
    void prepare (double hertz, double sampleRate, dsp::Mask<8> isUpper) noexcept;
    void reset() noexcept;
    Lanes tick (Lanes in) noexcept;

private:
    /** One section of second order; each half is two of them in a row. */
    struct Section
    {
        Lanes in1 { 0.0f }, in2 { 0.0f }, out1 { 0.0f }, out2 { 0.0f };

        Lanes tick (Lanes in, const Crossover&) noexcept;
    };

    std::array<Lanes, 3> forward {};
    float back1 = 0, back2 = 0;
    std::array<Section, 2> sections;
};

class CompressorEffect final : public EffectUnit
{
public:
    void prepare (double sampleRate) override;
    void reset() noexcept override;
    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;

    void skip (const EffectTurn&, const EffectValues&) noexcept override { hasRested = true; }

    int longestPause() const noexcept override { return 4'096; }

private:
    enum class Bands { three,
                       low,
                       high,
                       one };

    /** For pairs of lanes: low, middle, high. */
    struct Press
    {
        Lanes attack, release, attackTimes, releaseTimes;
        Lanes above, below, aboveRatio, belowRatio;
        Lanes aboveOctaves, belowOctaves; ///< The thresholds once more, as powers of two.
    };

    Press pressOf (const EffectTurn&, const EffectValues&) const noexcept;
    void follow (Lanes in, const Press&) noexcept;
    Lanes gainOf (Lanes loudNow, Lanes quietNow, const Press&) const noexcept;

    template <Bands>
    Lanes split (Stereo in) noexcept;

    template <Bands>
    void run (int frames, const Press&, StereoBuffer& sound) noexcept;

    Crossover lowSplit, highSplit;
    Lanes loud { 0.0f }, quiet { 0.0f }; ///< Squared envelopes.
    Walk<Lanes> level, mix;
    int before = -1;
    bool isFresh = true, hasRested = false; ///< Whether there was silence before.
};

} // namespace athanor::synth
