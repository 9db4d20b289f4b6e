// SPDX-License-Identifier: GPL-3.0-or-later
// The nine effects of a synth in the order in which sound goes through them.
#pragma once

#include "Modules/Synth/Effect/EffectChain.h"
#include "Ui/Synth/SynthPanel.h"

namespace athanor
{

/** A row of names that switch the effects and are dragged into another order; the panels of those that are on. */
class EffectRack : public juce::Component,
                   public juce::DragAndDropTarget,
                   public SynthPart
{
public:
    explicit EffectRack (ShownSynth&);
    ~EffectRack() override;

    synth::EffectOrder order() const;

    /** Puts an effect at a place, from 0; those behind it move on. */
    void move (synth::Effect, int place);

    void toggle (synth::Effect);

    /** The panel with the controls of an effect; null: it is a control of something else. */
    SynthPanel* panelOf (Control) const;

    SynthPanel& panel (synth::Effect which) const { return *panels[static_cast<std::size_t> (which)]; }

    int heightFor (int width) const override;
    void update() override;
    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void resized() override;

    bool isInterestedInDragSource (const SourceDetails&) override;
    void itemDragMove (const SourceDetails&) override;
    void itemDragExit (const SourceDetails&) override;
    void itemDropped (const SourceDetails&) override;

private:
    class Switch;

    std::vector<SynthPanel*> panelsInOrder() const;
    int placeAt (int x) const;

    ShownSynth& synth;
    std::array<std::unique_ptr<Switch>, synth::effectCount> switches; ///< By effect.
    std::array<std::unique_ptr<SynthPanel>, synth::effectCount> panels;
    std::optional<int> dropPlace;
};

} // namespace athanor
