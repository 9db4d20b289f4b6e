// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/TurnControl.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{

/** What a screen reader reads and turns. */
class TurnValue : public juce::AccessibilityValueInterface
{
public:
    explicit TurnValue (TurnControl& owner)
        : control (owner) {}

    bool isReadOnly() const override { return ! control.thing().isEnabled(); }

    double getCurrentValue() const override { return static_cast<double> (control.thing().value()); }

    juce::String getCurrentValueAsString() const override { return control.thing().text (control.thing().value()); }

    void setValue (double value) override { turn (static_cast<float> (value)); }

    void setValueAsString (const juce::String& typed) override { TurnGesture (control.thing()).type (typed.toStdString()); }

    AccessibleValueRange getRange() const override
    {
        const auto& thing = control.thing();
        const auto low = static_cast<double> (thing.fromPosition (0)), high = static_cast<double> (thing.fromPosition (1));
        return { { low, high }, (high - low) / (thing.steps() > 0 ? thing.steps() : 100) };
    }

private:
    void turn (float value)
    {
        control.thing().begin();
        control.thing().turnTo (value);
        control.thing().end();
    }

    TurnControl& control;
};

} // namespace

TurnControl::TurnControl (Turnable& thing, Ink ink)
    : gesture (thing), turnable (thing), colour (ink)
{
    setWantsKeyboardFocus (true);
    setMouseClickGrabsKeyboardFocus (false);
    setTitle (thing.name());
    setDescription (thing.doc());
    setRepaintsOnMouseActivity (false);
    refresh();
}

TurnControl::~TurnControl() { gesture.end(); }

void TurnControl::setInk (Ink ink)
{
    colour = ink;
    repaint();
}

void TurnControl::refresh()
{
    const auto newPosition = turnable.toPosition (turnable.value());
    const auto newReach = turnable.modulation();

    if (newPosition == position && newReach == reach)
        return;

    const auto isRingAlone = newPosition == position && newReach.isActive && reach.isActive;
    position = newPosition;
    reach = newReach;

    if (const auto ring = ringArea(); isRingAlone && ! ring.isEmpty())
        repaint (ring);
    else
        repaint();
}

juce::String TurnControl::getTooltip()
{
    const auto custom = SettableTooltipClient::getTooltip();
    const juce::String doc = custom.isNotEmpty() ? custom : juce::String (turnable.doc());
    const juce::String now = juce::String (turnable.name()) + ": " + juce::String (turnable.text (turnable.value()));
    return doc.isEmpty() ? now : now + "\n" + doc;
}

void TurnControl::mouseDown (const juce::MouseEvent& event)
{
    if (! turnable.isEnabled())
        return;

    if (event.mods.isPopupMenu())
        return showMenu();

    if (event.mods.isCtrlDown() || event.mods.isAltDown() || event.mods.isCommandDown())
    {
        gesture.reset();
        return refresh();
    }

    lastY = event.position.y;
    wasTouched = true;
    gesture.begin();

    if (onTouch)
        onTouch (true);

    repaint();
}

void TurnControl::mouseDrag (const juce::MouseEvent& event)
{
    if (! gesture.isTurning())
        return;

    const auto isFine = event.mods.isShiftDown();
    const auto target = positionAt (event.position);

    if (target && ! isFine)
        gesture.moveTo (*target);
    else
        gesture.move (lastY - event.position.y, isFine);

    lastY = event.position.y;
    refresh();
}

void TurnControl::mouseUp (const juce::MouseEvent&)
{
    if (! gesture.isTurning())
        return;

    gesture.end();

    if (onTouch)
        onTouch (false);

    refresh();
    repaint();
}

void TurnControl::mouseDoubleClick (const juce::MouseEvent& event)
{
    if (turnable.isEnabled() && ! event.mods.isAnyModifierKeyDown())
        startTyping();
}

void TurnControl::mouseWheelMove (const juce::MouseEvent& event, const juce::MouseWheelDetails& wheel)
{
    // Over a page that scrolls, a knob must not be turned by somebody who passes by, only when it was touched before.
    const auto isOnPage = findParentComponentOfClass<juce::Viewport>() != nullptr || findParentComponentOfClass<ScrollingPage>() != nullptr;

    if (! turnable.isEnabled() || event.mods.isCtrlDown() || (isOnPage && ! wasTouched && ! hasKeyboardFocus (true)))
        return Component::mouseWheelMove (event, wheel);

    // A wheel with notches says how far one is in different ways on different systems; a touchpad sends many small parts of one.
    const auto turned = wheel.isReversed ? -wheel.deltaY : wheel.deltaY;
    wheelRest += wheel.isSmooth ? turned * 8.0f : turned > 0 ? 1.0f
                                              : turned < 0   ? -1.0f
                                                             : 0.0f;
    const auto notches = static_cast<int> (wheelRest);
    wheelRest -= static_cast<float> (notches);

    if (notches != 0)
        gesture.nudge (notches, event.mods.isShiftDown());

    refresh();
}

void TurnControl::mouseEnter (const juce::MouseEvent&)
{
    isOver = true;
    repaint();
}

void TurnControl::mouseExit (const juce::MouseEvent&)
{
    isOver = wasTouched = false;
    repaint();
}

bool TurnControl::keyPressed (const juce::KeyPress& key)
{
    if (! turnable.isEnabled() || key.getModifiers().isCtrlDown() || key.getModifiers().isAltDown())
        return false;

    const auto isFine = key.getModifiers().isShiftDown();
    const auto code = key.getKeyCode();

    if (code == juce::KeyPress::upKey || code == juce::KeyPress::rightKey)
        gesture.nudge (1, isFine);
    else if (code == juce::KeyPress::downKey || code == juce::KeyPress::leftKey)
        gesture.nudge (-1, isFine);
    else if (code == juce::KeyPress::pageUpKey)
        gesture.nudge (10, isFine);
    else if (code == juce::KeyPress::pageDownKey)
        gesture.nudge (-10, isFine);
    else if (code == juce::KeyPress::deleteKey || code == juce::KeyPress::backspaceKey)
        gesture.reset();
    else if (code == juce::KeyPress::returnKey)
        startTyping();
    else
        return false;

    refresh();
    return true;
}

void TurnControl::focusGained (FocusChangeType) { repaint(); }

void TurnControl::focusLost (FocusChangeType) { repaint(); }

bool TurnControl::isInterestedInDragSource (const SourceDetails& details) { return onOffer && onOffer (details.description); }

void TurnControl::itemDragEnter (const SourceDetails&)
{
    isOffered = true;
    repaint();
}

void TurnControl::itemDragExit (const SourceDetails&)
{
    isOffered = false;
    repaint();
}

void TurnControl::itemDropped (const SourceDetails& details)
{
    isOffered = false;
    repaint();

    if (onDrop)
        onDrop (details.description);
}

void TurnControl::paintState (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    const auto area = getLocalBounds().toFloat();

    if (isOffered)
    {
        g.setColour (t[Ink::teal].withAlpha (0.18f));
        g.fillRoundedRectangle (area, radius::small);
        g.setColour (t[Ink::teal]);
        g.drawRoundedRectangle (area.reduced (0.5f), radius::small, 1);
    }

    if (hasKeyboardFocus (false))
        drawFocusRing (g, area, radius::small, t);
}

void TurnControl::startTyping()
{
    editor = std::make_unique<juce::TextEditor> ("value");
    addAndMakeVisible (*editor);
    editor->setTitle (juce::String (turnable.name()) + " value");
    editor->setFont (font (*this, Face::number, textSize::value));
    editor->setBorder ({});
    editor->setIndents (2, 2);
    editor->setJustification (valueJustification());
    editor->setBounds (valueArea().expanded (2, 3).constrainedWithin (getLocalBounds()));
    editor->setText (turnable.text (turnable.value()), false);
    editor->selectAll();

    const auto close = [this] (bool takes) {
        if (editor == nullptr)
            return;

        // The editor calls us, so it must not be gone before it returns.
        std::shared_ptr<juce::TextEditor> old (std::move (editor));

        if (takes)
            gesture.type (old->getText().toStdString());

        old->setVisible (false);
        juce::MessageManager::callAsync ([old] {});
        refresh();
        repaint();
    };

    editor->onReturnKey = [this, close] {
        close (true);
        grabKeyboardFocus();
    };
    editor->onEscapeKey = [this, close] {
        close (false);
        grabKeyboardFocus();
    };
    editor->onFocusLost = [close] { close (true); };
    editor->grabKeyboardFocus();
}

void TurnControl::showMenu()
{
    juce::PopupMenu menu;
    menu.addSectionHeader (turnable.name());

    juce::Component::SafePointer<TurnControl> safe (this);
    menu.addItem ("Type a value", [safe] {
        if (safe != nullptr)
            safe->startTyping();
    });
    menu.addItem ("Reset to " + juce::String (turnable.text (turnable.initial())), [safe] {
        if (safe == nullptr)
            return;

        safe->gesture.reset();
        safe->refresh();
    });

    if (onMenu)
    {
        menu.addSeparator();
        onMenu (menu);
    }

    menu.showMenuAsync (juce::PopupMenu::Options().withTargetComponent (this));
}

std::unique_ptr<juce::AccessibilityHandler> TurnControl::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this,
                                                         juce::AccessibilityRole::slider,
                                                         juce::AccessibilityActions().addAction (juce::AccessibilityActionType::press, [this] { startTyping(); }),
                                                         juce::AccessibilityHandler::Interfaces { std::make_unique<TurnValue> (*this) });
}

} // namespace athanor
