// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Files/ListSheet.h"

#include "Ui/Kit/Card.h"
#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int titleHeight = 22, sentenceHeight = 20;
} // namespace

ListSheet::ListSheet (const juce::String& title, const juce::String& sentence) : Sheet (title), list (title), words (sentence)
{
    setDescription (words);
    addAndMakeVisible (list);
    list.onActivate = [this] (int) {
        if (primary != nullptr && primary->isEnabled())
            primary->onClick();
    };
}

ListSheet::~ListSheet() = default;

PushButton& ListSheet::addButton (const juce::String& text, std::function<void()> onClick, bool isPrimary)
{
    auto* button = buttons.add (new PushButton (text));
    button->setPrimary (isPrimary);
    button->onClick = std::move (onClick);
    addAndMakeVisible (button);

    if (isPrimary && primary == nullptr)
        primary = button;

    return *button;
}

void ListSheet::say (const juce::String& sentence, Ink with)
{
    if (words == sentence && ink == with)
        return;

    words = sentence;
    ink = with;
    setDescription (words);
    repaint();
}

juce::Point<int> ListSheet::idealSize (juce::Rectangle<int> window) const { return { juce::jmin (620, window.getWidth()), juce::jmin (400, window.getHeight()) }; }

juce::Component* ListSheet::firstFocus() { return &list.listBox(); }

void ListSheet::paint (juce::Graphics& g)
{
    Sheet::paint (g);
    const auto& t = tokens (*this);
    auto area = getLocalBounds().reduced (margin);
    drawWords (g, getTitle(), area.removeFromTop (titleHeight), font (*this, Face::nameStrong, 15), t[Ink::text]);
    area.removeFromTop (space::tight);
    drawWords (g, words, area.removeFromTop (sentenceHeight), font (*this, Face::name, textSize::body), t[ink]);
    paintWell (g, list.getBounds().toFloat().expanded (4), t);
}

void ListSheet::resized()
{
    auto area = getLocalBounds().reduced (margin);
    auto line = area.removeFromBottom (measure::button);

    for (auto* button : buttons)
    {
        button->setBounds (line.removeFromRight (juce::jmax (72, button->idealWidth())));
        line.removeFromRight (space::near);
    }

    area.removeFromTop (titleHeight + space::tight + sentenceHeight + space::pad);
    list.setBounds (area.withTrimmedBottom (space::wide).reduced (4, 0));
}

bool ListSheet::keyPressed (const juce::KeyPress& key)
{
    if (key != juce::KeyPress::returnKey || primary == nullptr || ! primary->isEnabled())
        return Sheet::keyPressed (key);

    primary->onClick();
    return true;
}

juce::String whenText (std::int64_t seconds)
{
    if (seconds <= 0)
        return "some time ago";

    const juce::Time time (seconds * 1000), now = juce::Time::getCurrentTime();
    const auto clock = time.formatted ("%H:%M");
    const auto isDay = [&time] (const juce::Time& day) { return day.getYear() == time.getYear() && day.getDayOfYear() == time.getDayOfYear(); };

    if (isDay (now))
        return "today, " + clock;

    if (isDay (now - juce::RelativeTime::days (1)))
        return "yesterday, " + clock;

    return time.formatted ("%d %b %Y, ").trimCharactersAtStart ("0") + clock;
}

} // namespace athanor
