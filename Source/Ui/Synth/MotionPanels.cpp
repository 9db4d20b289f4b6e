// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/MotionPanels.h"

namespace athanor
{

namespace
{
constexpr int curveHeight = 96, lineHeight = 122;

enum Sync { inSeconds,
            byKey = 4 };

/** Adds how fast something goes: in seconds, by the beat or by the key. */
struct SyncedBy
{
    std::function<bool()> seconds, beat, key;

    SyncedBy (ShownSynth& s, Control sync)
        : seconds ([&s, sync] { return s.choiceNow (sync) == inSeconds; }),
          beat ([&s, sync] { return s.choiceNow (sync) != inSeconds && s.choiceNow (sync) != byKey; }),
          key ([&s, sync] { return s.choiceNow (sync) == byKey; })
    {
    }
};
} // namespace

EnvelopePanel::EnvelopePanel (ShownSynth& s, int n) : SynthPanel (s, "Envelope " + juce::String (n + 1), Ink::teal), curve (s, n)
{
    setPicture (curve, curveHeight);
    add (member (Control::env_1_delay, n), "Delay");
    add (member (Control::env_1_attack, n), "Attack");
    add (member (Control::env_1_hold, n), "Hold");
    add (member (Control::env_1_decay, n), "Decay");
    add (member (Control::env_1_sustain, n), "Sustain");
    add (member (Control::env_1_release, n), "Release");
    add (member (Control::env_1_attack_power, n), "Atk. bend");
    add (member (Control::env_1_decay_power, n), "Dec. bend");
    add (member (Control::env_1_release_power, n), "Rel. bend");
    update();
}

LfoPanel::LfoPanel (ShownSynth& s, int n) : SynthPanel (s, "LFO " + juce::String (n + 1), Ink::teal), view (s, n)
{
    const SyncedBy synced (s, member (Control::lfo_1_sync, n));
    const auto isSmoothed = [&s, mode = member (Control::lfo_1_smooth_mode, n)] { return s.choiceNow (mode) > 0; };
    setPicture (view, lineHeight);
    add (member (Control::lfo_1_frequency, n), "Period", synced.seconds);
    add (member (Control::lfo_1_tempo, n), "Period", synced.beat);
    add (member (Control::lfo_1_keytrack_transpose, n), "Transpose", synced.key);
    add (member (Control::lfo_1_keytrack_tune, n), "Tune", synced.key);
    add (member (Control::lfo_1_phase, n), "Phase");
    add (member (Control::lfo_1_delay_time, n), "Delay");
    add (member (Control::lfo_1_fade_time, n), "Fade in");
    add (member (Control::lfo_1_stereo, n), "Stereo");
    add (member (Control::lfo_1_smooth_time, n), "Smooth", isSmoothed);
    add (member (Control::lfo_1_sync, n), "Counts in");
    add (member (Control::lfo_1_sync_type, n), "Begins");
    addMore();
    add (member (Control::lfo_1_smooth_mode, n), "Smooths");
    update();
}

void LfoPanel::update()
{
    view.update();
    SynthPanel::update();
}

RandomPanel::RandomPanel (ShownSynth& s, int n) : SynthPanel (s, "Random " + juce::String (n + 1), Ink::teal)
{
    const SyncedBy synced (s, member (Control::random_1_sync, n));
    add (member (Control::random_1_frequency, n), "Period", synced.seconds);
    add (member (Control::random_1_tempo, n), "Period", synced.beat);
    add (member (Control::random_1_keytrack_transpose, n), "Transpose", synced.key);
    add (member (Control::random_1_keytrack_tune, n), "Tune", synced.key);
    add (member (Control::random_1_style, n), "Style");
    add (member (Control::random_1_sync, n), "Counts in");
    add (member (Control::random_1_stereo, n), "Stereo");
    add (member (Control::random_1_sync_type, n), "With the song");
    update();
}

MotionDeck::MotionDeck (ShownSynth& s, PatchSource first, int count, Maker maker) : synth (s), make (std::move (maker))
{
    setTitle (titleOf (first, s.patch()).upToLastOccurrenceOf (" ", false, false) + "s");

    for (int i = 0; i < count; ++i)
    {
        auto handle = std::make_unique<SourceHandle> (s, static_cast<PatchSource> (static_cast<int> (first) + i), juce::String (i + 1));
        handle->onClick = [this, i] { show (i); };
        addAndMakeVisible (*handle);
        handles.push_back (std::move (handle));
    }

    show (0);
}

void MotionDeck::show (int number)
{
    content = make (number);
    addAndMakeVisible (*content, 0);

    for (std::size_t i = 0; i < handles.size(); ++i)
        handles[i]->setChosen (static_cast<int> (i) == number);

    resized();

    // Another one may have more to show.
    if (synth.onLayout)
        synth.onLayout();
}

void MotionDeck::update()
{
    content->update();

    for (const auto& handle : handles)
        handle->update();
}

void MotionDeck::resized()
{
    content->setBounds (getLocalBounds());
    auto line = content->titleLine().expanded (0, 3);

    for (auto handle = handles.rbegin(); handle != handles.rend(); ++handle)
    {
        (*handle)->setBounds (line.removeFromRight (22));
        line.removeFromRight (space::hair);
    }
}

} // namespace athanor
