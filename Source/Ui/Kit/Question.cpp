// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Dialog.h"
#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{

constexpr int margin = 20, titleHeight = 22, buttonHeight = 30;

} // namespace

Question::Question (const juce::String& title, const juce::String& words, std::vector<Answer> possible)
    : Sheet (title), sentence (words), answers (std::move (possible))
{
    setDescription (sentence);

    for (auto& option : answers)
    {
        auto* button = buttons.add (new PushButton (option.text));
        button->setPrimary (option.kind == Answer::Kind::primary);
        button->setTextInk (option.kind == Answer::Kind::danger ? Ink::rose : Ink::text);
        button->onClick = [this, text = option.text] { answer (text); };
        addAndMakeVisible (button);
    }
}

bool Question::answer (const juce::String& text)
{
    for (auto& option : answers)
    {
        if (option.text != text)
            continue;

        const auto perform = option.onChoose;
        dismiss();
        perform();
        return true;
    }

    return false;
}

juce::Point<int> Question::idealSize (juce::Rectangle<int> window) const
{
    const auto width = juce::jmin (440, window.getWidth());
    juce::AttributedString text (sentence);
    text.setFont (font (*this, Face::name, textSize::body));
    juce::TextLayout layout;
    layout.createLayout (text, static_cast<float> (width - 2 * margin));
    return { width, margin + titleHeight + space::near + static_cast<int> (std::ceil (layout.getHeight())) + margin + buttonHeight + space::wide };
}

juce::Rectangle<int> Question::words() const
{
    return getLocalBounds().reduced (margin).withTrimmedTop (titleHeight + space::near).withTrimmedBottom (buttonHeight + space::near);
}

void Question::paint (juce::Graphics& g)
{
    Sheet::paint (g);
    const auto& t = tokens (*this);
    drawWords (g, getTitle(), getLocalBounds().reduced (margin).withHeight (titleHeight), font (*this, Face::nameStrong, 15), t[Ink::text]);

    juce::AttributedString text;
    text.append (sentence, font (*this, Face::name, textSize::body), t[Ink::mute]);
    text.draw (g, words().toFloat());
}

void Question::resized()
{
    auto line = getLocalBounds().reduced (space::wide).removeFromBottom (buttonHeight);

    for (auto* button : buttons)
    {
        button->setBounds (line.removeFromRight (juce::jmax (72, button->idealWidth())));
        line.removeFromRight (space::near);
    }
}

bool Question::keyPressed (const juce::KeyPress& key)
{
    if (key == juce::KeyPress::returnKey)
        for (auto& option : answers)
            if (option.kind == Answer::Kind::primary)
                return answer (option.text);

    return Sheet::keyPressed (key);
}

} // namespace athanor
