// SPDX-License-Identifier: GPL-3.0-or-later
// How a hand, a wheel or a key turns a thing: the arithmetic of knobs, faders and number fields, without a window.
#pragma once

#include "Ui/Kit/Turnable.h"

namespace athanor
{

/** One turn from the moment the hand takes a thing until it lets go. Steps of a choice are collected until one is complete. */
class TurnGesture
{
public:
    /** `pixelsFromEndToEnd` is how far the hand goes from one end to the other. */
    explicit TurnGesture (Turnable& turned, float pixelsFromEndToEnd = 200.0f) noexcept
        : thing (turned), pixelsForAll (pixelsFromEndToEnd) {}

    void begin();

    /** Moves on by this many pixels; upwards is more. `isFine` makes them count for a tenth. */
    void move (float pixels, bool isFine);

    /** Goes straight to a position from 0 to 1. */
    void moveTo (float position);

    void end();

    bool isTurning() const noexcept { return turning; }

    /** One notch of the wheel or one press of an arrow: a step of a choice, or a hundredth of the way (a thousandth when fine). */
    void nudge (int notches, bool isFine);

    void reset();

    /** What was typed; false when it makes no sense, and then nothing changed. */
    bool type (std::string_view typed);

private:
    void once (float value);

    Turnable& thing;
    float pixelsForAll;
    float position = 0;
    bool turning = false;
};

} // namespace athanor
