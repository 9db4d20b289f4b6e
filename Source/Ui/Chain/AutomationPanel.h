// SPDX-License-Identifier: GPL-3.0-or-later
// Below the devices: what is automated in the clip of the track, and the lane of the parameter that is chosen.
#pragma once

#include "Ui/Chain/AutomationLaneView.h"
#include "Ui/Kit/Buttons.h"

namespace athanor
{

class AutomationPanel : public juce::Component
{
public:
    explicit AutomationPanel (Deeds&);

    /** A line of names, and below it the lane if one is shown. */
    int idealHeight() const;

    /** The project or the selection has changed. */
    void update();

    AutomationLaneView lane;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    void askForParameter();
    std::vector<std::string> automated() const;

    Deeds& deeds;
    std::vector<std::string> addresses;
    std::vector<std::unique_ptr<Chip>> chips;
    juce::String names;
    PushButton add { "Automate a parameter" };
};

} // namespace athanor
