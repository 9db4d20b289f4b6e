// SPDX-License-Identifier: GPL-3.0-or-later
// How oscillators and samples share themselves between the channels.
#pragma once

#include "Modules/Synth/Oscillator/WaveReading.h"

namespace athanor::synth
{

/** A sine of turns from -1/2 to 1/2 by two parabolas, a few thousandths off: as Vital bends its levels. */
template <int n>
inline dsp::Lanes<n> parabolicSine (dsp::Lanes<n> turns) noexcept
{
    const auto rough = turns * (8.0f - 16.0f * abs (turns));
    return rough * (0.776f + 0.224f * abs (rough));
}

/** The channels' shares of a place from -1 to 1, both one in the middle. */
inline Floats8 panOf (Floats8 place) noexcept
{
    constexpr Floats8 sides { Floats8::Floats { 1, -1, 1, -1, 1, -1, 1, -1 } };
    return 1.41421356f * parabolicSine (0.375f + 0.125f * sides * place);
}

} // namespace athanor::synth
