// SPDX-License-Identifier: GPL-3.0-or-later
// From the strands of an oscillator to its lanes: blend of unison voices, stereo width, level and pan.
#include "Modules/Synth/Oscillator/Levels.h"
#include "Modules/Synth/Oscillator/OscillatorWork.h"

namespace athanor::synth
{

namespace
{
/** How much of a stereo side stays, where `spread` 1 leaves it alone and 0 makes the sides alike. */
Floats8 sideOf (Floats8 spread) noexcept { return parabolicSine (0.5f - 0.125f * (spread + 1.0f)); }

Floats8 otherSideOf (Floats8 spread) noexcept { return parabolicSine (0.5f - 0.125f * (spread + 3.0f)); }

Floats8 swapSides (Floats8 x) noexcept { return __builtin_shufflevector (x.value, x.value, 1, 0, 3, 2, 5, 4, 7, 6); }

/** Eight frames of eight rows into eight lanes. */
std::array<Floats8, 8> turned (const std::array<OscillatorQuantum::Row, 8>& rows, int frame) noexcept
{
    std::array<Floats8, 8> x, y;

    for (std::size_t i = 0; i < 8; ++i)
        std::memcpy (&x[i], rows[i].data() + frame, sizeof x[i]);

    const auto swap = [] (auto& from, auto& to, std::size_t i, std::size_t apart, auto low, auto high) {
        to[i] = low (from[i].value, from[i + apart].value);
        to[i + apart] = high (from[i].value, from[i + apart].value);
    };

    for (std::size_t i = 0; i < 8; i += 2)
        swap (
            x, y, i, 1, [] (auto a, auto b) { return __builtin_shufflevector (a, b, 0, 8, 2, 10, 4, 12, 6, 14); },
            [] (auto a, auto b) { return __builtin_shufflevector (a, b, 1, 9, 3, 11, 5, 13, 7, 15); });

    for (const std::size_t i : { 0u, 1u, 4u, 5u })
        swap (
            y, x, i, 2, [] (auto a, auto b) { return __builtin_shufflevector (a, b, 0, 1, 8, 9, 4, 5, 12, 13); },
            [] (auto a, auto b) { return __builtin_shufflevector (a, b, 2, 3, 10, 11, 6, 7, 14, 15); });

    for (std::size_t i = 0; i < 4; ++i)
        swap (
            x, y, i, 4, [] (auto a, auto b) { return __builtin_shufflevector (a, b, 0, 1, 2, 3, 8, 9, 10, 11); },
            [] (auto a, auto b) { return __builtin_shufflevector (a, b, 4, 5, 6, 7, 12, 13, 14, 15); });

    return y;
}
} // namespace

/** The first pair and the others, in the shares of the blend. */
void Oscillator::Work::joinPairs (Quantum& quantum, const Voice& voice, int v, int firstFrame) noexcept
{
    const auto frames = quantum.turn.frames;

    for (std::size_t c = 0; c < 2; ++c)
    {
        auto& out = quantum.lanes[static_cast<std::size_t> (2 * v) + c];
        const auto centre = voice.centre[c].over (frames, 1), detuned = voice.detuned[c].over (frames, 1);

        for (int i = firstFrame; i < frames; ++i)
        {
            const auto count = static_cast<float> (i);
            const auto place = static_cast<std::size_t> (i);
            out[place] = (centre.value + centre.step * count) * out[place] + (detuned.value + detuned.step * count) * quantum.detuned[c][place];
        }
    }
}

void Oscillator::Work::finish (const Quantum& quantum, Buffer& raw, Buffer& levelled) noexcept
{
    const auto frames = quantum.turn.frames;
    const auto& controls = quantum.controls;
    const auto perFrame = 1 / static_cast<float> (frames);
    const auto spread = clamp (controls.stereoSpread.to, Floats8 (0.0f), Floats8 (1.0f));
    const auto walk = [&] (Floats8& last, Floats8 now) {
        auto from = select (quantum.turn.hasStarted, now, last);
        last = now;
        return std::pair (from, (now - from) * perFrame);
    };

    auto [panNow, panStep] = walk (pan, panOf (clamp (controls.pan.to, Floats8 (-1.0f), Floats8 (1.0f))));
    auto [own, ownStep] = walk (ownSide, sideOf (spread));
    auto [other, otherStep] = walk (otherSide, otherSideOf (spread));
    const bool isBlended = sum (abs (other)) + sum (abs (otherStep)) > 0;
    const auto levelStep = (controls.level.to - controls.level.from) * perFrame;
    auto level = controls.level.from;

    for (int frame = 0; frame < frames; frame += 8)
    {
        const auto lanes = turned (quantum.lanes, frame);

        for (int i = 0; i < 8; ++i)
        {
            auto sound = lanes[static_cast<std::size_t> (i)];

            if (isBlended)
            {
                own += ownStep;
                other += otherStep;
                sound = sound * own + swapSides (sound) * other;
            }

            panNow += panStep;
            level += levelStep;
            const auto held = max (controls.level.frames != nullptr ? controls.level.frames[frame + i] : level, Floats8 (0.0f));
            raw[frame + i] = sound;
            levelled[frame + i] = panNow * sound * (held * held);
        }
    }
}

} // namespace athanor::synth
