// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/ResultCard.h"

#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int coverSide = 84, waveHeight = 30, lineHeight = 15, headHeight = 34, diceSide = 24;

/** X11 passes addresses on, in which a blank must not stand; as a path it would. */
juce::String draggedName (const juce::String& file)
{
#if JUCE_LINUX
    return juce::URL (juce::File (file)).toString (false);
#else
    return file;
#endif
}
} // namespace

void DragOutButton::mouseEnter (const juce::MouseEvent& event)
{
    IconButton::mouseEnter (event);

    if (onNear)
        onNear();
}

void DragOutButton::mouseDrag (const juce::MouseEvent& event)
{
    constexpr int meant = 6;

    if (! onDragOut || event.getDistanceFromDragStart() < meant || juce::DragAndDropContainer::findParentDragContainerFor (this) == nullptr)
        return IconButton::mouseDrag (event);

    setState (buttonNormal); // a drag is no click

    if (const auto file = onDragOut(); file.isNotEmpty())
        juce::DragAndDropContainer::performExternalDragDropOfFiles ({ draggedName (file) }, false, this);
}

ResultCard::ResultCard()
{
    for (auto* child : std::initializer_list<juce::Component*> { &cover, &spectrum, &keep, &compare, &play, &bundle, &wave, &why })
        addAndMakeVisible (child);

    addChildComponent (again);
    again.setTooltip ("Makes another sound of the same words: the next seed.");
    again.setQuiet (true);

    keep.setPrimary (true);
    compare.setTooltip ("Hears what was there before, and this again.");
    compare.setQuiet (true);
    play.setTooltip ("Hears a phrase of it, past the song.");
    bundle.setTooltip ("Exports it with preset, Ableton rack, recording and cover. Drag it out to drop it somewhere.");
    play.setQuiet (true);
    bundle.setQuiet (true);
    wave.onSeek = [this] (float) { play.triggerClick(); };
    why.onLayout = [this] {
        if (onLayout)
            onLayout();
    };
}

void ResultCard::show (ShownResult result)
{
    shown = std::move (result);
    setTitle ("Sound: " + shown.name);
    setDescription (shown.description);
    cover.setImage (shown.cover);
    spectrum.setHeights (shown.spectrum);
    spectrum.setBefore (shown.isHeard ? shown.before : std::vector<float>());
    wave.setPeaks (shown.wave);
    wave.setStyle ({ Ink::ember, Ink::faint, shown.isPlaying ? played : 0.0f, true });
    wave.setVisible (! shown.wave.empty());
    why.setRows (shown.why);
    updateButtons();
    resized();
    repaint();
}

void ResultCard::setPlayed (float position)
{
    played = position;
    wave.setStyle ({ Ink::ember, Ink::faint, played, true });
}

void ResultCard::updateButtons()
{
    const auto taken = static_cast<int> (std::ranges::count_if (shown.why, &WhyRow::isTaken)), all = static_cast<int> (shown.why.size());
    keep.setButtonText (shown.isKept ? juce::String ("Kept") : ! shown.isHeard && ! shown.isComparing ? juce::String ("Play it")
                                                           : taken == all                             ? juce::String ("Keep")
                                                                                                      : "Keep " + juce::String (taken) + " of " + juce::String (all));
    keep.setTitle (keep.getButtonText() + " " + shown.name);
    keep.setEnabled (! shown.isKept);
    keep.setTooltip (! shown.isHeard && ! shown.isComparing ? "Lets the chosen instrument play it: the keyboard sounds like this."
                     : taken == all                         ? "Makes it the sound of the track. One step of undo."
                                                            : "Makes it the sound of the track without what was left out. One step of undo.");
    compare.setEnabled (shown.canCompare);
    compare.setToggleState (shown.isComparing, juce::dontSendNotification);
    compare.setButtonText (shown.isComparing ? "B: before" : "A / B");
    again.setVisible (shown.canRepeat);
    play.setIcon (shown.isPlaying ? Icon::stop : Icon::play);
    play.setToggleState (shown.isPlaying, juce::dontSendNotification);
}

int ResultCard::remarkLines (int remark, int width) const
{
    return juce::jlimit (1, 4, linesOf (shown.remarks[remark], font (*this, Face::name, textSize::small), width - 18));
}

int ResultCard::remarksHeight (int width) const
{
    auto height = 0;

    for (int i = 0; i < shown.remarks.size(); ++i)
        height += remarkLines (i, width) * lineHeight + space::tight;

    return height;
}

int ResultCard::descriptionHeight (int width) const
{
    return shown.description.isEmpty() ? 0 : juce::jlimit (1, 4, linesOf (shown.description, font (*this, Face::name, textSize::small), width)) * lineHeight + space::close;
}

int ResultCard::heightFor (int width) const
{
    const auto inner = width - 2 * space::pad;
    return 2 * space::gap + coverSide + space::gap + measure::button + space::near + (shown.wave.empty() ? 0 : waveHeight + space::near) + descriptionHeight (inner) + remarksHeight (inner) + why.heightFor (inner);
}

void ResultCard::resized()
{
    auto area = getLocalBounds().reduced (space::pad, space::gap);
    auto top = area.removeFromTop (coverSide);
    cover.setBounds (top.removeFromLeft (coverSide));
    top.removeFromLeft (space::pad);
    words = top.removeFromTop (headHeight);
    again.setBounds (words.removeFromRight (again.isVisible() ? diceSide : 0).withHeight (diceSide));
    spectrum.setBounds (top);
    area.removeFromTop (space::gap);

    auto buttons = area.removeFromTop (measure::button);
    bundle.setBounds (buttons.removeFromRight (measure::button));
    play.setBounds (buttons.removeFromRight (measure::button));
    compare.setBounds (buttons.removeFromRight (78));
    keep.setBounds (buttons.withTrimmedRight (space::close));
    area.removeFromTop (space::near);

    if (wave.isVisible())
    {
        wave.setBounds (area.removeFromTop (waveHeight));
        area.removeFromTop (space::near);
    }

    remarkArea = area.removeFromTop (descriptionHeight (area.getWidth()) + remarksHeight (area.getWidth()));
    why.setBounds (area);
}

void ResultCard::paint (juce::Graphics& g)
{
    Card::paint (g);
    const auto& t = tokens (*this);
    auto head = words;
    drawWords (g, shown.name, head.removeFromTop (18), font (*this, Face::nameStrong, textSize::title), t[Ink::text]);
    drawWords (g, shown.subtitle, head.removeFromTop (14), font (*this, Face::name, textSize::small), t[Ink::mute]);

    auto area = remarkArea;
    const auto small = font (*this, Face::name, textSize::small);

    if (const auto height = descriptionHeight (area.getWidth()); height > 0)
        drawParagraph (g, shown.description, area.removeFromTop (height).withTrimmedBottom (space::close), lineHeight, small, t[Ink::mute]);

    for (int i = 0; i < shown.remarks.size(); ++i)
    {
        const auto lines = remarkLines (i, area.getWidth());
        auto line = area.removeFromTop (lines * lineHeight);
        area.removeFromTop (space::tight);
        drawIcon (g, Icon::info, line.removeFromLeft (18).removeFromTop (lineHeight).toFloat().withSizeKeepingCentre (11, 11).withX (static_cast<float> (line.getX() - 18)), t[Ink::gold]);
        drawParagraph (g, shown.remarks[i], line, lineHeight, small, t[Ink::text]);
    }
}

} // namespace athanor
