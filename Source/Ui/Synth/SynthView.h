// SPDX-License-Identifier: GPL-3.0-or-later
// The synth of an instrument with all its parts on one page that scrolls.
#pragma once

#include "Ui/Synth/EffectRack.h"
#include "Ui/Synth/KeyboardView.h"
#include "Ui/Synth/MacroPanel.h"
#include "Ui/Synth/MatrixView.h"
#include "Ui/Synth/ModulationPanel.h"
#include "Ui/Synth/MotionPanels.h"
#include "Ui/Synth/SoundPanels.h"
#include "Ui/Synth/SoundView.h"

namespace athanor
{

class WavetablePage;

/** A light around what somebody was led to; it goes by itself. */
class Glow : public juce::Component,
             public Live
{
public:
    Glow();

    void on (juce::Rectangle<int>);

    void refresh() override;
    void paint (juce::Graphics&) override;

private:
    float level = 0;
};

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
    Glow glow;

    /** Takes over what the project says now. */
    void update();

    /** Brings what turns a control to light, unfolded; null: it cannot be turned here. */
    juce::Component* reveal (Control);

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

/** What stays in sight below the page: what is heard, and a keyboard. */
class SynthFoot : public juce::Component
{
public:
    explicit SynthFoot (ShownSynth&);

    SoundView sound;
    KeyboardView keyboard;

    void paint (juce::Graphics&) override;
    void resized() override;
};

class SynthView : public juce::Component,
                  public Live
{
public:
    explicit SynthView (Deeds&);
    ~SynthView() override;

    /** Shows the synth of an instrument, or the same after an edit. */
    void show (InstrumentId);

    /** Null: no synth is shown. */
    SynthPage* page() const noexcept { return shown.get(); }

    /** Shows all modulations as a list instead of the page. */
    void showMatrix (bool);

    /** Null: it was not asked for yet. */
    MatrixView* matrix() const noexcept { return list.get(); }

    SynthFoot* foot() const noexcept { return below.get(); }

    /** Before its parts look. */
    void refresh() override;

    /** Shows the wavetable of an oscillator, from 0, in the place of the page. */
    void openWavetable (int oscillator);

    /** Scrolls to what turns a control and gives it the keys; false: there is nothing like that here. */
    bool showControl (Control);
    void closeWavetable();

    /** Null: no wavetable is shown. */
    WavetablePage* wavetable() const noexcept { return editor.get(); }

    void resized() override;
    void paint (juce::Graphics&) override;

private:
    void arrange();
    void layOut();
    void declareSight();

    Deeds& deeds;
    juce::Viewport scroller;
    std::unique_ptr<SynthPage> shown;
    std::unique_ptr<MatrixView> list;
    std::unique_ptr<SynthFoot> below;
    bool showsMatrix = false;
    std::unique_ptr<WavetablePage> editor;
    std::optional<NodeId> node;
};

} // namespace athanor
