// SPDX-License-Identifier: GPL-3.0-or-later
// A control of the synth as something that can be turned: what stands below the knob is what a musician reads of the stored number.
#pragma once

#include "Ui/Kit/Turnable.h"
#include "Ui/Synth/ControlHand.h"

namespace athanor
{

/** A stored number as a musician reads it: "1.25 s", "-6.0 dB", "42 %", "1/4". */
std::string textOf (Control, float stored);

/** What a musician typed, as a stored number; nothing when it makes no sense. */
std::optional<float> storedOf (Control, std::string_view typed);

class ControlTurnable final : public Turnable
{
public:
    /** `label` is what stands below the knob. */
    ControlTurnable (ShownSynth& s, Control c, std::string l) : control (c), info (infoOf (c)), synth (s), hand (s), label (std::move (l)) {}

    const Control control;

    std::string name() const override { return label; }

    /** With its unit, and how its value comes about. */
    std::string doc() const override;

    float value() const override { return hand.valueOf (control); }

    float initial() const override { return info.initial; }

    float toPosition (float value) const override { return juce::jlimit (0.0f, 1.0f, (value - info.least) / (info.greatest - info.least)); }

    float fromPosition (float position) const override;

    int steps() const override { return info.scale == ControlScale::indexed ? juce::roundToInt (info.greatest - info.least) : 0; }

    bool isBipolar() const override { return info.least < 0 && info.least == -info.greatest; }

    std::string text (float value) const override { return textOf (control, value); }

    std::optional<float> parse (std::string_view typed) const override { return storedOf (control, typed); }

    ModulationReach modulation() const override;

    void begin() override { hand.turn (control, synth.valueNow (control)); }

    void turnTo (float value) override { hand.turn (control, value); }

    void end() override { hand.letGo ("turn " + std::string (info.name)); }

private:
    const ControlInfo& info;
    ShownSynth& synth;
    ControlHand hand;
    std::string label;
};

} // namespace athanor
