// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Overlay.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

Sheet::Sheet (const juce::String& title)
{
    setTitle (title);
    setWantsKeyboardFocus (true);
    setFocusContainerType (FocusContainerType::keyboardFocusContainer);
}

void Sheet::dismiss()
{
    if (onDismiss)
        onDismiss();
}

void Sheet::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto area = getLocalBounds().toFloat();
    g.setColour (t[Ink::panel]);
    g.fillRoundedRectangle (area, radius::card + 2);
    g.setColour (t[Ink::line]);
    g.drawRoundedRectangle (area.reduced (0.5f), radius::card + 2, 1);
}

bool Sheet::keyPressed (const juce::KeyPress& key)
{
    if (key != juce::KeyPress::escapeKey)
        return false;

    if (cancel())
        dismiss();

    return true;
}

Overlay::Overlay()
{
    setVisible (false);
    setWantsKeyboardFocus (true);
    setFocusContainerType (FocusContainerType::keyboardFocusContainer);
}

Overlay::~Overlay() = default;

void Overlay::show (std::unique_ptr<Sheet> sheet)
{
    focusBefore.emplace_back (getCurrentlyFocusedComponent());

    auto& shown = *sheets.add (sheet.release());
    shown.onDismiss = [this, safe = SafePointer<Sheet> (&shown)] {
        // The sheet is often in the middle of a callback: it goes when that has returned.
        juce::MessageManager::callAsync ([overlay = SafePointer<Overlay> (this), safe] {
            if (overlay != nullptr && safe != nullptr)
                overlay->dismiss (*safe);
        });
    };

    addAndMakeVisible (shown);
    setVisible (true);
    toFront (false);
    place (shown);

    if (auto* focus = shown.firstFocus(); focus != nullptr && focus->isShowing())
        focus->grabKeyboardFocus();

    repaint();
}

void Overlay::dismiss()
{
    if (auto* sheet = current())
        dismiss (*sheet);
}

void Overlay::dismiss (Sheet& sheet)
{
    const auto index = sheets.indexOf (&sheet);

    if (index < 0)
        return;

    // What it brought up meanwhile stays, and gives the keyboard back to whoever had it before both.
    const auto wasOnTop = index == sheets.size() - 1;
    const auto place = focusBefore.begin() + index;

    if (! wasOnTop)
        *(place + 1) = *place;

    const auto before = *place;
    focusBefore.erase (place);
    sheets.remove (index);
    setVisible (! sheets.isEmpty());
    repaint();

    if (wasOnTop)
        giveFocusBack (before);
}

void Overlay::giveFocusBack (juce::Component* before)
{
    // A menu that asked for the sheet is gone by now: without anybody in its place no key would do anything.
    auto* heir = before != nullptr && before->isShowing() ? before : sheets.isEmpty() ? getParentComponent()
                                                                                      : current()->firstFocus();

    if (heir != nullptr && heir->isShowing())
        heir->grabKeyboardFocus();
}

void Overlay::place (Sheet& sheet)
{
    const auto room = getLocalBounds().reduced (space::wide);
    const auto wanted = sheet.idealSize (room);
    const auto width = juce::jmin (wanted.x, room.getWidth()), height = juce::jmin (wanted.y, room.getHeight());
    const auto top = sheet.hangsFromTop() ? juce::jmin (room.getY() + room.getHeight() / 10, room.getBottom() - height) : room.getCentreY() - height / 2;
    sheet.setBounds (room.getCentreX() - width / 2, top, width, height);
}

void Overlay::paint (juce::Graphics& g)
{
    auto* sheet = current();

    if (sheet == nullptr)
        return;

    const auto& t = tokens (*this);
    g.fillAll (t[Ink::shade]);
    juce::DropShadow (juce::Colours::black.withAlpha (t.isDark() ? 0.5f : 0.25f), 24, { 0, 6 }).drawForRectangle (g, sheet->getBounds().reduced (4));
}

void Overlay::resized()
{
    for (auto* sheet : sheets)
        place (*sheet);
}

void Overlay::mouseDown (const juce::MouseEvent&)
{
    if (auto* sheet = current(); sheet != nullptr && sheet->cancel())
        dismiss();
}

bool Overlay::hitTest (int, int) { return ! sheets.isEmpty(); }

bool Overlay::keyPressed (const juce::KeyPress& key)
{
    auto* sheet = current();
    const auto isOpen = sheet != nullptr;

    if (isOpen && key == juce::KeyPress::escapeKey && sheet->cancel())
        dismiss();

    return isOpen; // nothing below the overlay hears a key
}

} // namespace athanor
