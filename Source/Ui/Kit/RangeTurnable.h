// SPDX-License-Identifier: GPL-3.0-or-later
// A Turnable made of a module's Range and three functions, and how values of a Range are written and read.
#pragma once

#include "Modules/Range.h"
#include "Ui/Kit/Turnable.h"

#include <functional>

namespace athanor
{

/** A value of a range as a musician reads it: "1.25 kHz", "180 ms", "-6.0 dB", "42 %", "Saw". */
std::string valueText (const Range&, float value);

/** Reads what `valueText` writes and what a musician types in haste: "1.2k", "180ms", "-6", "42", "saw". */
std::optional<float> parseValue (const Range&, std::string_view typed);

/** A Turnable whose limits and texts come from a Range and whose hand is three functions. */
class RangeTurnable : public Turnable
{
public:
    RangeTurnable (std::string label, Range limits)
        : range (limits), title (std::move (label)) {}

    std::function<float()> onValue = [this] { return current; };
    std::function<void()> onBegin = [] {};
    std::function<void (float)> onTurn = [] (float) {};
    std::function<void()> onEnd = [] {};
    std::function<ModulationReach()> onModulation = [] { return ModulationReach {}; };

    Range range;
    std::string sentence;

    std::string name() const override { return title; }

    std::string doc() const override { return sentence; }

    float value() const override { return onValue(); }

    float initial() const override { return range.initial; }

    float toPosition (float value) const override { return range.toPosition (value); }

    float fromPosition (float position) const override { return range.fromPosition (position); }

    int steps() const override { return range.isWhole ? static_cast<int> (range.high - range.low) : 0; }

    bool isBipolar() const override { return range.low < 0 && range.low == -range.high; }

    std::string text (float value) const override { return valueText (range, value); }

    std::optional<float> parse (std::string_view typed) const override { return parseValue (range, typed); }

    ModulationReach modulation() const override { return onModulation(); }

    void begin() override { onBegin(); }

    void turnTo (float value) override
    {
        current = range.clamp (value);
        onTurn (current);
    }

    void end() override { onEnd(); }

private:
    std::string title;
    float current = range.initial;
};

} // namespace athanor
