// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ChoiceView.h"

#include "Ui/Kit/Draw.h"
#include "Ui/Kit/Icons.h"
#include "Ui/KnobMenu.h"
#include "Ui/Synth/ChoiceNames.h"

namespace athanor
{

ChoiceView::ChoiceView (ShownSynth& s, Control c, const juce::String& words) : Button (words), control (c), synth (s), label (words)
{
    setTitle (titleOf (control));
    setMouseClickGrabsKeyboardFocus (false);
    update();
}

juce::String ChoiceView::nameOf (int choice) const
{
    const auto isNamed = choice >= 0 && choice < static_cast<int> (names.size());
    return isNamed ? names[static_cast<std::size_t> (choice)] : juce::String (choice);
}

void ChoiceView::update()
{
    const auto next = synth.choiceNow (control);
    auto called = choiceNames (control, synth.patch().values);

    // Both are taken over, whatever differs.
    if (const auto hasMoved = std::exchange (now, next) != next, isRenamed = std::exchange (names, std::move (called)) != names; hasMoved || isRenamed)
        repaint();

    setTooltip (titleOf (control) + ": " + nameOf (now));
}

void ChoiceView::choose (int choice)
{
    synth.set (control, static_cast<float> (choice));
    update();
}

void ChoiceView::clicked()
{
    juce::PopupMenu menu;
    const auto& info = infoOf (control);
    menu.addSectionHeader (titleOf (control));

    for (int i = juce::roundToInt (info.least); i <= std::min (static_cast<int> (names.size()) - 1, juce::roundToInt (info.greatest)); ++i)
        if (nameOf (i).isNotEmpty())
            menu.addItem (nameOf (i), true, i == now, [safe = SafePointer (this), i] {
                if (safe != nullptr)
                    safe->choose (i);
            });

    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (this));
}

void ChoiceView::mouseWheelMove (const juce::MouseEvent& event, const juce::MouseWheelDetails& wheel)
{
    // On a page that scrolls, only who has the keys is turned by the wheel.
    if (isWalkable() && hasKeyboardFocus (false) && wheel.deltaY != 0)
        choose (now + (wheel.deltaY > 0 ? -1 : 1));
    else
        Component::mouseWheelMove (event, wheel);
}

void ChoiceView::paintButton (juce::Graphics& g, bool isOver, bool isDown)
{
    const auto& t = tokens (*this);
    const auto box = getLocalBounds().withTrimmedTop (10).withHeight (23).reduced (3, 0);
    g.setColour (lifted (t[Ink::control], t, isOver, isDown));
    g.fillRoundedRectangle (box.toFloat(), radius::small);
    drawIcon (g, Icon::chevronDown, box.toFloat().removeFromRight (18).withSizeKeepingCentre (8, 8), t[Ink::mute]);
    drawWords (g, nameOf (now), box.withTrimmedLeft (7).withTrimmedRight (17), font (*this, Face::name, textSize::small), t[Ink::text]);
    drawWords (g, label, getLocalBounds().withTop (box.getBottom() + 5).withHeight (14), font (*this, Face::name, textSize::small), t[Ink::mute], juce::Justification::centred);

    if (hasKeyboardFocus (false))
        drawFocusRing (g, box.toFloat(), radius::small, t);
}

} // namespace athanor
