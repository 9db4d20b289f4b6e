// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Buttons.h"

namespace athanor
{

/** The line at the foot of the window: facts at the left, reminders of keys at the right. */
class StatusBar : public juce::Component
{
public:
    StatusBar();

    struct Fact
    {
        juce::String text;
        Ink ink = Ink::mute;
        std::function<void()> onClick = {};
    };

    void setFacts (std::vector<Fact> left, std::vector<Fact> right);

    void paint (juce::Graphics&) override;
    void mouseUp (const juce::MouseEvent&) override;

private:
    const Fact* factAt (juce::Point<int>) const;

    std::vector<Fact> left, right;
    mutable std::vector<std::pair<juce::Rectangle<int>, const Fact*>> places;
};

/** A sentence that comes, can be acted on, and goes by itself. Lives above the foot of its parent; the screen reader speaks it. */
class Toast : public juce::Component,
              private juce::Timer
{
public:
    Toast();

    /** Shows a sentence for some seconds; longer ones stay longer. `action` is a word to press, such as "Undo". */
    void show (const juce::String& sentence, Ink = Ink::text, const juce::String& action = {}, std::function<void()> onAction = {});

    void dismiss();

    const juce::String& sentence() const noexcept { return words; }

    void paint (juce::Graphics&) override;
    void resized() override;

    /** Places itself above the foot; the parent calls it from resized(). */
    void place (juce::Rectangle<int> parentArea);

private:
    void timerCallback() override;

    juce::String words;
    Ink ink = Ink::text;
    juce::Rectangle<int> parentArea;
    PushButton button { "Undo" };
    std::function<void()> perform;
};

} // namespace athanor
