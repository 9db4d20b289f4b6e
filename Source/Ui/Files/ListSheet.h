// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet with a sentence, a list and buttons: backups, unsaved work, missing recordings.
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/RowList.h"

namespace athanor
{

class ListSheet : public Sheet
{
public:
    ListSheet (const juce::String& title, const juce::String& sentence);
    ~ListSheet() override;

    /** Adds a button; the first one is at the right. Return presses the first primary one. */
    PushButton& addButton (const juce::String& text, std::function<void()> onClick, bool isPrimary = false);

    /** Changes the sentence below the title. */
    void say (const juce::String&, Ink = Ink::mute);

    const juce::String& sentence() const noexcept { return words; }

    RowList list;

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;
    juce::Component* firstFocus() override;
    void paint (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;

    static constexpr int margin = 20;

private:
    juce::String words;
    Ink ink = Ink::mute;
    juce::OwnedArray<PushButton> buttons;
    PushButton* primary = nullptr;
};

/** A time as it is said: "today, 14:03", "yesterday, 9:10", "21 Nov 2026, 14:03". Seconds since 1970. */
juce::String whenText (std::int64_t seconds);

} // namespace athanor
