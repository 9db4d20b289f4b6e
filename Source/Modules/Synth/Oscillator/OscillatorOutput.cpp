// SPDX-License-Identifier: GPL-3.0-or-later
// From the strands of an oscillator to its lanes: blend of unison voices, stereo width, level and pan.
#include "Dsp/Transpose.h"
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
    std::array<Floats8, 8> x;
    dsp::unrolled<8> ([&] (auto i) { std::memcpy (&x[i], rows[i].data() + frame, sizeof x[i]); });
    return dsp::transposed (x);
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
        constexpr Floats8 counting { Floats8::Floats { 0, 1, 2, 3, 4, 5, 6, 7 } };

        // Before the first frame all is silent.
        for (int i = firstFrame & ~7; i < frames; i += 8)
        {
            const auto count = counting + static_cast<float> (i);
            Floats8 first, others;
            std::memcpy (&first, out.data() + i, sizeof first);
            std::memcpy (&others, quantum.detuned[c].data() + i, sizeof others);
            first = dsp::fma (centre.at (count), first, detuned.at (count) * others);
            std::memcpy (out.data() + i, &first, sizeof first);
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
