// SPDX-License-Identifier: GPL-3.0-or-later
// A sound for shelves of tests: usual in everything but its brightness.
#pragma once

#include "Media/Timbre.h"

namespace athanor
{

/** @param brightness  In hertz. */
inline Timbre usualTimbre (double brightness)
{
    Timbre timbre;
    timbre.level = -18;
    timbre.brightness = brightness;
    timbre.attack = 0.05;
    timbre.decay = 1;
    timbre.sustain = 0.8;
    return timbre;
}

} // namespace athanor
