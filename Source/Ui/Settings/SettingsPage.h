// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of the settings share: lines with a label at the left, a control, and a sentence below.
#pragma once

#include "Ui/Deeds.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Live.h"

#include <vector>

namespace athanor
{

class SettingsPage : public juce::Component,
                     public Live
{
public:
    explicit SettingsPage (Deeds& d) : deeds (d) {}

    /** What takes the keys when the page opens. */
    virtual juce::Component* firstFocus() = 0;

    void refresh() override {}

    void paint (juce::Graphics&) override;
    void resized() override;

    static constexpr int labelWidth = 120, lineHeight = 30, docHeight = 16, between = 8;

protected:
    /** Adds a line. A width of 0 is all there is. */
    void addLine (const juce::String& label, juce::Component&, const juce::String& doc = {}, int width = 0);

    /** Changes the sentence below a line, by the order of lines. */
    void setDoc (std::size_t line, const juce::String&, Ink = Ink::mute);

    /** What is left below the lines. */
    juce::Rectangle<int> below() const;

    Deeds& deeds;

private:
    struct Line
    {
        juce::String label, doc;
        juce::Component* control;
        int width;
        Ink ink = Ink::mute;
        int y = 0;
    };

    std::vector<Line> lines;
};

} // namespace athanor
