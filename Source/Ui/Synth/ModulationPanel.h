// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Card.h"
#include "Ui/Synth/ControlTurnable.h"
#include "Ui/Synth/ModulationSwitches.h"
#include "Ui/Synth/SourceHandle.h"
#include "Ui/Synth/SynthPanel.h"

namespace athanor
{

/** How far one modulation goes, or how it is bent: a bar from the middle, and the number. */
class AmountBar : public TurnControl
{
public:
    explicit AmountBar (Turnable& thing, Ink bar = Ink::ember) : TurnControl (thing, bar) {}

    void paint (juce::Graphics&) override;

protected:
    juce::Rectangle<int> valueArea() const override { return getLocalBounds().removeFromRight (44); }

    juce::Justification valueJustification() const override { return juce::Justification::centredRight; }
};

/** One of the 64 modulations: what moves what, how far, both ways or not, the other way on the right side or not. */
class ModulationRow : public juce::Component,
                      public ModulationSwitches,
                      public juce::SettableTooltipClient
{
public:
    /** @param slot  From 0. */
    ModulationRow (ShownSynth&, int slot);

    const int slot;

    AmountBar& amountBar() noexcept { return bar; }

    void update();
    void paint (juce::Graphics&) override;
    void resized() override;

private:
    ShownSynth& synth;
    ControlTurnable amount;
    AmountBar bar;
    juce::Rectangle<int> words;
};

/** All modulations in a list that scrolls; below it, sources that are played and have no panel of their own. */
class ModulationPanel : public Card,
                        public SynthPart
{
public:
    explicit ModulationPanel (ShownSynth&);

    int heightFor (int width) const override;
    void update() override;
    void resized() override;
    void paint (juce::Graphics&) override;

    /** The row of a modulation; null: it is empty. */
    ModulationRow* rowOf (int slot) const;

private:
    std::vector<std::pair<juce::Component*, int>> playedSources() const;

    ShownSynth& synth;
    juce::Viewport scroller;
    juce::Component list;
    std::vector<std::unique_ptr<ModulationRow>> rows;
    std::vector<std::unique_ptr<SourceHandle>> played;
};

} // namespace athanor
