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

void Crossover::prepare (double hertz, double sampleRate, dsp::Mask<8> isUpper) noexcept
{
    const auto warp = 1 / std::tan (std::numbers::pi * hertz / sampleRate), square = warp * warp;
    const auto times = 1 / (1 + std::numbers::sqrt2 * warp + square);
    const auto low = static_cast<float> (times), high = static_cast<float> (square * times);
    forward = { dsp::select (isUpper, Lanes (high), Lanes (low)), dsp::select (isUpper, Lanes (-2 * high), Lanes (2 * low)),
                dsp::select (isUpper, Lanes (high), Lanes (low)) };
    back1 = static_cast<float> (-2 * (1 - square) * times);
    back2 = static_cast<float> (-(1 - std::numbers::sqrt2 * warp + square) * times);
}

void Crossover::reset() noexcept
{
    sections = {};
}

inline Lanes Crossover::Section::tick (Lanes in, const Crossover& c) noexcept
{
    const auto ahead = dsp::fma (in2, c.forward[2], dsp::fma (in1, c.forward[1], in * c.forward[0]));
    const auto out = dsp::fma (out1, c.back1, dsp::fma (out2, c.back2, ahead));
    in2 = in1;
    in1 = in;
    out2 = out1;
    out1 = out;
    return out;
}

inline Lanes Crossover::tick (Lanes in) noexcept
{
    return sections[1].tick (sections[0].tick (in, *this), *this);
}

void CompressorEffect::prepare (double sampleRate)
{
    // The first one gives the low band and the rest, the second one the lower halves of both and then the upper ones.
    lowSplit.prepare (120, sampleRate, { dsp::Integers<8> { 0, 0, -1, -1, 0, 0, 0, 0 } });
    highSplit.prepare (2'500, sampleRate, { dsp::Integers<8> { 0, 0, 0, 0, -1, -1, -1, -1 } });
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
    press.aboveOctaves = dsp::log2 (press.above);
    press.belowOctaves = dsp::log2 (press.below);
    return press;
}

/** Where a band is not split off, its lanes are silent, or belong to its neighbour. */
template <CompressorEffect::Bands bands>
inline Lanes CompressorEffect::split (Stereo in) noexcept
{
    const auto both = widened (in), none = Lanes (0.0f);
    const auto only = [&] (dsp::Integers<8> lanes) { return dsp::select ({ lanes }, both, none); };

    if constexpr (bands == Bands::one)
        return only (dsp::Integers<8> { 0, 0, -1, -1, 0, 0, 0, 0 });

    if constexpr (bands == Bands::high)
        return highSplit.tick (only (dsp::Integers<8> { 0, 0, -1, -1, -1, -1, 0, 0 }));

    const auto lowAndRest = lowSplit.tick (only (dsp::Integers<8> { -1, -1, -1, -1, 0, 0, 0, 0 })).value;

    if constexpr (bands == Bands::low)
        return lowAndRest;

    // The low band goes through the upper crossover as well and is put together again, so that its phase stays with the others'.
    const auto halves = highSplit.tick (__builtin_shufflevector (lowAndRest, lowAndRest, 0, 1, 2, 3, 0, 1, 2, 3)).value;
    return Lanes (__builtin_shufflevector (halves, none.value, 0, 1, 2, 3, 8, 8, 8, 8)) + Lanes (__builtin_shufflevector (halves, none.value, 4, 5, 8, 8, 6, 7, 8, 8));
}

inline void CompressorEffect::follow (Lanes in, const Press& p) noexcept
{
    const auto square = in * in;
    const auto followed = [&] (Lanes envelope) {
        const auto rises = square > envelope;
        return dsp::fma (envelope, dsp::select (rises, p.attack, p.release), square) * dsp::select (rises, p.attackTimes, p.releaseTimes);
    };

    loud = dsp::max (followed (loud), p.above);
    quiet = dsp::min (followed (quiet), p.below);
}

inline Lanes CompressorEffect::gainOf (Lanes loudNow, Lanes quietNow, const Press& p) const noexcept
{
    const auto down = (p.aboveOctaves - dsp::log2 (loudNow)) * p.aboveRatio;
    const auto up = p.belowOctaves - dsp::log2 (dsp::max (quietNow, Lanes (1e-30f)));
    return dsp::min (dsp::exp2 (dsp::fma (up, p.belowRatio, down)), Lanes (32.0f));
}

/** In three steps, for only the first two have to wait for the frame before. */
template <CompressorEffect::Bands bands>
void CompressorEffect::run (int frames, const Press& press, StereoBuffer& sound) noexcept
{
    constexpr int block = 32;
    std::array<Lanes, block> in, louds, quiets;

    for (int start = 0; start < frames; start += block)
    {
        for (int i = 0; i < block; ++i)
            in[static_cast<std::size_t> (i)] = split<bands> (sound[start + i]);

        for (std::size_t i = 0; i < block; ++i)
        {
            follow (in[i], press);
            louds[i] = loud;
            quiets[i] = quiet;
        }

        for (int i = 0; i < block; ++i)
        {
            const auto place = static_cast<std::size_t> (i);
            const auto pressed = in[place] * gainOf (louds[place], quiets[place], press);
            sound[start + i] = together (dsp::mix (in[place], pressed * level.at (start + i), mix.at (start + i)));
        }
    }
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

    switch (bands)
    {
        case Bands::three:
            return run<Bands::three> (turn.frames, press, sound);
        case Bands::low:
            return run<Bands::low> (turn.frames, press, sound);
        case Bands::high:
            return run<Bands::high> (turn.frames, press, sound);
        case Bands::one:
            return run<Bands::one> (turn.frames, press, sound);
    }
}

} // namespace athanor::synth
