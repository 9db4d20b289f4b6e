// SPDX-License-Identifier: GPL-3.0-or-later
// The hand of every control that turns something: mouse, wheel, keys, typed values, menu, tooltip, screen reader.
#pragma once

#include "Ui/Kit/Live.h"
#include "Ui/Kit/Theme.h"
#include "Ui/Kit/TurnGesture.h"

namespace athanor
{

/** A page that moves under the wheel, as one in a juce::Viewport does: who scrolls it must not turn what passes under the mouse. */
struct ScrollingPage
{
    virtual ~ScrollingPage() = default;
};

/** What KnobView, FaderView and ValueField have in common; they add how it looks. The Turnable must outlive it.
    Drag upwards to turn, with Shift finely; double-click or Return types a value; Ctrl- or Alt-click resets.
    The mouse does not take the keys away from where they are: a musician turns a knob while typing notes. */
class TurnControl : public juce::Component,
                    public juce::SettableTooltipClient,
                    public juce::DragAndDropTarget,
                    public Live
{
public:
    explicit TurnControl (Turnable&, Ink = Ink::ember);
    ~TurnControl() override;

    /** Adds to the right-click menu: MIDI learn, modulation, automation. */
    std::function<void (juce::PopupMenu&)> onMenu;

    /** Called when the hand takes (true) and leaves (false) the control. */
    std::function<void (bool)> onTouch;

    /** Whether something dragged may be dropped here, a modulator for example; and what happens then. */
    std::function<bool (const juce::var&)> onOffer;
    std::function<void (const juce::var&)> onDrop;

    Turnable& thing() const noexcept { return turnable; }

    void setInk (Ink);

    Ink ink() const noexcept { return colour; }

    /** Position from 0 to 1 as last drawn. */
    float shownPosition() const noexcept { return position; }

    void refresh() override;

    /** Opens the field in which a value is typed. */
    void startTyping();

    juce::String getTooltip() override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    void mouseEnter (const juce::MouseEvent&) override;
    void mouseExit (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;
    void focusGained (FocusChangeType) override;
    void focusLost (FocusChangeType) override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

    bool isInterestedInDragSource (const SourceDetails&) override;
    void itemDragEnter (const SourceDetails&) override;
    void itemDragExit (const SourceDetails&) override;
    void itemDropped (const SourceDetails&) override;

protected:
    /** Where the value is written, and where the field to type it opens. */
    virtual juce::Rectangle<int> valueArea() const = 0;

    /** What is painted anew when only modulation moved; empty: all of it. */
    virtual juce::Rectangle<int> ringArea() const { return {}; }

    /** Where a press takes hold at once, as a fader's track does; nothing when turning is relative only. */
    virtual std::optional<float> positionAt (juce::Point<float>) const { return std::nullopt; }

    virtual juce::Justification valueJustification() const { return juce::Justification::centred; }

    /** The ring around what has the keys, and that around what would take what is dragged. */
    void paintState (juce::Graphics&) const;

    TurnGesture gesture;
    ModulationReach reach;
    bool isOver = false;

private:
    void showMenu();

    Turnable& turnable;
    Ink colour;
    float position = -1;
    float lastY = 0;
    float wheelRest = 0;
    bool wasTouched = false, isOffered = false;
    std::unique_ptr<juce::TextEditor> editor;
};

} // namespace athanor
