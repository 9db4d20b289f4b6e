// SPDX-License-Identifier: GPL-3.0-or-later
// What distortions and morphs make of their controls, and what modulates an oscillator.
#include "Dsp/Fast.h"
#include "Modules/Synth/Oscillator/Morph.h"
#include "Modules/Synth/Oscillator/OscillatorWork.h"

#include <algorithm>
#include <cmath>

namespace athanor::synth
{

namespace
{
/** From the control, 0 to 1, to what `bentPhases` and `windowOf` take. */
float distortionAmount (Distortion kind, float control) noexcept
{
    switch (kind)
    {
        case Distortion::sync:
        case Distortion::formant:
            return dsp::exp2 ((control - 0.5f) * 8) / mostPeriods;

        case Distortion::quantise:
        {
            const auto fineness = (1 - control) * (1 - control) * (1 - control);
            return dsp::exp2 (fineness * 0.85f * 32 + 1);
        }

        case Distortion::squeeze:
            return control * 1.9f + 0.05f;
        case Distortion::pulse:
            return 1 / std::max (1 - control, 1 / fullTurn);

        case Distortion::phaseByFirst:
        case Distortion::phaseBySecond:
        case Distortion::phaseBySample:
            return control * control;

        default:
            return control;
    }
}

/** A share that grows from the first pair of a unison to the last: 0 to 2. */
float spreadOf (int pair, int pairs) noexcept
{
    return 2 * static_cast<float> (pair) / static_cast<float> (std::max (2, pairs) - 1);
}

/** Shepard tones go round: from the top to the bottom is no way at all. */
float controlOfMorph (Morph morph, float control) noexcept
{
    constexpr float round = 0.99f;

    if (morph != Morph::shepard)
        return bounded (control, 0, 1);

    const auto turned = bounded (control, -100, 100) * round;
    return (turned - std::floor (turned)) / round;
}
} // namespace

Distortion distortionOf (const OscillatorControls& controls) noexcept
{
    return static_cast<Distortion> (std::clamp (controls.distortion, 0, distortionCount - 1));
}

Morph morphOf (const OscillatorControls& controls) noexcept
{
    return static_cast<Morph> (std::clamp (controls.morph, 0, morphCount - 1));
}

void Oscillator::Work::setShapes (const Quantum& quantum, Voice& voice, int v) noexcept
{
    const auto& controls = quantum.controls;
    const auto kind = distortionOf (controls);
    const auto morph = morphOf (controls);

    for (std::size_t c = 0; c < 2; ++c)
    {
        const auto lane = 2 * v + static_cast<int> (c);

        for (int p = 0; p < voice.pairs; ++p)
        {
            auto& strand = voice.strands[static_cast<std::size_t> (p)][c];
            const auto spread = spreadOf (p, voice.pairs);
            const auto before = voice.strands[0][c];

            if (kind != Distortion::none)
            {
                const auto control = bounded (controls.distortionAmount.to[lane] + spread * controls.distortionSpread.to[lane], 0, 1);
                strand.distortion.move (p > 0 && control == voice.distortion[c] ? before.distortion.now : distortionAmount (kind, control));
                voice.distortion[c] = p == 0 ? control : voice.distortion[c];

                if (kind == Distortion::quantise)
                    strand.distortion.last = std::max (strand.distortion.last, 1.5f);
            }

            if (morph != Morph::none)
            {
                const auto control = controlOfMorph (morph, controls.morphAmount.to[lane] + spread * controls.morphSpread.to[lane]);
                strand.morph.move (p > 0 && control == voice.morph[c] ? before.morph.now : morphAmount (morph, control));
                voice.morph[c] = p == 0 ? control : voice.morph[c];
            }
        }

        const bool turns = kind >= Distortion::sync && kind <= Distortion::pulse;
        auto& turn = voice.turn[c];
        turn.move (turns ? (bounded (controls.distortionPhase.to[lane], 0, 1) - 0.5f) * fullTurn : 0.0f);

        // The shorter way round.
        if (std::abs (turn.now - turn.last) > fullTurn / 2)
            turn.last += turn.now > turn.last ? fullTurn : -fullTurn;
    }
}

void Oscillator::Work::extractModulator (Quantum& quantum, int v) noexcept
{
    const auto kind = distortionOf (quantum.controls);
    const auto frames = quantum.turn.frames;

    if (kind < Distortion::phaseByFirst)
        return;

    const auto& controls = quantum.controls;
    const std::array sources { controls.firstModulator, controls.secondModulator, controls.sampleModulator };
    const auto* source = sources[static_cast<std::size_t> ((static_cast<int> (kind) - static_cast<int> (Distortion::phaseByFirst)) % 3)];

    for (int c = 0; c < 2; ++c)
    {
        auto& row = quantum.modulator[static_cast<std::size_t> (c)];

        for (int i = 0; i < frames; ++i)
            row[static_cast<std::size_t> (i)] = source != nullptr ? (*source)[i][2 * v + c] : 0.0f;

        std::fill_n (row.begin() + frames, 8, 0.0f);
    }
}

} // namespace athanor::synth
