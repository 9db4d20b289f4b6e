// SPDX-License-Identifier: GPL-3.0-or-later
// The synth of an instrument with all its parts on one page that scrolls.
#pragma once

#include "Ui/Synth/EffectRack.h"
#include "Ui/Synth/MacroPanel.h"
#include "Ui/Synth/ModulationPanel.h"
#include "Ui/Synth/MotionPanels.h"
#include "Ui/Synth/SoundPanels.h"

namespace athanor
{

class WavetablePage;

/** The parts of one synth, in rows of as many columns as there is room for. */
class SynthPage : public juce::Component
{
public:
    SynthPage (Deeds&, InstrumentId);

    ShownSynth synth;

    OscillatorPanel oscillators[patch::oscillators] { { synth, 0 }, { synth, 1 }, { synth, 2 } };
    FilterPanel filters[patch::filters] { { synth, 0 }, { synth, 1 } };
    MotionDeck envelopes, lfos, randoms;
    ModulationPanel modulation { synth };
    MacroPanel macros { synth };
    SamplePanel sample { synth };
    VoicePanel voices { synth };
    EffectRack effects { synth };

    /** Takes over what the project says now. */
    void update();

    int heightFor (int width) const;
    void resized() override;

private:
    struct Placed
    {
        juce::Component* component;
        SynthPart* part;
    };

    std::vector<std::vector<Placed>> rowsFor (int width) const;
    int heightOf (const std::vector<Placed>& row, int width, int columns) const;

    std::vector<Placed> parts; ///< In the order in which they are read.
};

class SynthView : public juce::Component
{
public:
    explicit SynthView (Deeds&);
    ~SynthView() override;

    /** Shows the synth of an instrument, or the same after an edit. */
    void show (InstrumentId);

    /** Null: no synth is shown. */
    SynthPage* page() const noexcept { return shown.get(); }

    /** Shows the wavetable of an oscillator, from 0, in the place of the page. */
    void openWavetable (int oscillator);
    void closeWavetable();

    /** Null: no wavetable is shown. */
    WavetablePage* wavetable() const noexcept { return editor.get(); }

    void resized() override;
    void paint (juce::Graphics&) override;

private:
    void layOut();
    void declareSight();

    Deeds& deeds;
    juce::Viewport scroller;
    std::unique_ptr<SynthPage> shown;
    std::unique_ptr<WavetablePage> editor;
    std::optional<NodeId> node;
};

} // namespace athanor
