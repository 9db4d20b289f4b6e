// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Reverb/Room.h"

#include "Dsp/Channels.h"
#include "Dsp/Reverb/Hadamard.h"

#include <algorithm>

namespace athanor::dsp
{

namespace
{
/** Milliseconds of the lines at half size: near to a geometric series, with no two in a simple ratio. */
constexpr std::array<Voices::Floats, 2> lengths { Voices::Floats { 23.17f, 27.43f, 32.59f, 38.83f, 46.07f, 54.61f, 64.87f, 76.91f },
                                                  Voices::Floats { 25.21f, 29.89f, 35.51f, 42.29f, 50.17f, 59.53f, 70.57f, 83.83f } };

/** How fast each line moves, in turns a second. */
constexpr std::array<Voices::Floats, 2> speeds { Voices::Floats { 0.91f, 0.37f, 0.73f, 0.53f, 0.67f, 0.43f, 0.59f, 0.31f },
                                                 Voices::Floats { 0.47f, 0.83f, 0.41f, 0.61f, 0.29f, 0.71f, 0.35f, 0.57f } };

constexpr std::array<Voices::Floats, 2> starts { Voices::Floats { 0.00f, 0.57f, 0.21f, 0.83f, 0.41f, 0.07f, 0.69f, 0.33f },
                                                 Voices::Floats { 0.11f, 0.77f, 0.49f, 0.25f, 0.91f, 0.61f, 0.17f, 0.53f } };

/** Which line hears which channel, and which channel hears which line; the rows are orthogonal, so that left and right share nothing. */
constexpr Voices::Floats entersLeft { 1, 0, -1, 0, 1, 0, -1, 0 };
constexpr Voices::Floats entersRight { 0, 1, 0, -1, 0, 1, 0, -1 };
constexpr Voices::Floats leavesLeft { 1, 1, -1, -1, 1, -1, 1, -1 };
constexpr Voices::Floats leavesRight { 1, -1, 1, -1, -1, -1, 1, 1 };

constexpr std::array<std::array<float, 2>, 4> diffuserMilliseconds { { { 4.77f, 4.91f }, { 3.60f, 3.47f }, { 12.73f, 11.87f }, { 9.31f, 9.97f } } };

/** From a third to two and a half times the half-size lengths. */
float scaleOf (float size) noexcept { return 0.42f * exp2 (2.8f * size); }

constexpr float longestMilliseconds = 84 * 0.42f * 6.9645f + 2;
constexpr float motionMilliseconds = 0.8f;
constexpr float lowsBelow = 220;
} // namespace

void Room::prepare (double rate)
{
    sampleRate = static_cast<float> (rate);
    const auto milli = sampleRate / 1000;

    for (auto& group : lines)
        group.line.prepare (static_cast<int> (longestMilliseconds * milli) + 4);

    for (std::size_t i = 0; i < diffusers.size(); ++i)
    {
        diffusers[i].left = static_cast<int> (diffuserMilliseconds[i][0] * milli);
        diffusers[i].right = static_cast<int> (diffuserMilliseconds[i][1] * milli);
        diffusers[i].line.prepare (std::max (diffusers[i].left, diffusers[i].right));
    }

    reset();
}

void Room::reset() noexcept
{
    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        lines[i].line.reset();
        lines[i].lows.reset();
        lines[i].highs.reset();
        lines[i].turns = starts[i];
    }

    for (auto& diffuser : diffusers)
        diffuser.line.reset();

    isFresh = true;
}

void Room::set (const Character& wanted, int frames) noexcept
{
    const auto count = static_cast<float> (frames);
    const auto goal = wanted.isFrozen ? 1.0f : 0.0f;
    const auto share = std::min (1.0f, count / (0.02f * sampleRate));
    frozen = isFresh ? goal : frozen + share * (goal - frozen);

    if (std::abs (frozen - goal) < 0.001f)
        frozen = goal;

    moveLines (wanted, frames);
    setLosses (wanted);

    diffusion = 0.7f * wanted.diffusion;
    lowShape = OnePole<Voices>::design (lowsBelow / sampleRate);
    highShape = OnePole<Voices>::design (wanted.highsFrom / sampleRate);

    // A long decay piles up more sound; part of that is taken back, so that the decay can be turned without riding the level.
    const auto kept = exp2 (-9.965784f * 0.045f / wanted.seconds);
    const auto entryGoal = power (1 - kept * kept, 0.35f) * (1 - frozen);
    entryGlide = isFresh ? 0 : (entryGoal - entry) / count;
    entry = isFresh ? entryGoal : entry;
    isFresh = false;
}

void Room::moveLines (const Character& wanted, int frames) noexcept
{
    const auto milli = sampleRate / 1000;
    const auto count = static_cast<float> (frames);
    const auto depth = wanted.motion * motionMilliseconds * milli;

    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        auto& group = lines[i];
        const auto goal = Voices (lengths[i]) * (scaleOf (wanted.size) * milli);

        // A size that is turned bends the sound by a semitone or two, as a room that breathes would.
        const auto step = clamp (0.05f * (goal - group.length), Voices (-0.1f * count), Voices (0.1f * count));
        group.length = isFresh ? goal : group.length + step;
        group.turns = fraction (group.turns + Voices (speeds[i]) * (count / sampleRate));

        const auto target = group.length + depth * (1.0f + sine (group.turns));
        group.glide = isFresh ? Voices (0.0f) : (target - group.distance) * (1 / count);
        group.distance = isFresh ? target : group.distance;
    }
}

void Room::setLosses (const Character& wanted) noexcept
{
    // 60 dB are a factor of 2^-9.97, of which a line of some frames takes its share.
    const auto factor = -9.965784f * (1 - frozen) / (wanted.seconds * sampleRate);

    for (auto& group : lines)
    {
        group.gain = exp2 (group.length * factor);
        group.lowGain = exp2 (group.length * (factor / wanted.lows - factor));
        group.highGain = exp2 (group.length * (factor / wanted.highs - factor));
    }
}

Voices Room::Lines::lose (Voices x, Voices lowShape, Voices highShape) noexcept
{
    const auto low = lows.low (x, lowShape);
    const auto lowAndMiddle = highs.low (x, highShape);
    const auto high = x - lowAndMiddle;
    return gain * (lowAndMiddle + (lowGain - 1.0f) * low + highGain * high);
}

Stereo Room::Diffuser::tick (Stereo x, float amount) noexcept
{
    const auto delayed = makeStereo (line.at (left - 1)[0], line.at (right - 1)[1]);
    const auto entering = x - amount * delayed;
    line.push (entering);
    return delayed + amount * entering;
}

Stereo Room::tick (Stereo input) noexcept
{
    entry += entryGlide;
    auto x = input * entry;

    for (auto& diffuser : diffusers)
        x = diffuser.tick (x, diffusion);

    std::array<Voices, 2> heard, mixed;

    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        auto& group = lines[i];
        group.distance += group.glide;
        heard[i] = group.lose (group.line.read (group.distance - 1.0f), lowShape, highShape);
        mixed[i] = hadamard (heard[i]);
    }

    const auto entering = Voices (entersLeft) * x[0] + Voices (entersRight) * x[1];
    lines[0].line.push (0.25f * (mixed[0] + mixed[1]) + entering);
    lines[1].line.push (0.25f * (mixed[0] - mixed[1]) + entering);

    const auto left = Voices (leavesLeft) * heard[0] + Voices (leavesRight) * heard[1];
    const auto right = Voices (leavesRight) * heard[0] - Voices (leavesLeft) * heard[1];
    return 0.2f * makeStereo (sum (left), sum (right));
}

} // namespace athanor::dsp
