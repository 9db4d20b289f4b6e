// SPDX-License-Identifier: GPL-3.0-or-later
// What the distortions of the oscillators do to phases, eight frames at once.
#pragma once

#include "Modules/Synth/Oscillator/Levels.h"
#include "Modules/Synth/Oscillator/Strand.h"

namespace athanor::synth
{

/** To the nearest; what does not fit becomes half a turn. */
inline Phases8 nearestPhases (Floats8 x) noexcept
{
#if defined(__AVX__)
    return std::bit_cast<Phases8> (_mm256_cvtps_epi32 (x.value));
#else
    Phases8 phases;

    for (int i = 0; i < 8; ++i)
    {
        const bool fits = x[i] >= -2147483648.0f && x[i] < 2147483648.0f;
        phases[i] = fits ? static_cast<std::uint32_t> (static_cast<std::int32_t> (__builtin_rintf (x[i]))) : 0x80000000u;
    }

    return phases;
#endif
}

/** From minus half a turn to half a turn, in parts of 2^32. */
inline Floats8 signedPhases (Phases8 phases) noexcept { return dsp::toLanes<8> (std::bit_cast<Integers8> (phases)); }

constexpr std::uint32_t halfTurn = 0x80000000u;

/** Vital's phases are signed, and so each distortion is symmetric about the middle of the period. */
template <Distortion kind>
inline Phases8 bentPhases (Phases8 phases, Floats8 amount, Phases8 turn, Floats8 modulator) noexcept
{
    if constexpr (kind == Distortion::sync || kind == Distortion::formant)
    {
        return nearestPhases (signedPhases (phases + halfTurn) * amount) * static_cast<std::uint32_t> (mostPeriods) + halfTurn;
    }
    else if constexpr (kind == Distortion::quantise)
    {
        const auto offset = signedPhases (turn) * (1 / fullTurn);
        const auto place = dsp::fma (signedPhases (phases), amount * (1 / fullTurn), offset);
        const auto held = signedPhases (nearestPhases (place)) - offset;
        return nearestPhases (held / amount * fullTurn) - turn;
    }
    else if constexpr (kind == Distortion::bend)
    {
        const auto x = signedPhases (phases - turn) * (1 / fullTurn) + 0.5f;
        const auto skew = (amount - amount * amount) * 2.0f;
        const auto square = x * x, cube = square * x;
        const auto bent = cube + (amount * 3.0f + skew) * (square - cube) + (amount * 3.0f - skew) * (x - 2.0f * square + cube);
        return nearestPhases ((bent - 0.5f) * fullTurn);
    }
    else if constexpr (kind == Distortion::squeeze)
    {
        const auto place = signedPhases (phases - turn);
        const auto distance = abs (place);
        const auto inner = distance / amount;
        const auto outer = fullTurn / 2 - (fullTurn / 2 - distance) / (2.0f - amount);
        return nearestPhases (dsp::copySign (select (distance > amount * (fullTurn / 4), outer, inner), place));
    }
    else if constexpr (kind == Distortion::pulse)
    {
        return nearestPhases (signedPhases (phases) * amount);
    }
    else if constexpr (kind == Distortion::phaseByFirst)
    {
        constexpr std::uint32_t turns = 48; // A modulator of one pushes by six whole turns.
        return phases + nearestPhases (modulator * amount * (fullTurn / 8)) * turns;
    }
    else
    {
        return phases;
    }
}

/** What the sound is multiplied with. */
template <Distortion kind>
inline Floats8 windowOf (Phases8 phases, Phases8 bent, Floats8 amount, Floats8 modulator, Floats8 sound) noexcept
{
    if constexpr (kind == Distortion::formant)
    {
        return sound * parabolicSine (signedPhases (phases + 0x7fffffffu) * (0.5f / fullTurn) + 0.25f);
    }
    else if constexpr (kind == Distortion::pulse)
    {
        const Phases8 isBeyond = bent == (Phases8 {} + halfTurn);
        return dsp::fromBits<8> (dsp::toBits (sound) & std::bit_cast<Integers8> (~isBeyond));
    }
    else if constexpr (kind == Distortion::ringByFirst)
    {
        return sound * dsp::mix (Floats8 (1.0f), modulator, amount);
    }
    else
    {
        return sound;
    }
}

} // namespace athanor::synth
