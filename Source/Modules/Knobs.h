// SPDX-License-Identifier: GPL-3.0-or-later
// What many modules do with knobs and with sound that has died away.
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Module.h"

#include <type_traits>

namespace athanor
{

/** A knob seen through a function that costs something: computed once while the knob stands still. */
template <typename S, typename Function>
class Through
{
public:
    Through (const Signal<S>& k, Function f) noexcept : knob (k), function (f), held (f (k.first())) {}

    auto operator[] (int frame) const noexcept { return knob.steady ? held : function (knob[frame]); }

private:
    const Signal<S>& knob;
    Function function;
    std::invoke_result_t<Function, S> held;
};

/** Decibels as a gain; the last 6 dB above -60 fade to nothing, so that a level turned down whole is silent. */
template <int n>
inline dsp::Lanes<n> levelToGain (dsp::Lanes<n> decibels) noexcept
{
    using S = dsp::Lanes<n>;
    return dsp::decibelsToGain (decibels) * clamp ((decibels + 60.0f) * (1.0f / 6), S (0.0f), S (1.0f));
}

/** A level knob as the gain of each frame. */
template <typename S>
auto gainsOf (const Signal<S>& level) noexcept
{
    return Through (level, [] (S decibels) { return levelToGain (decibels); });
}

/** Cuts off a tail that nobody can hear (below -140 dB), so that what follows may rest. True when the output is silent. */
template <typename S>
bool settle (Signal<S>& output) noexcept
{
    S loudest { 0.0f };

    for (const auto frame : output.frames)
        loudest = max (loudest, abs (frame));

    if (! isNone (loudest > 1e-7f))
        return false;

    output.clear();
    return true;
}

} // namespace athanor
