// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets that lie over the window: questions, forms, the palette. No native dialogs, so tests and screen readers reach them all.
#pragma once

#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** What an overlay shows. It says how large it wants to be and asks to be dismissed. */
class Sheet : public juce::Component
{
public:
    explicit Sheet (const juce::String& title);

    /** Size that it would like to have within the window. */
    virtual juce::Point<int> idealSize (juce::Rectangle<int> window) const = 0;

    /** Palettes hang from the top, questions stand in the middle. */
    virtual bool hangsFromTop() const { return false; }

    /** The component that takes the keys when the sheet opens. */
    virtual juce::Component* firstFocus() { return this; }

    /** Escape, or a press beside it. Answers whether it may go. */
    virtual bool cancel() { return true; }

    /** Set by the overlay. */
    std::function<void()> onDismiss;

    void dismiss();

    void paint (juce::Graphics&) override;
    bool keyPressed (const juce::KeyPress&) override;
};

/** Covers its parent while a sheet is open and keeps keys and mouse within. Sheets can be stacked. The parent adds it last and
    gives it all its area; while nothing is shown it is as if it were not there. */
class Overlay : public juce::Component
{
public:
    Overlay();
    ~Overlay() override;

    void show (std::unique_ptr<Sheet>);

    /** Removes the uppermost sheet and gives the keys back to who had them. */
    void dismiss();

    Sheet* current() const { return sheets.isEmpty() ? nullptr : sheets.getLast(); }

    void paint (juce::Graphics&) override;
    void resized() override;
    bool hitTest (int x, int y) override;
    void mouseDown (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;

private:
    void dismiss (Sheet&);
    void giveFocusBack (juce::Component* before);
    void place (Sheet&);

    juce::OwnedArray<Sheet> sheets;
    std::vector<juce::Component::SafePointer<juce::Component>> focusBefore; ///< By sheet.
};

} // namespace athanor
