// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of what a module does, found out by letting it do it: so no picture can say anything but the truth.
#pragma once

#include "Modules/Registry.h"

#include <functional>
#include <vector>

namespace athanor
{

/** A curve from left to right. */
struct Portrait
{
    enum class Kind { none,     ///< The module has nothing to show.
                      response, ///< Decibels from -36 to 24 over 20 Hz to 20 kHz, octave by octave alike.
                      motion,   ///< A value over time.
                      wave,     ///< Two turns of 110 Hz.
                      levels,   ///< Decibels out over decibels in, -60 to 0.
                      echoes    ///< Decibels from -60 to 0 over time, after a click.
    };

    Kind kind = Kind::none;
    std::vector<float> heights; ///< 0 (bottom) to 1 (top), evenly from left to right.
    float middle = 0;           ///< The height that means nothing: 0 dB, or zero.
    float seconds = 0;          ///< From left to right, where that is time.

    bool operator== (const Portrait&) const = default;
};

/** Whether a module has a portrait, wherever its knobs stand. */
bool hasPortrait (const Module::About&);

/** Where a knob stands, in its own unit. */
using KnobReader = std::function<float (const Knob&)>;

/** Runs an instance of the module and watches it: a fraction of a millisecond to a few of them. Deterministic. Allocates. */
Portrait portraitOf (const ModuleType&, const KnobReader&);

} // namespace athanor
