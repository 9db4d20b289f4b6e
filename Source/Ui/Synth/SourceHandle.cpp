// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SourceHandle.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

SourceHandle::SourceHandle (ShownSynth& s, PatchSource from, const juce::String& words) : Button (words), source (from), synth (s)
{
    setButtonText (words);
    setTitle (titleOf (source, synth.patch()));
    setMouseClickGrabsKeyboardFocus (false);
    setMouseCursor (juce::MouseCursor::DraggingHandCursor);
    update();
}

void SourceHandle::setChosen (bool chosen)
{
    isChosen = chosen;
    repaint();
}

int SourceHandle::idealWidth() const { return juce::jmax (22, widthOf (getButtonText(), font (*this, Face::nameMedium, textSize::small)) + 14); }

void SourceHandle::update()
{
    const auto& slots = synth.patch().slots;
    isInUse = std::ranges::any_of (slots, [this] (const PatchSlot& slot) { return slot.source == source; });
    setTooltip (titleOf (source, synth.patch()) + "\nDrag it onto a knob that it shall move.");
    repaint();
}

void SourceHandle::paintButton (juce::Graphics& g, bool isOver, bool isDown)
{
    const auto& t = tokens (*this);
    const auto area = getLocalBounds().toFloat();
    g.setColour (lifted (t[isChosen ? Ink::chosen : Ink::control], t, isOver, isDown));
    g.fillRoundedRectangle (area, radius::small);
    drawWords (g, getButtonText(), getLocalBounds(), font (*this, Face::nameMedium, textSize::small), t[isInUse ? Ink::teal : isChosen ? Ink::text
                                                                                                                                       : Ink::mute],
               juce::Justification::centred);

    if (isChosen)
    {
        g.setColour (t[Ink::teal]);
        g.fillRoundedRectangle (area.withTop (area.getBottom() - 2).reduced (5, 0), 1);
    }

    if (hasKeyboardFocus (false))
        drawFocusRing (g, area, radius::small, t);
}

void SourceHandle::mouseDrag (const juce::MouseEvent& event)
{
    if (auto* container = juce::DragAndDropContainer::findParentDragContainerFor (this); container != nullptr && event.getDistanceFromDragStart() > 4 && ! container->isDragAndDropActive())
    {
        setState (buttonNormal);
        container->startDragging (draggedOf (source), this);
    }
}

} // namespace athanor
