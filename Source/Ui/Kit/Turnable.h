// SPDX-License-Identifier: GPL-3.0-or-later
// What a knob, a fader or a field controls, without a pixel.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace athanor
{

/** Where modulation carries a value at the moment, as positions from 0 to 1. */
struct ModulationReach
{
    float low = 0, high = 0; ///< How far it can be carried.
    float now = 0;           ///< Where it is.
    bool isActive = false;

    friend bool operator== (const ModulationReach&, const ModulationReach&) = default;
};

/** Something that can be turned: a module's knob, a mixer's fader, a preference. Controls speak to it and to nothing else. */
class Turnable
{
public:
    virtual ~Turnable() = default;

    virtual std::string name() const = 0;

    /** One sentence for the tooltip and the screen reader. */
    virtual std::string doc() const { return {}; }

    virtual float value() const = 0;
    virtual float initial() const = 0;

    /** Where a value stands on the way of the hand, from 0 to 1. */
    virtual float toPosition (float value) const = 0;

    /** The value at a position from 0 to 1; whole where the thing is. */
    virtual float fromPosition (float position) const = 0;

    /** How many steps there are from one end to the other; 0 when it is continuous. */
    virtual int steps() const { return 0; }

    /** True where the arc of a knob starts at the middle: panorama, detune. */
    virtual bool isBipolar() const { return false; }

    /** The value as a musician reads it: "1.2 kHz". */
    virtual std::string text (float value) const = 0;

    /** What a musician typed, as a value ("1.2k", "-6 dB"); nothing when it makes no sense. Need not be within limits. */
    virtual std::optional<float> parse (std::string_view typed) const = 0;

    virtual ModulationReach modulation() const { return {}; }

    virtual bool isEnabled() const { return true; }

    virtual void begin() = 0;        ///< The hand takes it.
    virtual void turnTo (float) = 0; ///< Heard at once.
    virtual void end() = 0;          ///< Remembered: one step of undo from `begin` to here.
};

} // namespace athanor
