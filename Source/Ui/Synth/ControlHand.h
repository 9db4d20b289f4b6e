// SPDX-License-Identifier: GPL-3.0-or-later
// One or more controls of the synth under a hand: heard at once, remembered as one step when the hand lets go.
#pragma once

#include "Ui/Synth/ShownSynth.h"

#include <map>

namespace athanor
{

class ControlHand
{
public:
    explicit ControlHand (ShownSynth& s) : synth (s) {}

    ~ControlHand() { drop(); }

    ControlHand (const ControlHand&) = delete;
    ControlHand& operator= (const ControlHand&) = delete;

    void turn (Control control, float stored)
    {
        const auto& info = infoOf (control);
        const auto value = juce::jlimit (info.least, info.greatest, stored);
        held[control] = value;
        synth.deeds.session.player().turn (synth.keyOf (control), static_cast<double> ((value - info.least) / (info.greatest - info.least)));
    }

    /** Where it holds a control; else where that stands. */
    float valueOf (Control control) const
    {
        const auto found = held.find (control);
        return found != held.end() ? found->second : synth.valueNow (control);
    }

    /** Lets go: one step of undo called `name`. */
    void letGo (const std::string& name)
    {
        const auto turned = held;
        synth.deeds.session.edit (name, [&] (Project& project) {
            for (const auto& [control, value] : turned)
                setControl (project, synth.instrument, control, value);
        });
        drop();
    }

private:
    void drop()
    {
        for (const auto& [control, value] : std::exchange (held, {}))
            synth.deeds.session.player().release (synth.keyOf (control));
    }

    ShownSynth& synth;
    std::map<Control, float> held;
};

} // namespace athanor
