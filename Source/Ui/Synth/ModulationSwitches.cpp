// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ModulationSwitches.h"

namespace athanor
{

ModulationSwitches::ModulationSwitches (ShownSynth& synth, int slot)
{
    const auto toggles = [&synth, slot] (juce::Button& button, Control first) {
        button.setClickingTogglesState (false);
        button.onClick = [&synth, control = member (first, slot)] { synth.set (control, synth.choiceNow (control) > 0 ? 0.0f : 1.0f); };
    };
    toggles (bothWays, Control::modulation_1_bipolar);
    toggles (stereo, Control::modulation_1_stereo);
    toggles (bypass, Control::modulation_1_bypass);
    remove.setQuiet (true);
    remove.setIconSize (9);
    remove.onClick = [&deeds = synth.deeds, number = slot + 1] { deeds.run ("patch.disconnect", { { "slot", number } }); };
}

void ModulationSwitches::show (const ShownSynth& synth, int slot)
{
    const auto follow = [&] (juce::Button& button, Control first) { button.setToggleState (synth.choiceNow (member (first, slot)) > 0, juce::dontSendNotification); };
    follow (bothWays, Control::modulation_1_bipolar);
    follow (stereo, Control::modulation_1_stereo);
    follow (bypass, Control::modulation_1_bypass);
}

} // namespace athanor
