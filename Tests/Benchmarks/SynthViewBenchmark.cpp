// SPDX-License-Identifier: GPL-3.0-or-later
// The view of a synth as it is used: a full repaint, and what a frame costs while rings, dots, wave and spectrum move, at 1600 by 1000 pixels.
#include "App/Session.h"
#include "App/StartProject.h"
#include "Engine/Engine.h"
#include "Support/Threads.h"
#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/Synth/SynthView.h"

#include <benchmark/benchmark.h>

namespace athanor
{

namespace
{
constexpr int width = 1380, height = 720; // the page in a window of 1600 by 1000

/** Ten knobs that move. */
PatchSpec livelyPatch()
{
    PatchSpec patch;
    const Control moved[] { Control::osc_1_wave_frame, Control::osc_1_level, Control::osc_1_pan, Control::osc_1_tune, Control::osc_1_unison_detune, Control::osc_1_phase, Control::filter_1_cutoff, Control::filter_1_resonance, Control::filter_1_drive, Control::filter_1_mix };
    patch.values[Control::filter_1_on] = 1;

    for (std::size_t i = 0; i < std::size (moved); ++i)
    {
        patch.slots[i] = { static_cast<PatchSource> (static_cast<std::size_t> (PatchSource::lfo_1) + i % 4), moved[i], {}, {}, {} };
        patch.values[member (Control::modulation_1_amount, static_cast<int> (i))] = 0.4f;
    }

    return patch;
}

struct Shown
{
    Shown()
    {
        session.start (patchProject (livelyPatch()));
        instrument = session.project().instruments.begin()->first;
        session.select ([this] (Selection& selection) {
            selection.instrument = instrument;
            selection.isPatchOfInstrument = true;
        });
        view.setVisible (true);
        view.setSize (width, height);
        view.show (instrument);
        const auto& tracks = session.project().tracks;
        session.player().startNote (std::ranges::find_if (tracks, [] (const auto& entry) { return entry.second->kind == TrackKind::note; })->first, instrument, 60, 1);
        sound (9'600);
    }

    void sound (int frames)
    {
        std::vector<float> left (static_cast<std::size_t> (frames)), right (left);
        session.player().engine().process (threads.audio, left.data(), right.data(), frames);
        session.player().update();
    }

    ThreadsForTests threads;
    juce::ScopedJuceInitialiser_GUI juce;
    Look look;
    Session session;
    InstrumentId instrument;
    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    SynthView view { deeds };
};

/** Collects what asks to be painted anew, as a window does. */
struct Dirt final : juce::CachedComponentImage
{
    explicit Dirt (juce::Component& c) : owner (c) {}

    void paint (juce::Graphics& g) override { owner.paintEntireComponent (g, true); }

    bool invalidateAll() override
    {
        areas = owner.getLocalBounds();
        return false;
    }

    bool invalidate (const juce::Rectangle<int>& area) override
    {
        areas.add (area);
        return false;
    }

    void releaseResources() override {}

    juce::Component& owner;
    juce::RectangleList<int> areas;
};

void paintsEverything (benchmark::State& state)
{
    Shown shown;
    juce::Image image (juce::Image::RGB, width, height, true);

    for (auto _ : state)
    {
        juce::Graphics g (image);
        shown.view.paintEntireComponent (g, true);
    }
}

void paintsTheMatrix (benchmark::State& state)
{
    Shown shown;
    shown.view.showMatrix (true);
    juce::Image image (juce::Image::RGB, width, height, true);

    for (auto _ : state)
    {
        juce::Graphics g (image);
        shown.view.paintEntireComponent (g, true);
    }
}

void looksWhileNothingSounds (benchmark::State& state)
{
    Shown shown;
    shown.session.player().panic();

    for (int i = 0; i < 100; ++i)
    {
        shown.sound (800);
        refreshTree (shown.view);
    }

    for (auto _ : state)
        refreshTree (shown.view);
}

/** One frame of the window: what moved is looked up and painted. */
void movesWithTheSound (benchmark::State& state)
{
    Shown shown;
    auto* dirt = new Dirt (shown.view);
    shown.view.setCachedComponentImage (dirt);
    shown.view.foot()->setVisible (state.range (0) != 0);
    juce::Image image (juce::Image::RGB, width, height, true);

    for (auto _ : state)
    {
        state.PauseTiming();
        shown.sound (800);
        dirt->areas.clear();
        state.ResumeTiming();
        refreshTree (shown.view);
        juce::Graphics g (image);

        if (g.reduceClipRegion (dirt->areas))
            shown.view.paintEntireComponent (g, true);
    }
}
} // namespace

BENCHMARK (paintsEverything)->Unit (benchmark::kMicrosecond);
BENCHMARK (paintsTheMatrix)->Unit (benchmark::kMicrosecond);
BENCHMARK (looksWhileNothingSounds)->Unit (benchmark::kMicrosecond);
BENCHMARK (movesWithTheSound)->ArgName ("withWaveAndSpectrum")->Arg (0)->Arg (1)->Unit (benchmark::kMicrosecond)->Iterations (300);

} // namespace athanor

BENCHMARK_MAIN();
