// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/CompressorEffect.h"

#include <cmath>
#include <numbers>

namespace athanor::synth
{

namespace
{
/** One value for each band. */
Lanes perBand (float low, float middle, float high) noexcept
{
    return Lanes::Floats { low, low, middle, middle, high, high, 0, 0 };
}

Lanes perBand (Stereo low, Stereo middle, Stereo high) noexcept
{
    return Lanes::Floats { low[0], low[1], middle[0], middle[1], high[0], high[1], 0, 0 };
}

/** The bands that are heard, together. */
Stereo together (Lanes x) noexcept
{
    return Stereo (__builtin_shufflevector (x.value, x.value, 0, 1) + __builtin_shufflevector (x.value, x.value, 2, 3) + __builtin_shufflevector (x.value, x.value, 4, 5));
}

Lanes loudestSquareOf (const StereoBuffer& sound, int frames) noexcept
{
    Stereo loudest (0.0f);

    for (int i = 0; i < frames; ++i)
        loudest = dsp::max (loudest, sound[i] * sound[i]);

    return widened (loudest);
}
} // namespace

void Crossover::prepare (double hertz, double sampleRate) noexcept
{
    const auto warp = 1 / std::tan (std::numbers::pi * hertz / sampleRate), square = warp * warp;
    const auto times = 1 / (1 + std::numbers::sqrt2 * warp + square);
    const auto lowTimes = static_cast<float> (times), highTimes = static_cast<float> (square * times);
    low = { lowTimes, 2 * lowTimes, lowTimes };
    high = { highTimes, -2 * highTimes, highTimes };
    back1 = static_cast<float> (-2 * (1 - square) * times);
    back2 = static_cast<float> (-(1 - std::numbers::sqrt2 * warp + square) * times);
}

void Crossover::reset() noexcept
{
    sections = {};
}

inline Lanes Crossover::Section::tick (Lanes in, const std::array<float, 3>& forward, const Crossover& c) noexcept
{
    const auto ahead = dsp::fma (in2, forward[2], dsp::fma (in1, forward[1], in * forward[0]));
    const auto out = dsp::fma (out1, c.back1, dsp::fma (out2, c.back2, ahead));
    in2 = in1;
    in1 = in;
    out2 = out1;
    out1 = out;
    return out;
}

inline Crossover::Halves Crossover::tick (Lanes in) noexcept
{
    return { sections[1].tick (sections[0].tick (in, low, *this), low, *this), sections[3].tick (sections[2].tick (in, high, *this), high, *this) };
}

void CompressorEffect::prepare (double sampleRate)
{
    lowSplit.prepare (120, sampleRate);
    highSplit.prepare (2'500, sampleRate);
}

void CompressorEffect::reset() noexcept
{
    lowSplit.reset();
    highSplit.reset();
    loud = quiet = Lanes (0.0f);
    isFresh = true;
}

CompressorEffect::Press CompressorEffect::pressOf (const EffectTurn& turn, const EffectValues& values) const noexcept
{
    constexpr float fewest = 5.0f;
    const auto perMillisecond = static_cast<float> (turn.sampleRate / 1'000);
    const auto timesOf = [&] (Control c) { return dsp::exp (widened (values[c]) * 8.0f - 4.0f) * perMillisecond; };
    const auto squareOf = [] (Lanes decibels) { return dsp::decibelsToGain (decibels * 2.0f); };
    const auto bands = [&] (Control low, Control middle, Control high) { return perBand (values[low], values[middle], values[high]); };

    Press press;
    press.attack = dsp::max (timesOf (Control::compressor_attack) * perBand (2.8f, 1.4f, 0.7f), Lanes (fewest));
    press.release = dsp::max (timesOf (Control::compressor_release) * perBand (40.0f, 28.0f, 15.0f), Lanes (fewest));
    press.attackTimes = 1.0f / (press.attack + 1.0f);
    press.releaseTimes = 1.0f / (press.release + 1.0f);
    press.above = squareOf (bands (Control::compressor_low_upper_threshold, Control::compressor_band_upper_threshold, Control::compressor_high_upper_threshold));
    press.below = squareOf (bands (Control::compressor_low_lower_threshold, Control::compressor_band_lower_threshold, Control::compressor_high_lower_threshold));
    press.aboveRatio = 0.5f * bands (Control::compressor_low_upper_ratio, Control::compressor_band_upper_ratio, Control::compressor_high_upper_ratio);
    press.belowRatio = 0.5f * bands (Control::compressor_low_lower_ratio, Control::compressor_band_lower_ratio, Control::compressor_high_lower_ratio);
    return press;
}

/** Where a band is not split off, its lanes are silent, or belong to its neighbour. */
inline Lanes CompressorEffect::split (Stereo in, Bands bands) noexcept
{
    const auto both = widened (in);
    const auto first = [] (Lanes x) { return __builtin_shufflevector (x.value, Lanes (0.0f).value, 0, 1, 8, 8, 8, 8, 8, 8); };
    const auto second = [] (Lanes x) { return __builtin_shufflevector (x.value, Lanes (0.0f).value, 8, 8, 0, 1, 8, 8, 8, 8); };
    const auto third = [] (Lanes x) { return __builtin_shufflevector (x.value, Lanes (0.0f).value, 8, 8, 8, 8, 0, 1, 8, 8); };

    if (bands == Bands::one)
        return second (both);

    if (bands == Bands::high)
    {
        const auto halves = highSplit.tick (both);
        return Lanes (second (halves.low)) + Lanes (third (halves.high));
    }

    const auto halves = lowSplit.tick (both);
    const Lanes lowAndRest = Lanes (first (halves.low)) + Lanes (second (halves.high));

    if (bands == Bands::low)
        return lowAndRest;

    // The low band goes through the upper crossover as well and is put together again, so that its phase stays with the others'.
    const auto upper = highSplit.tick (lowAndRest);
    const Lanes rest = __builtin_shufflevector (upper.high.value, upper.high.value, 2, 3, 2, 3, 2, 3, 2, 3);
    return upper.low + Lanes (first (upper.high)) + Lanes (third (rest));
}

inline Lanes CompressorEffect::gainOf (Lanes in, const Press& p) noexcept
{
    const auto square = in * in;
    const auto follow = [&] (Lanes envelope) {
        const auto rises = square > envelope;
        return dsp::fma (envelope, dsp::select (rises, p.attack, p.release), square) * dsp::select (rises, p.attackTimes, p.releaseTimes);
    };

    loud = dsp::max (follow (loud), p.above);
    quiet = dsp::min (follow (quiet), p.below);
    const auto octaves = dsp::fma (dsp::log2 (p.above / loud), p.aboveRatio, dsp::log2 (p.below / dsp::max (quiet, Lanes (1e-30f))) * p.belowRatio);
    return dsp::min (dsp::exp2 (octaves), Lanes (32.0f));
}

void CompressorEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    const auto choice = values.choice (Control::compressor_enabled_bands);

    if (choice != before)
        reset();

    before = choice;
    const auto bands = static_cast<Bands> (choice);
    const auto press = pressOf (turn, values);
    const auto gains = dsp::decibelsToGain (perBand (values[Control::compressor_low_gain], values[Control::compressor_band_gain], values[Control::compressor_high_gain]));
    const auto amount = widened (values[Control::compressor_mix]);

    if (isFresh)
    {
        level.set (gains);
        mix.set (amount);
    }

    if (hasRested)
        quiet = Lanes (0.0f);
    else if (isFresh)
        quiet = loudestSquareOf (sound, turn.frames); // Else it would begin by pulling up as after a long silence.

    isFresh = hasRested = false;
    level.aim (gains, turn.frames);
    mix.aim (amount, turn.frames);

    for (int i = 0; i < turn.frames; ++i)
    {
        const auto in = split (sound[i], bands);
        const auto pressed = in * gainOf (in, press);
        sound[i] = together (dsp::mix (in, pressed * level.at (i), mix.at (i)));
    }
}

} // namespace athanor::synth
