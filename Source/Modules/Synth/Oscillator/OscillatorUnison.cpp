// SPDX-License-Identifier: GPL-3.0-or-later
// How the voices of a unison lie beside each other: in pitch, in loudness, in distortion.
#include "Dsp/Fast.h"
#include "Modules/Synth/Oscillator/OscillatorWork.h"

#include <algorithm>
#include <cmath>

namespace athanor::synth
{

namespace
{
constexpr float fifth = 1.49830708f, major = 1.25992105f, minor = 1.18920712f;

using Stack = std::array<float, maxPairs>;

/** What each pair's pitch is multiplied with, by the control `osc_N_stack_style`. */
constexpr std::array<Stack, 11> stacks { {
    { 1, 1, 1, 1, 1, 1, 1, 1 },
    { 0.5f, 1, 1, 1, 1, 1, 1, 1 },
    { 0.25f, 1, 1, 1, 1, 1, 1, 1 },
    { 1, 2, 1, 2, 1, 2, 1, 2 },
    { 1, 2, 3, 1, 2, 3, 1, 2 },
    { 1, fifth, 2, 1, fifth, 2, 1, fifth },
    { 1, fifth, 2, 2 * fifth, 4, 1, fifth, 2 },
    { 1, major, fifth, 2, 1, major, fifth, 2 },
    { 1, minor, fifth, 2, 1, minor, fifth, 2 },
    { 1, 2, 3, 4, 5, 6, 7, 8 },
    { 1, 3, 5, 7, 9, 11, 13, 15 },
} };

/** From 0 to 1 along a bend: straight at power 0, slow first above. */
float bentShare (float share, float power) noexcept
{
    if (std::abs (power) < 0.005f)
        return share;

    return (dsp::exp (power * share) - 1) / (dsp::exp (power) - 1);
}
} // namespace

void Oscillator::Work::setUnison (const Quantum& quantum, Voice& voice, int v) noexcept
{
    voice.unison = static_cast<int> (bounded (quantum.controls.unisonVoices.to[2 * v], 1, maxUnison) + 0.5f);
    setPairs (voice, (voice.unison + 1) / 2);
    setPlaces (quantum, voice, v);
    setShares (quantum, voice, v);
}

/** Pairs that come are silent until the next waves are ordered. */
void Oscillator::Work::setPairs (Voice& voice, int pairs) noexcept
{
    for (auto p = static_cast<std::size_t> (pairs); p < static_cast<std::size_t> (voice.pairs); ++p)
        for (auto& strand : voice.strands[p])
            for (auto* place : { &strand.from, &strand.to })
            {
                cache.release (*place);
                *place = WaveCache::silence;
            }

    voice.pairs = pairs;
}

void Oscillator::Work::setPlaces (const Quantum& quantum, Voice& voice, int v) noexcept
{
    const auto& controls = quantum.controls;
    OscillatorVoice::Stack stack;
    stack.unison = voice.unison;
    stack.style = std::clamp (controls.stackStyle, 0, static_cast<int> (stacks.size()) - 1);

    for (int c = 0; c < 2; ++c)
    {
        const auto detune = bounded (controls.unisonDetune.to[2 * v + c], -100, 100);
        stack.cents[static_cast<std::size_t> (c)] = bounded (controls.detuneRange.to[2 * v + c], -100, 100) * detune * detune;
        stack.power[static_cast<std::size_t> (c)] = bounded (controls.detunePower.to[2 * v + c], -20, 20);
    }

    if (stack == voice.stack)
        return;

    voice.stack = stack;
    const auto even = voice.unison % 2 == 0 ? 1.0f : 0.0f;
    const auto steps = std::max (1.0f, static_cast<float> (voice.unison - 1));

    for (int p = 0; p < voice.pairs; ++p)
        for (std::size_t c = 0; c < 2; ++c)
        {
            // Neighbours in pitch sit on opposite sides: the right channel has the higher one of the first pair, the left one that of the second.
            const auto share = (2 * static_cast<float> (p) + even) / steps;
            const auto cents = bounded (bentShare (share, stack.power[c]) * stack.cents[c], -12'000, 12'000);
            const auto up = dsp::exp2 (cents * (1.0f / 1'200));
            const bool isUp = (p % 2 == 0) == (c == 1);
            voice.strands[static_cast<std::size_t> (p)][c].place = (isUp ? up : 1 / up) * stacks[static_cast<std::size_t> (stack.style)][static_cast<std::size_t> (p)];
        }
}

/** Shepard tones sink by an octave while the morph raises the wave by one. Where the morph goes round, the pitch stays until
    the next waves come. */
void Oscillator::Work::setRatios (const Quantum& quantum, Voice& voice) noexcept
{
    const bool isShepard = morphOf (quantum.controls) == Morph::shepard;
    voice.haveRatiosMoved = false;

    for (int p = 0; p < voice.pairs; ++p)
        for (auto& strand : voice.strands[static_cast<std::size_t> (p)])
        {
            auto ratio = strand.place;

            if (isShepard)
            {
                const auto way = quantum.hasStarted ? 0.0f : strand.morph.now - strand.morph.last;
                strand.octaveAhead = std::clamp (strand.octaveAhead + (way > 0.6f) - (way < -0.6f), -1, 1);
                ratio *= dsp::exp2 (static_cast<float> (strand.octaveAhead) - strand.morph.now);
            }
            else
            {
                strand.octaveAhead = strand.octaveBehind = 0;
            }

            // Vital's voices begin a Shepard tone with a slide of one quantum.
            strand.ratio.move (ratio);
            strand.ratio.last = quantum.hasStarted ? strand.place : strand.ratio.last;
            voice.haveRatiosMoved = voice.haveRatiosMoved || strand.ratio.last != ratio;
        }
}

/** The waves that come are an octave off those that go: the phase goes with them. */
void Oscillator::Work::turnOctaves (Voice& voice) noexcept
{
    for (auto& pair : voice.strands)
        for (auto& strand : pair)
        {
            const auto octave = strand.octaveAhead;
            strand.octaveBehind = octave;
            strand.octaveAhead = 0;

            if (octave == 0)
                continue;

            strand.phase = octave > 0 ? strand.phase >> 1 : strand.phase << 1;
            strand.ratio.last *= octave > 0 ? 0.5f : 2.0f;
            strand.ratio.now *= octave > 0 ? 0.5f : 2.0f;
        }
}

/** Loudness stays however many there are: the squares of the shares add up to one. */
void Oscillator::Work::setShares (const Quantum& quantum, Voice& voice, int v) noexcept
{
    for (std::size_t c = 0; c < 2; ++c)
    {
        float centre = 1, others = 0;

        if (voice.unison > 2)
        {
            const auto blend = bounded (quantum.controls.unisonBlend.to[2 * v + static_cast<int> (c)], 0, 1);
            const auto low = 1 + blend * (0.4f - 1);
            const auto high = 0.6f * (1 - (1 - blend) * (1 - blend));
            const auto scale = 1 / std::sqrt (low * low + high * high * static_cast<float> (voice.pairs - 1));
            centre = scale * low;
            others = scale * high;
        }

        voice.centre[c].move (centre);
        voice.detuned[c].move (others);
    }
}

} // namespace athanor::synth
