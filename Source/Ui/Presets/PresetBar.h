// SPDX-License-Identifier: GPL-3.0-or-later
// The preset of the synth on screen: walk through the list, compare, love, keep.
#pragma once

#include "Model/Instrument.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/Buttons.h"

namespace athanor
{

class PresetBar : public juce::Component
{
public:
    explicit PresetBar (Deeds&);

    /** Shows the preset of an instrument, or the same after an edit. */
    void show (InstrumentId);

    int idealWidth() const;

    void resized() override;

private:
    void update();
    void openMenu();

    Deeds& deeds;
    InstrumentId instrument;
    IconButton before { Icon::chevronLeft, "Previous preset", Ink::ember, Ink::mute }, after { Icon::chevronRight, "Next preset", Ink::ember, Ink::mute };
    IconButton heart { Icon::heart, "Favourite", Ink::ember, Ink::mute }, more { Icon::more, "More about this preset", Ink::ember, Ink::mute };
    PushButton compare { "A" }, save;
    Subscription listed;
};

/** Asks how the patch of the chosen instrument is called among the presets, and keeps it. */
void askForPresetLabels (Deeds&);

} // namespace athanor
