// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/StatusBar.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{

bool same (const std::vector<StatusBar::Fact>& a, const std::vector<StatusBar::Fact>& b)
{
    return std::equal (a.begin(), a.end(), b.begin(), b.end(), [] (auto& x, auto& y) { return x.text == y.text && x.ink == y.ink; });
}

} // namespace

StatusBar::StatusBar()
{
    setTitle ("Status");
    setOpaque (true);
}

void StatusBar::setFacts (std::vector<Fact> newLeft, std::vector<Fact> newRight)
{
    const auto isNew = ! same (left, newLeft) || ! same (right, newRight);
    left = std::move (newLeft);
    right = std::move (newRight);
    places.clear();

    if (! isNew)
        return;

    juce::StringArray words;

    for (auto* facts : { &left, &right })
        for (auto& fact : *facts)
            words.add (fact.text);

    setDescription (words.joinIntoString (", "));
    repaint();
}

void StatusBar::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.fillAll (t[Ink::window]);
    g.setColour (t[Ink::line]);
    g.fillRect (getLocalBounds().removeFromTop (1));

    const auto words = font (*this, Face::name, textSize::small);
    auto area = getLocalBounds().withTrimmedTop (1).reduced (14, 0);
    places.clear();

    for (auto fact = right.rbegin(); fact != right.rend(); ++fact)
    {
        const auto place = area.removeFromRight (juce::jmin (area.getWidth(), widthOf (fact->text, words)));
        drawWords (g, fact->text, place, words, t[fact->ink], juce::Justification::centredRight);
        places.emplace_back (place, &*fact);
        area.removeFromRight (18);
    }

    for (auto& fact : left)
    {
        const auto place = area.removeFromLeft (juce::jmin (area.getWidth(), widthOf (fact.text, words)));
        drawWords (g, fact.text, place, words, t[fact.ink]);
        places.emplace_back (place, &fact);
        area.removeFromLeft (18);
    }
}

const StatusBar::Fact* StatusBar::factAt (juce::Point<int> at) const
{
    for (auto& [place, fact] : places)
        if (place.contains (at))
            return fact;

    return nullptr;
}

void StatusBar::mouseUp (const juce::MouseEvent& event)
{
    if (auto* fact = factAt (event.getPosition()); fact != nullptr && fact->onClick)
    {
        const auto perform = fact->onClick;
        perform();
    }
}

Toast::Toast()
{
    setInterceptsMouseClicks (true, true);
    button.setQuiet (true);
    button.onClick = [this] {
        const auto what = perform;
        dismiss();

        if (what)
            what();
    };
    addChildComponent (button);
    setVisible (false);
}

void Toast::show (const juce::String& sentence, Ink colour, const juce::String& action, std::function<void()> onAction)
{
    words = sentence;
    ink = colour;
    perform = std::move (onAction);
    button.setButtonText (action);
    button.setVisible (action.isNotEmpty());
    setTitle (sentence);
    setVisible (true);
    place (parentArea);
    repaint();
    juce::AccessibilityHandler::postAnnouncement (sentence, juce::AccessibilityHandler::AnnouncementPriority::medium);
    startTimer (3000 + 45 * sentence.length() + (action.isNotEmpty() ? 2000 : 0));
}

void Toast::dismiss()
{
    stopTimer();
    setVisible (false);
}

void Toast::place (juce::Rectangle<int> area)
{
    parentArea = area;
    const auto buttonWidth = button.isVisible() ? button.idealWidth() : 0;
    const auto wanted = widthOf (words, font (*this, Face::name, textSize::body)) + 2 * space::wide + buttonWidth + 2;
    const auto width = juce::jmin (area.getWidth() - 2 * space::wide, wanted);
    setBounds (area.getCentreX() - width / 2, area.getBottom() - 36 - space::pad, juce::jmax (0, width), 36);
}

void Toast::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto area = getLocalBounds().toFloat().reduced (0.5f);
    g.setColour (t[Ink::chosen]);
    g.fillRoundedRectangle (area, radius::tabs);
    g.setColour (t[Ink::line]);
    g.drawRoundedRectangle (area, radius::tabs, 1);
    g.setColour (t[ink == Ink::text ? Ink::ember : ink]);
    g.fillRoundedRectangle (area.withWidth (3).reduced (0, 9).translated (7, 0), 1.5f);

    auto line = getLocalBounds().withTrimmedLeft (space::wide + 2);
    line.removeFromRight (button.isVisible() ? button.getWidth() + space::tight : space::near);
    drawWords (g, words, line, font (*this, Face::name, textSize::body), t[Ink::text]);
}

void Toast::resized() { button.setBounds (getLocalBounds().reduced (space::tight).removeFromRight (button.idealWidth())); }

void Toast::timerCallback() { dismiss(); }

} // namespace athanor
