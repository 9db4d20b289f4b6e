// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/ProgressRow.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{

class ProgressValue : public juce::AccessibilityTextValueInterface
{
public:
    explicit ProgressValue (const ProgressRow::State& shown)
        : state (shown) {}

    bool isReadOnly() const override { return true; }

    juce::String getCurrentValueAsString() const override { return state.status; }

    void setValueAsString (const juce::String&) override {}

private:
    const ProgressRow::State& state;
};

} // namespace

ProgressRow::ProgressRow()
{
    action.setQuiet (true);
    action.onClick = [this] {
        if (onAction)
            onAction();
    };
    addAndMakeVisible (action);
}

void ProgressRow::setState (State newState)
{
    if (newState == state)
        return;

    state = std::move (newState);
    setTitle (state.name);
    setDescription (state.detail);
    action.setButtonText (state.action);
    action.setTitle (state.action + " " + state.name);
    action.setVisible (state.canCancel);
    resized();
    repaint();
}

juce::Rectangle<float> ProgressRow::bar() const
{
    return juce::Rectangle<int> (space::pad, 37, getWidth() - 2 * space::pad, 5).toFloat();
}

void ProgressRow::refresh()
{
    if (state.fraction >= 0 || ! state.canCancel)
        return;

    wander = wander >= 1 ? 0 : wander + 0.012f;
    repaint (bar().getSmallestIntegerContainer());
}

void ProgressRow::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.setColour (t[Ink::raised]);
    g.fillRoundedRectangle (getLocalBounds().toFloat(), radius::card);

    const auto line = juce::Rectangle<int> (space::pad, 9, getWidth() - 2 * space::pad, 20);
    const auto statusFont = font (*this, Face::number, textSize::small);
    drawWords (g, state.status, line, statusFont, t[Ink::mute], juce::Justification::centredRight);
    drawWords (g, state.name, line.withTrimmedRight (widthOf (state.status, statusFont) + space::near), font (*this, Face::name, textSize::body), t[Ink::text]);

    const auto rail = bar();
    g.setColour (t[Ink::window]);
    g.fillRoundedRectangle (rail, 2.5f);
    g.setColour (t[state.ink]);

    if (state.fraction >= 0)
        g.fillRoundedRectangle (rail.withWidth (juce::jmax (5.0f, rail.getWidth() * juce::jmin (1.0f, state.fraction))), 2.5f);
    else
        g.fillRoundedRectangle (rail.withWidth (rail.getWidth() * 0.25f).withX (rail.getX() + rail.getWidth() * 0.75f * (0.5f - 0.5f * std::cos (wander * juce::MathConstants<float>::twoPi))), 2.5f);

    drawWords (g, state.detail, { space::pad, 48, getWidth() - 2 * space::pad - (state.canCancel ? action.getWidth() : 0), 18 }, font (*this, Face::name, textSize::small), t[Ink::mute]);
}

void ProgressRow::resized()
{
    const auto width = juce::jmax (48, widthOf (state.action, font (*this, Face::nameMedium, textSize::device)) + 14);
    action.setBounds (getWidth() - width - 5, 46, width, 22);
}

std::unique_ptr<juce::AccessibilityHandler> ProgressRow::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::progressBar, juce::AccessibilityActions(), juce::AccessibilityHandler::Interfaces { std::make_unique<ProgressValue> (state) });
}

} // namespace athanor
