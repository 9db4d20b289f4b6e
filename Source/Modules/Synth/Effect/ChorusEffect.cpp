// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/ChorusEffect.h"

#include "Modules/Synth/Effect/StereoDelay.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr float shortest = 9.0f; // Frames: more than a block.
} // namespace

void ChorusEffect::reset() noexcept
{
    for (auto& two : delays)
    {
        two.memory.clear();
        two.noHighs.reset();
        two.noLows.reset();
    }

    isFresh = true;
}

int ChorusEffect::pairsOf (const EffectValues& values) noexcept
{
    return std::clamp (values.choice (Control::chorus_voices), 1, 4);
}

void ChorusEffect::skip (const EffectTurn& turn, const EffectValues& values) noexcept
{
    swing.advance (turn, swingOf (turn, values, Control::chorus_frequency, Control::chorus_tempo, Control::chorus_sync));
    aim (turn, values, pairsOf (values));
}

Lanes ChorusEffect::hertzOf (const EffectValues& values, int first, int pairs) const noexcept
{
    constexpr float widestSwing = 0.03f; // seconds
    const auto one = widened (values.scaled (Control::chorus_delay_1)), two = widened (values.scaled (Control::chorus_delay_2));
    const Lanes isSecond (Lanes::Floats { 0, 0, 1, 1, 0, 0, 1, 1 }), isRight (Lanes::Floats { 0, 1, 0, 1, 0, 1, 0, 1 });

    // Pairs begin a quarter of a turn apart together, and their times close in on one another.
    Lanes pair (static_cast<float> (first));

    for (int lane = 4; lane < 8; ++lane)
        pair.set (lane, static_cast<float> (first + 1));

    const auto phase = widened (swing.turns()) + isRight * 0.25f + isSecond * 0.5f + pair * (0.25f / static_cast<float> (pairs));
    const auto swung = dsp::fma (dsp::sine (phase), 0.5f, 1.0f) * widened (values[Control::chorus_mod_depth]) * widestSwing;
    const auto own = dsp::mix (one, two, isSecond);
    const auto closeness = pairs > 1 ? pair * (1.0f / static_cast<float> (pairs - 1)) : Lanes (0.0f);
    const auto seconds = swung + dsp::mix (own, (one + two) * 0.5f, closeness);
    return 1.0f / dsp::max (seconds, Lanes (0.00001f));
}

void ChorusEffect::aim (const EffectTurn& turn, const EffectValues& values, int pairs) noexcept
{
    const auto aimAt = [&]<typename S> (Walk<S>& walk, S target) {
        if (isFresh)
            walk.set (target);
        else
            walk.aim (target, turn.frames);
    };

    const DelayBand band (values[Control::chorus_cutoff], values[Control::chorus_spread], turn.sampleRate);
    aimAt (wet, wetGain (values[Control::chorus_dry_wet]));
    aimAt (dry, dryGain (values[Control::chorus_dry_wet]));
    aimAt (feedback, widened (values[Control::chorus_feedback]));
    aimAt (amount, widened (band.amount));
    aimAt (lowGain, widened (band.lowGain));
    aimAt (highGain, widened (band.highGain));

    const auto keep = Lanes (dsp::exp2 (-turn.perSecond (static_cast<float> (turn.frames)) / 0.02f));

    for (int i = 0; i < 2; ++i)
    {
        auto& two = delays[static_cast<std::size_t> (i)];
        const auto hertz = hertzOf (values, 2 * i, pairs);
        two.slowHertz = isFresh ? hertz : dsp::mix (hertz, two.slowHertz, keep);
        const auto target = dsp::clamp (static_cast<float> (turn.sampleRate) / two.slowHertz, Lanes (shortest), Lanes (static_cast<float> (two.memory.farthest() - Lanes::size)));
        aimAt (two.period, isFresh ? target : dsp::mix (two.period.end(), target, Lanes (0.5f)));
    }

    isFresh = false;
}

/** What the delays give back in the next eight frames. */
inline std::array<Lanes, Lanes::size> ChorusEffect::pastOf (const Delays& two, int start) const noexcept
{
    std::array<Lanes, Lanes::size> periods, past;

    dsp::unrolled<Lanes::size> ([&] (auto i) { periods[i] = two.period.at (start + static_cast<int> (i) - 1); });
    periods = dsp::transposed (periods);

    dsp::unrolled<Lanes::size> ([&] (auto line) {
        const auto period = periods[line], nearest = dsp::floor (period);
        const auto weights = cubicWeights (nearest - period + 1.0f);
        const auto n = two.memory.neighbours (line, dsp::toIntegers<8> (nearest) + 3);
        past[line] = dsp::fma (weights[3], n[3], dsp::fma (weights[2], n[2], dsp::fma (weights[1], n[1], weights[0] * n[0])));
    });

    return dsp::transposed (past);
}

void ChorusEffect::run (Delays& two, int frames, Lanes share, const StereoBuffer& in, StereoBuffer& out) noexcept
{
    auto high = two.noHighs, low = two.noLows;

    for (int start = 0; start < frames; start += Lanes::size)
    {
        auto block = pastOf (two, start);

        for (int i = 0; i < Lanes::size; ++i)
        {
            auto& past = block[static_cast<std::size_t> (i)];
            const auto x = (past * share).value;
            const auto pairs = __builtin_shufflevector (x, x, 0, 1, 2, 3) + __builtin_shufflevector (x, x, 4, 5, 6, 7);
            out[start + i] += Stereo (__builtin_shufflevector (pairs, pairs, 0, 1) + __builtin_shufflevector (pairs, pairs, 2, 3));

            const auto heard = roundedHigh (dsp::fma (past, feedback.at (start + i), widened (in[start + i])));
            const auto dull = high.low (heard * amount.at (start + i), lowGain.at (start + i));
            past = dull - low.low (dull, highGain.at (start + i));
        }

        two.memory.push (dsp::transposed (block));
    }

    two.noHighs = high;
    two.noLows = low;
}

void ChorusEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    skip (turn, values);
    const auto pairs = pairsOf (values);

    StereoBuffer chorus;
    chorus.clear (turn.frames);

    for (int first = 0; first < pairs; first += 2)
    {
        // A pair without a partner keeps its neighbour silent.
        const auto partner = first + 1 < pairs ? 0.5f : 0.0f;
        run (delays[static_cast<std::size_t> (first / 2)], turn.frames, Lanes::Floats { 0.5f, 0.5f, 0.5f, 0.5f, partner, partner, partner, partner }, sound, chorus);
    }

    for (int i = 0; i < turn.frames; ++i)
        sound[i] = dry.at (i) * sound[i] + wet.at (i) * chorus[i];
}

} // namespace athanor::synth
