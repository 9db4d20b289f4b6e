// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/SegmentedTabs.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

class SegmentedTabs::Segment : public juce::Button
{
public:
    Segment (SegmentedTabs& owner, const juce::String& name, int place)
        : Button (name), tabs (owner), index (place)
    {
        setButtonText (name);
        setTitle (name);
        setMouseClickGrabsKeyboardFocus (false);
    }

    void clicked() override { tabs.choose (index); }

    bool keyPressed (const juce::KeyPress& key) override
    {
        const auto step = key == juce::KeyPress::rightKey ? 1 : key == juce::KeyPress::leftKey ? -1
                                                                                               : 0;

        if (step == 0)
            return Button::keyPressed (key);

        const auto target = juce::jlimit (0, tabs.segments.size() - 1, index + step);
        tabs.choose (target);
        tabs.segments[target]->grabKeyboardFocus();
        return true;
    }

    void paintButton (juce::Graphics& g, bool isOver, bool) override
    {
        const auto& t = tokens (*this);
        const auto area = getLocalBounds().toFloat();

        if (getToggleState())
        {
            g.setColour (t[Ink::chosen]);
            g.fillRoundedRectangle (area, radius::small);
        }

        drawWords (g, getButtonText(), getLocalBounds(), font (*this, Face::nameMedium, textSize::body), t[getToggleState() || isOver ? Ink::text : Ink::mute], juce::Justification::centred);

        if (hasKeyboardFocus (false))
            drawFocusRing (g, area, radius::small, t);
    }

private:
    SegmentedTabs& tabs;
    int index;
};

SegmentedTabs::SegmentedTabs (const juce::StringArray& names)
{
    setFocusContainerType (FocusContainerType::focusContainer);
    setNames (names);
}

SegmentedTabs::~SegmentedTabs() = default;

void SegmentedTabs::setNames (const juce::StringArray& names)
{
    segments.clear();

    for (auto& name : names)
        addAndMakeVisible (segments.add (new Segment (*this, name, segments.size())));

    setChosen (juce::jlimit (0, juce::jmax (0, segments.size() - 1), current));
    resized();
}

void SegmentedTabs::setChosen (int index)
{
    current = index;

    for (int i = 0; i < segments.size(); ++i)
        segments[i]->setToggleState (i == index, juce::dontSendNotification);
}

void SegmentedTabs::choose (int index)
{
    if (index == current)
        return;

    setChosen (index);

    if (onChoose)
        onChoose (index);
}

int SegmentedTabs::idealWidth() const
{
    auto width = 6;

    for (auto* segment : segments)
        width += widthOf (segment->getButtonText(), font (*this, Face::nameMedium, textSize::body)) + 26 + 2;

    return width - (segments.isEmpty() ? 0 : 2);
}

void SegmentedTabs::paint (juce::Graphics& g)
{
    g.setColour (tokens (*this)[Ink::raised]);
    g.fillRoundedRectangle (getLocalBounds().toFloat(), radius::tabs);
}

void SegmentedTabs::resized()
{
    if (segments.isEmpty())
        return;

    auto area = getLocalBounds().reduced (3);
    const auto spare = (getWidth() - idealWidth()) / segments.size();

    for (auto* segment : segments)
    {
        const auto width = widthOf (segment->getButtonText(), font (*this, Face::nameMedium, textSize::body)) + 26 + spare;
        segment->setBounds (area.removeFromLeft (segment == segments.getLast() ? area.getWidth() : width));
        area.removeFromLeft (2);
    }
}

} // namespace athanor
