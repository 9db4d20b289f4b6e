// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the settings that lists the MIDI inputs: which are heard, and which is just sending.
#pragma once

#include "App/Equipment.h"
#include "Ui/Settings/SettingsPage.h"

namespace athanor
{

class MidiPage : public SettingsPage
{
public:
    explicit MidiPage (Deeds&);
    ~MidiPage() override;

    juce::Component* firstFocus() override;

    /** Follows inputs as they come and go, and their lights. */
    void refresh() override;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    class InputRow;

    juce::OwnedArray<InputRow> rows;
};

} // namespace athanor
