// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/ReverbEffect.h"

#include "Modules/Synth/Filter/CombMemory.h"

#include <bit>
#include <cmath>

namespace athanor::synth
{

namespace
{
constexpr double baseRate = 44'100;

// The lengths of Vital's room, in frames at 44.1 kHz.
constexpr std::array<Lanes, 2> lengths {
    Lanes (Lanes::Floats { 6753.2f, 9278.4f, 7704.5f, 11328.5f, 9701.12f, 5512.5f, 8480.45f, 5638.65f }),
    Lanes (Lanes::Floats { 3120.73f, 3429.5f, 3626.37f, 7713.52f, 4521.54f, 6518.97f, 5265.56f, 5630.25f }),
};

constexpr std::array<dsp::Integers<8>, 2> diffuserLengths {
    dsp::Integers<8> { 1001, 799, 933, 876, 895, 807, 907, 853 },
    dsp::Integers<8> { 957, 1019, 711, 567, 833, 779, 663, 997 },
};

constexpr float widestDrift = 2500.0f;                             // Frames at 44.1 kHz.
constexpr float shortestBefore = 3.0f, longestBefore = 192'000.0f; // Frames of the pre-delay.
constexpr float shortestDelay = 16.0f;                             // Frames: more than a block.
constexpr int longestBlock = 16;

/** How many times as much memory a rate takes: a power of two. */
int memoryScale (double sampleRate)
{
    return static_cast<int> (std::bit_ceil (static_cast<unsigned> (std::ceil (sampleRate / baseRate))));
}

/** Sideways neighbours: 1 0 3 2 … */
Lanes swappedPairs (Lanes x) noexcept
{
    return __builtin_shufflevector (x.value, x.value, 1, 0, 3, 2, 5, 4, 7, 6);
}

Lanes swappedHalves (Lanes x) noexcept
{
    return __builtin_shufflevector (x.value, x.value, 4, 5, 6, 7, 0, 1, 2, 3);
}

/** In each lane the sum of its four. */
Lanes sumOfFour (Lanes x) noexcept
{
    const auto pairs = x + swappedPairs (x);
    return pairs + Lanes (__builtin_shufflevector (pairs.value, pairs.value, 2, 3, 0, 1, 6, 7, 4, 5));
}

/** Every delay hears all sixteen: those in its row and its column half as much and turned over, all together a quarter. */
[[gnu::always_inline]] inline void blend (Lanes& one, Lanes& two) noexcept
{
    const auto both = one + two;
    const auto columns = both + swappedHalves (both);
    const auto common = dsp::fma (columns, -0.5f, sumOfFour (columns) * 0.25f);
    one = one + dsp::fma (sumOfFour (one), -0.5f, common);
    two = two + dsp::fma (sumOfFour (two), -0.5f, common);
}

/** A cubic through four neighbours (Lagrange), between the second and the third. */
Lanes between (const std::array<Lanes, 4>& n, Lanes t) noexcept
{
    const auto before = t + 1.0f, to = t - 1.0f, next = t - 2.0f;
    const auto outer = dsp::fma (n[1], before * 0.5f, n[0] * (t * (-1.0f / 6.0f)));
    const auto inner = dsp::fma (n[3], to * (1.0f / 6.0f), n[2] * (next * -0.5f));
    return dsp::fma (outer, to * next, inner * (before * t));
}
} // namespace

void ReverbEffect::prepare (double sampleRate)
{
    rate = sampleRate;
    const auto scale = memoryScale (sampleRate);

    for (std::size_t i = 0; i < halves.size(); ++i)
    {
        halves[i].delays = BlockMemory<Lanes::size> ((scale << 15) - longestBlock);
        halves[i].diffusers = BlockMemory<Lanes::size> (scale << 10);

        // A diffuser reads its sideways neighbour's memory, as far back as that one's length says.
        const auto& own = diffuserLengths[i];
        diffusion[i] = __builtin_shufflevector (own, own, 1, 0, 3, 2, 5, 4, 7, 6) * scale;
    }

    pause = BlockMemory<2> (static_cast<int> (longestBefore) + longestBlock);
}

void ReverbEffect::reset() noexcept
{
    for (auto& half : halves)
    {
        half.delays.clear();
        half.diffusers.clear();
        half.lowShelf.reset();
        half.highShelf.reset();
    }

    pause.clear();
    preLow.reset();
    preHigh.reset();
    isFresh = true;
}

int ReverbEffect::longestPause() const noexcept
{
    return static_cast<int> (pauseNow[0] + 2.0f * 13'000.0f * static_cast<float> (rate / baseRate) * 2.0f);
}

void ReverbEffect::skip (const EffectTurn& turn, const EffectValues& values) noexcept
{
    driftPhase += values.scaled (Control::reverb_chorus_frequency)[0] * turn.perSecond (static_cast<float> (turn.frames));
    driftPhase -= std::floor (driftPhase);
}

void ReverbEffect::aimRoom (const EffectTurn& turn, const EffectValues& values) noexcept
{
    const auto ratio = static_cast<float> (turn.sampleRate / baseRate);
    const auto size = dsp::exp2 (values[Control::reverb_size] * 4.0f - 3.0f)[0];
    const auto seconds = dsp::clamp (values.scaled (Control::reverb_decay_time), Stereo (0.1f), Stereo (100.0f))[0];
    auto shortest = Lanes (1e9f);

    for (std::size_t i = 0; i < halves.size(); ++i)
    {
        auto& half = halves[i];
        const auto decay = dsp::exp2 (lengths[i] * (size / (seconds * static_cast<float> (baseRate)) * -9.96578428f)); // 60 dB in that time.
        half.length = lengths[i] * (size * ratio);
        shortest = dsp::min (shortest, half.length);

        if (isFresh)
            half.decay.set (decay);
        else
            half.decay.aim (decay, turn.frames);
    }

    // Each column of four delays drifts as far as its shortest allows.
    shortest = dsp::min (shortest, swappedHalves (shortest));
    const auto drifts = dsp::min (Lanes (values.scaled (Control::reverb_chorus_amount)[0] * widestDrift * ratio), shortest - 32.0f) * size;

    if (isFresh)
        drift.set (drifts);
    else
        drift.aim (drifts, turn.frames);

    const auto perFrame = turn.perSecond (values.scaled (Control::reverb_chorus_frequency)[0]);
    const Lanes sixteenths (Lanes::Floats { 0, 1, 2, 3, 0, 1, 2, 3 }), quarter (Lanes::Floats { 0, 0, 0, 0, -0.25f, -0.25f, -0.25f, -0.25f });
    driftPhasor = dsp::cosine (sixteenths * 0.0625f + quarter + driftPhase);
    driftTurn = dsp::cosine (Lanes (perFrame));
    driftCross = dsp::sine (Lanes (perFrame)) * Lanes (Lanes::Floats { -1, -1, -1, -1, 1, 1, 1, 1 });
}

void ReverbEffect::aimPause (const EffectTurn& turn, const EffectValues& values) noexcept
{
    // The pre-delay is drawn towards its target like a mass on a spring.
    constexpr float pull = 0.05f;
    const auto frames = static_cast<float> (turn.frames);
    const auto target = dsp::clamp (values[Control::reverb_delay] * static_cast<float> (turn.sampleRate), Stereo (shortestBefore), Stereo (longestBefore));

    if (isFresh)
    {
        pauseNow = target;
        pauseStep = Stereo (0.0f);
    }

    const auto missing = dsp::mix (pauseNow, target, Stereo (pull)) - (pauseNow + pauseStep * frames);
    pauseStepStep = missing * (pull / (0.5f * frames * frames));
}

void ReverbEffect::aim (const EffectTurn& turn, const EffectValues& values) noexcept
{
    const auto aimAt = [&]<typename S> (Walk<S>& walk, S target) {
        if (isFresh)
            walk.set (target);
        else
            walk.aim (target, turn.frames);
    };

    const auto gainOf = [&] (Control cutoff) { return onePoleGain (pitchToShare (widened (values[cutoff]), turn.sampleRate)); };
    tone = { gainOf (Control::reverb_low_shelf_cutoff), gainOf (Control::reverb_high_shelf_cutoff), gainOf (Control::reverb_pre_low_cutoff), gainOf (Control::reverb_pre_high_cutoff) };
    aimAt (wet, widened (wetGain (values[Control::reverb_dry_wet])));
    aimAt (dry, widened (dryGain (values[Control::reverb_dry_wet])));
    aimAt (lowAmount, 1.0f - dsp::decibelsToGain (widened (values[Control::reverb_low_shelf_gain])));
    aimAt (highAmount, dsp::decibelsToGain (widened (values[Control::reverb_high_shelf_gain])));
    aimRoom (turn, values);
    aimPause (turn, values);
    isFresh = false;
}

/** How far each delay is read back in a frame of the block. */
[[gnu::always_inline]] inline void ReverbEffect::turnDrift (Block& block, int frame) noexcept
{
    driftPhasor = dsp::fma (swappedHalves (driftPhasor), driftCross, driftPhasor * driftTurn);
    const auto& d = driftPhasor.value;
    const auto reach = drift.at (frame);
    const std::array<Lanes, 2> drifts { Lanes (__builtin_shufflevector (d, (-driftPhasor).value, 0, 1, 2, 3, 8, 9, 10, 11)) * reach,
                                        Lanes (__builtin_shufflevector (d, (-driftPhasor).value, 4, 5, 6, 7, 12, 13, 14, 15)) * reach };

    const auto farthest = static_cast<float> (halves[0].delays.farthest() - 8);
    const auto place = static_cast<std::size_t> (frame % Lanes::size);

    for (std::size_t i = 0; i < 2; ++i)
        block.ago[i][place] = dsp::clamp (halves[i].length + drifts[i], Lanes (shortestDelay), Lanes (farthest)) - 2.0f;
}

/** What comes out of the delays and of the diffusers' neighbours. */
[[gnu::always_inline]] inline void ReverbEffect::hear (Block& block) const noexcept
{
    for (std::size_t i = 0; i < 2; ++i)
    {
        const auto ago = dsp::transposed (block.ago[i]);
        Rows heard, diffused;

        dsp::unrolled<Lanes::size> ([&] (auto line) {
            const auto whole = dsp::floor (ago[line]);
            heard[line] = between (halves[i].delays.neighbours (line, dsp::toIntegers<8> (whole) + 3), whole - ago[line] + 1.0f);
            diffused[line] = halves[i].diffusers.past (line ^ 1u, diffusion[i][line()] + 1);
        });

        block.heard[i] = dsp::transposed (heard);
        block.diffused[i] = dsp::transposed (diffused);
    }
}

[[gnu::always_inline]] inline Lanes ReverbEffect::diffuse (Lanes in, Lanes past, Lanes heard, Lanes& kept) const noexcept
{
    constexpr float feedback = 0.6f;
    const auto into = dsp::fma (past, -feedback, heard);
    kept = in + into;
    return dsp::fma (into, feedback, past);
}

[[gnu::always_inline]] inline Lanes ReverbEffect::coloured (Half& half, Lanes x, Lanes low, Lanes high) const noexcept
{
    const auto dull = half.highShelf.low (x, tone.highGain);
    const auto shelved = dsp::fma (x - dull, high, dull);
    return shelved - half.lowShelf.low (shelved, tone.lowGain) * low;
}

/** From what is heard to what is fed, frame by frame. */
[[gnu::always_inline]] inline void ReverbEffect::mix (Block& block, const Stereo* in, int start) noexcept
{
    for (int frame = 0; frame < Lanes::size; ++frame)
    {
        const auto place = static_cast<std::size_t> (frame);
        const auto both = widened (in[frame]);
        const auto fed = (preLow.low (both, tone.preLowGain) - preHigh.low (both, tone.preHighGain)) * 0.25f;
        const auto low = lowAmount.at (start + frame), high = highAmount.at (start + frame);
        std::array<Lanes, 2> x, stored;

        for (std::size_t i = 0; i < 2; ++i)
            x[i] = diffuse (fed, block.diffused[i][place], block.heard[i][place], block.diffused[i][place]);

        blend (x[0], x[1]);
        Lanes heard (0.0f);

        for (std::size_t i = 0; i < 2; ++i)
        {
            x[i] = coloured (halves[i], x[i], low, high);
            stored[i] = block.heard[i][place] = halves[i].decay.at (start + frame) * x[i];
            heard = heard + x[i];
        }

        blend (stored[0], stored[1]);

        for (std::size_t i = 0; i < 2; ++i)
            heard = dsp::fma (stored[i] * halves[i].decay.at (start + frame), 0.125f, heard);

        const auto rows = heard + swappedHalves (heard);
        block.rows[place] = rows + Lanes (__builtin_shufflevector (rows.value, rows.value, 2, 3, 0, 1, 6, 7, 4, 5));
    }
}

[[gnu::always_inline]] inline void ReverbEffect::feed (const Block& block) noexcept
{
    for (std::size_t i = 0; i < 2; ++i)
    {
        halves[i].delays.push (dsp::transposed (block.heard[i]));
        halves[i].diffusers.push (dsp::transposed (block.diffused[i]));
    }
}

/** How long the pre-delay is in each of the next eight frames. */
[[gnu::always_inline]] inline Lanes ReverbEffect::pausesOf (int channel) const noexcept
{
    const Lanes steps (Lanes::Floats { 0, 1, 2, 3, 4, 5, 6, 7 }), stepsOfSteps (Lanes::Floats { 0, 1, 3, 6, 10, 15, 21, 28 });
    const auto straight = dsp::fma (steps, Lanes (pauseStep[channel]), Lanes (pauseNow[channel]));
    return dsp::clamp (dsp::fma (stepsOfSteps, Lanes (pauseStepStep[channel]), straight), Lanes (shortestBefore), Lanes (longestBefore));
}

/** The room after its pre-delay, beside the dry sound. */
[[gnu::always_inline]] inline void ReverbEffect::play (const Block& block, float* sound, int start) noexcept
{
    const auto rows = dsp::transposed (block.rows);
    std::array<Lanes, 2> late;
    pause.push ({ rows[0], rows[1] });

    dsp::unrolled<2> ([&] (auto channel) {
        const auto past = pausesOf (channel), nearest = dsp::floor (past);
        const auto weights = cubicWeights (nearest - past + 1.0f);
        const auto n = pause.neighbours (channel, dsp::toIntegers<8> (nearest) + (2 + Lanes::size));
        late[channel] = weights[0] * n[0] + weights[1] * n[1] + weights[2] * n[2] + weights[3] * n[3];
    });

    pauseNow = dsp::clamp (pauseNow + pauseStep * 8.0f + pauseStepStep * 36.0f, Stereo (shortestBefore), Stereo (longestBefore));
    pauseStep += pauseStepStep * 8.0f;

    const auto one = __builtin_shufflevector (late[0].value, late[1].value, 0, 8, 1, 9, 4, 12, 5, 13);
    const auto two = __builtin_shufflevector (late[0].value, late[1].value, 2, 10, 3, 11, 6, 14, 7, 15);
    const std::array<Lanes, 2> pairs { Lanes (__builtin_shufflevector (one, two, 0, 1, 2, 3, 8, 9, 10, 11)), Lanes (__builtin_shufflevector (one, two, 4, 5, 6, 7, 12, 13, 14, 15)) };

    dsp::unrolled<2> ([&] (auto half) {
        const auto frames = Lanes (Lanes::Floats { 0, 0, 1, 1, 2, 2, 3, 3 }) + static_cast<float> (start + static_cast<int> (4 * half));
        Lanes now;
        std::memcpy (&now, sound + Lanes::size * half, sizeof now);
        now = wet.at (frames) * pairs[half] + dry.at (frames) * now;
        std::memcpy (sound + Lanes::size * half, &now, sizeof now);
    });
}

void ReverbEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    aim (turn, values);

    for (int start = 0; start < turn.frames; start += Lanes::size)
    {
        Block block;

        for (int frame = start; frame < start + Lanes::size; ++frame)
            turnDrift (block, frame);

        hear (block);
        mix (block, &sound[start], start);
        feed (block);
        play (block, reinterpret_cast<float*> (&sound[start]), start);
    }

    skip (turn, values);
}

} // namespace athanor::synth
