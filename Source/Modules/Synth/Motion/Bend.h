// SPDX-License-Identifier: GPL-3.0-or-later
// How envelopes, curves and modulations are bent, and other arithmetic that all modulators share.
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Synth/SynthLanes.h"

namespace athanor::synth
{

using LaneMask = dsp::Mask<8>;
using LaneCounts = dsp::Integers<8>;

inline const Lanes leftOne { Lanes::Floats { 1, 0, 1, 0, 1, 0, 1, 0 } };
inline const Lanes rightOne { Lanes::Floats { 0, 1, 0, 1, 0, 1, 0, 1 } };

inline LaneMask isEqual (Lanes a, Lanes b) noexcept { return { a.value == b.value }; }

inline LaneMask isEqual (LaneCounts a, std::int32_t b) noexcept { return { a == b }; }

inline LaneCounts pick (LaneMask mask, LaneCounts yes, LaneCounts no) noexcept { return mask.value ? yes : no; }

inline LaneMask everyLane() noexcept { return { LaneCounts {} - 1 }; }

inline LaneMask noLane() noexcept { return { LaneCounts {} }; }

/** The two lanes of one voice. */
inline LaneMask lanesOf (int voice) noexcept
{
    LaneCounts lanes {};
    lanes[2 * voice] = lanes[2 * voice + 1] = -1;
    return { lanes };
}

inline void setVoice (Lanes& lanes, int voice, float value) noexcept
{
    lanes.set (2 * voice, value);
    lanes.set (2 * voice + 1, value);
}

/** t from 0 to 1 becomes (e^(power t) - 1) / (e^power - 1): late for powers above zero, early for those below. */
inline Lanes bend (Lanes t, Lanes power) noexcept
{
    constexpr float straight = 0.005f;
    const auto isStraight = dsp::abs (power) < Lanes (straight);
    power = select (isStraight, Lanes (1.0f), power);
    return select (isStraight, t, (dsp::exp (power * t) - 1.0f) / (dsp::exp (power) - 1.0f));
}

inline Lanes quartic (Lanes x) noexcept
{
    x = dsp::max (x, Lanes (0.0f));
    x = x * x;
    return x * x;
}

/** Whole turns are taken away, for values that are not far from zero; anything else becomes zero. */
inline Lanes wrapped (Lanes x) noexcept { return dsp::fraction (dsp::clamp (x, Lanes (-1e6f), Lanes (1e6f))); }

} // namespace athanor::synth
