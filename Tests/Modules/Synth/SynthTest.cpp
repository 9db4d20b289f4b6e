// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Synth.h"

#include "Core/Realtime/RealtimeScope.h"
#include "Support/Chance.h"
#include "Support/RealtimeWatch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace athanor::synth
{

namespace
{
constexpr double rate = 44'100;

/** One oscillator, no chance in its phase. */
PatchSpec plainPatch()
{
    PatchSpec patch;

    for (int n = 0; n < patch::oscillators; ++n)
        patch.values[member (Control::osc_1_random_phase, n)] = 0;

    return patch;
}

float peakOf (Synth& synth, int quanta)
{
    float peak = 0;
    std::array<Stereo, quantum> out;

    for (int i = 0; i < quanta; ++i)
    {
        synth.process (out);

        for (const auto& frame : out)
        {
            EXPECT_TRUE (std::isfinite (frame[0]) && std::isfinite (frame[1]));
            peak = std::max ({ peak, std::abs (frame[0]), std::abs (frame[1]) });
        }
    }

    return peak;
}

/** Its only oscillator plays so many sines in one period. */
PatchSpec sinePatch (int sines)
{
    auto patch = plainPatch();
    std::vector<float> wave;

    for (int i = 0; i < Wavetable::size; ++i)
        wave.push_back (static_cast<float> (std::sin (2 * 3.14159265358979 * sines * i / Wavetable::size)));

    WaveKeyframe keyframe;
    keyframe.wave = std::make_shared<const std::vector<float>> (std::move (wave));
    WaveComponent source;
    source.type = "Wave Source";
    source.keyframes.push_back (keyframe);
    patch.wavetables[0].groups = { { source } };
    return patch;
}

std::unique_ptr<CompiledPatch> ofOneFamily (const PatchSpec& spec)
{
    auto compiled = std::make_unique<CompiledPatch> (spec);
    compiled->family = 1;
    return compiled;
}

std::vector<float> leftOf (Synth& synth, int quanta)
{
    std::vector<float> heard;
    std::array<Stereo, quantum> out;

    for (int i = 0; i < quanta; ++i)
    {
        synth.process (out);

        for (const auto& frame : out)
            heard.push_back (frame[0]);
    }

    return heard;
}

float steepest (const std::vector<float>& sound)
{
    float most = 0;

    for (std::size_t i = 1; i < sound.size(); ++i)
        most = std::max (most, std::abs (sound[i] - sound[i - 1]));

    return most;
}

int crossings (const std::vector<float>& sound)
{
    int count = 0;

    for (std::size_t i = 1; i < sound.size(); ++i)
        count += (sound[i] > 0) != (sound[i - 1] > 0);

    return count;
}

/** Any value in the range of each control, or far beyond it. */
PatchSpec anyPatch (std::mt19937_64& dice, bool isWild)
{
    PatchSpec patch;
    const auto real = [&] (double low, double high) { return std::uniform_real_distribution<double> (low, high) (dice); };
    const auto below = [&] (int n) { return std::uniform_int_distribution<int> (0, n - 1) (dice); };

    for (int i = 0; i < controlCount; ++i)
    {
        const auto control = static_cast<Control> (i);
        const auto& info = infoOf (control);

        if (below (2) == 0)
            continue;

        const auto value = real (static_cast<double> (info.least), static_cast<double> (info.greatest));
        patch.values[control] = static_cast<float> (info.scale == ControlScale::indexed ? std::round (value) : value);

        if (isWild && below (20) == 0)
            patch.values[control] = static_cast<float> (below (2) == 0 ? real (-1e9, 1e9) : below (2) == 0 ? std::nan ("")
                                                                                                           : 1e38);
    }

    patch.values[Control::oversampling] = static_cast<float> (below (2));

    for (auto& slot : patch.slots)
        if (below (3) == 0)
        {
            slot.source = static_cast<PatchSource> (below (patchSourceCount));
            slot.destination = static_cast<Control> (below (controlCount));
        }

    return patch;
}
} // namespace

TEST (SynthTest, ANoteSoundsAndEndsAfterItIsLetGo)
{
    const CompiledPatch patch (plainPatch());
    Synth synth (rate);
    synth.setPatch (&patch);
    EXPECT_EQ (peakOf (synth, 10), 0.0f);
    synth.noteOn (60, 0.8f);
    EXPECT_GT (peakOf (synth, 100), 0.1f);
    EXPECT_EQ (synth.activeVoices(), 1);
    synth.noteOff (60);
    peakOf (synth, 500);
    EXPECT_EQ (synth.activeVoices(), 0);
    EXPECT_LT (peakOf (synth, 100), 1e-5f);
}

TEST (SynthTest, ANoteBeginsAtItsFrame)
{
    auto spec = plainPatch();
    spec.values[Control::env_1_attack] = 0;
    const CompiledPatch patch (spec);
    Synth synth (rate);
    synth.setPatch (&patch);
    std::array<Stereo, quantum> out;
    synth.process (out);
    synth.noteOn (60, 1, 40);
    synth.process (out);

    for (std::size_t i = 0; i < 40; ++i)
        EXPECT_EQ (out[i][0], 0.0f);

    EXPECT_GT (std::abs (out[50][0]), 0.001f);
}

TEST (SynthTest, AMacroMovesWhatItsSlotSays)
{
    auto spec = plainPatch();
    spec.slots[0] = { PatchSource::macro_control_1, Control::osc_1_level, {}, {}, {} };
    spec.values[Control::modulation_1_amount] = -1;
    const CompiledPatch patch (spec);
    Synth synth (rate);
    synth.setPatch (&patch);
    synth.noteOn (60, 1);
    EXPECT_GT (peakOf (synth, 100), 0.1f);
    synth.setMacro (0, 1);
    peakOf (synth, 100);
    EXPECT_LT (peakOf (synth, 100), 1e-3f);
}

TEST (SynthTest, WhatRingsOnHearsTheFirstVoiceOfTheLastPair)
{
    auto spec = plainPatch();
    spec.values[Control::modulation_1_amount] = 0.5f;
    spec.slots[0] = { PatchSource::velocity, Control::volume, {}, {}, {} };
    const CompiledPatch patch (spec);
    Synth synth (rate);
    synth.setPatch (&patch);
    const auto added = [&synth] {
        float told = 0;
        synth.tellModulated ([&told] (Control control, float stored) { told = control == Control::volume ? stored : told; });
        return told - synth.values()[Control::volume];
    };

    synth.noteOn (48, 0.25f);
    peakOf (synth, 4);
    synth.noteOn (55, 0.75f);
    peakOf (synth, 4);
    const auto ofNewest = added();
    synth.allNotesOff();
    peakOf (synth, 2'000);
    ASSERT_EQ (synth.activeVoices(), 0);
    EXPECT_GT (ofNewest, 0);
    EXPECT_NEAR (added(), ofNewest * (0.25f / 0.75f), 1e-3f * ofNewest);
}

TEST (SynthTest, AnLfoThatIsUsedAfterItIsMovedHearsThatLate)
{
    const PatchSlot moves { PatchSource::velocity, Control::lfo_1_phase, {}, {}, {} }, uses { PatchSource::lfo_1, Control::osc_1_level, {}, {}, {} };
    const auto beginning = [] (const PatchSlot& first, const PatchSlot& second) {
        auto spec = plainPatch();
        spec.values[Control::modulation_1_amount] = spec.values[Control::modulation_2_amount] = 0.5f;
        spec.values[Control::lfo_1_smooth_mode] = 0;
        spec.slots[0] = first;
        spec.slots[1] = second;
        const CompiledPatch patch (spec);
        Synth synth (rate);
        synth.setPatch (&patch);
        synth.noteOn (60, 0.5f);
        peakOf (synth, 1);
        return synth.sourceNow (PatchSource::lfo_1);
    };

    // A triangle that rises from 0: at a quarter of its way it stands at a half.
    EXPECT_NEAR (beginning (uses, moves), 0.5f, 0.05f);
    EXPECT_NEAR (beginning (moves, uses), 0.0f, 0.05f) << "where nothing was said before, it begins at its beginning";
}

TEST (SynthTest, AnotherPatchComesWithoutAClick)
{
    auto spec = plainPatch();
    const CompiledPatch one (spec);
    spec.values[Control::osc_1_transpose] = 7;
    const CompiledPatch two (spec);
    Synth synth (rate);
    synth.setPatch (&one);
    synth.noteOn (36, 1);
    peakOf (synth, 100);
    synth.setPatch (&two);
    synth.noteOn (48, 1);
    std::vector<float> heard;
    std::array<Stereo, quantum> out;

    for (int i = 0; i < 20; ++i)
    {
        synth.process (out);

        for (const auto& frame : out)
            heard.push_back (frame[0]);
    }

    EXPECT_FALSE (synth.isPlaying (&one));
    EXPECT_EQ (synth.activeVoices(), 1);
    constexpr std::size_t change = 4 * quantum;

    for (std::size_t i = change - 4; i < change + 4; ++i)
        EXPECT_LT (std::abs (heard[i]), 0.02f) << i;

    EXPECT_GT (std::abs (*std::max_element (heard.begin() + change, heard.end())), 0.1f);
}

TEST (SynthTest, NotesThatAreHeldCarryOnWithAnEditedPatch)
{
    auto spec = sinePatch (1);
    spec.values[Control::env_1_sustain] = 0.5f;
    spec.values[Control::velocity_track] = 1;
    const auto one = ofOneFamily (spec);
    spec.slots[0] = { PatchSource::lfo_1, Control::osc_1_level, {}, {}, {} };
    spec.values[Control::modulation_1_amount] = -0.5f;
    const auto two = ofOneFamily (spec);
    Synth synth (rate);
    synth.setPatch (one.get());
    synth.noteOn (72, 1);
    leftOf (synth, 2'000);
    const auto before = leftOf (synth, 40);
    synth.setPatch (two.get());
    synth.noteOn (84, 0); // Not heard.
    const auto after = leftOf (synth, 40);
    EXPECT_FALSE (synth.isPlaying (one.get()));
    EXPECT_EQ (synth.activeVoices(), 2) << "what is played meanwhile need not wait";
    EXPECT_LT (steepest (after), 1.2f * steepest (before));

    // Another note would begin with its attack, louder than what is sustained.
    const auto peakOfThese = [] (const std::vector<float>& sound) { return *std::ranges::max_element (sound); };
    EXPECT_LT (peakOfThese (after), 1.1f * peakOfThese (before));
    EXPECT_GT (peakOfThese (after), 0.5f * peakOfThese (before));

    for (int i = 0; i < 40 - 4; ++i)
    {
        const std::vector<float> here (after.begin() + i * quantum, after.begin() + (i + 4) * quantum);
        EXPECT_GT (peakOfThese (here), 0.1f * peakOfThese (before)) << "nothing is faded out, at quantum " << i;
    }
}

TEST (SynthTest, AnotherWavetableIsHeardUnderHeldNotesWithoutAClick)
{
    const auto one = ofOneFamily (sinePatch (1)), two = ofOneFamily (sinePatch (3));
    Synth synth (rate);
    synth.setPatch (one.get());
    synth.noteOn (60, 1);
    leftOf (synth, 200);
    const auto before = leftOf (synth, 100);
    synth.setPatch (two.get());
    const auto during = leftOf (synth, 20);
    const auto after = leftOf (synth, 100);
    EXPECT_NEAR (crossings (after), 3 * crossings (before), 6);
    EXPECT_LT (steepest (during), 1.2f * steepest (after));
    EXPECT_EQ (synth.activeVoices(), 1);
}

TEST (SynthTest, AnEnvelopeThatIsConnectedUnderHeldNotesBegins)
{
    auto spec = sinePatch (1);
    const auto one = ofOneFamily (spec);
    spec.slots[0] = { PatchSource::env_2, Control::osc_1_level, {}, {}, {} };
    spec.values[Control::modulation_1_amount] = -1;
    const auto two = ofOneFamily (spec);
    Synth synth (rate);
    synth.setPatch (one.get());
    synth.noteOn (60, 1);
    leftOf (synth, 400);
    synth.setPatch (two.get());
    EXPECT_GT (peakOf (synth, 4), 0.1f);
    peakOf (synth, 400);
    EXPECT_LT (peakOf (synth, 20), 1e-3f);

    // And taken away again, the sound comes back.
    synth.setPatch (one.get());
    peakOf (synth, 20);
    EXPECT_GT (peakOf (synth, 20), 0.1f);
}

TEST (SynthTest, APatchThatIsNoEditOfTheOneBeforeDoesNotCarryOn)
{
    const auto one = ofOneFamily (sinePatch (1)), two = ofOneFamily (sinePatch (1));
    two->family = 2;
    EXPECT_FALSE (one->carriesOnWith (*two));
    auto spec = sinePatch (1);
    spec.values[Control::osc_2_on] = 1;
    EXPECT_FALSE (one->carriesOnWith (*ofOneFamily (spec)));
    EXPECT_TRUE (one->carriesOnWith (*ofOneFamily (sinePatch (2))));
    EXPECT_FALSE (CompiledPatch (spec).carriesOnWith (CompiledPatch (spec))) << "those without a family are alone";
}

TEST (SynthTest, NoPatchWhateverItsControlsSayMakesAnythingButNumbers)
{
    for (int round = 0; round < rounds (60); ++round)
    {
        auto dice = chance (static_cast<std::uint64_t> (round) + 1'000);
        const CompiledPatch patch (anyPatch (dice, round % 2 == 1));
        Synth synth (rate);
        synth.setPatch (&patch);

        for (int note = 0; note < 6; ++note)
        {
            synth.noteOn (std::uniform_int_distribution<int> (0, 127) (dice), 0.9f, note * 7);
            const auto peak = peakOf (synth, 12);
            ASSERT_LE (peak, 2.2f) << round;
        }

        synth.allNotesOff();
        peakOf (synth, 20);

        if (HasFailure())
            FAIL() << "round " << round;
    }
}

TEST (SynthTest, WhateverAnEditChangesHeldNotesCarryOnAsNumbers)
{
    for (int round = 0; round < rounds (40); ++round)
    {
        auto dice = chance (static_cast<std::uint64_t> (round) + 5'000);
        auto spec = anyPatch (dice, false);
        std::vector<std::unique_ptr<CompiledPatch>> edits;

        // Other slots each time, and other knobs; what makes the sound stays.
        for (int edit = 0; edit < 4; ++edit)
        {
            const auto before = spec;
            spec = anyPatch (dice, edit % 2 == 1);
            spec.wavetables[0] = sinePatch (edit + 1).wavetables[0];

            for (const auto control : { Control::osc_1_on, Control::osc_2_on, Control::osc_3_on, Control::sample_on })
                spec.values[control] = before.values[control];

            edits.push_back (ofOneFamily (spec));
            edits.back()->sample = edits.front()->sample;
        }

        Synth synth (rate);

        for (int turn = 0; turn < 8; ++turn)
        {
            const auto& patch = edits[static_cast<std::size_t> (turn % 4)];
            synth.setPatch (patch.get());
            synth.noteOn (std::uniform_int_distribution<int> (0, 127) (dice), 0.9f, turn * 7);
            ASSERT_LE (peakOf (synth, 6), 2.2f) << round;
            ASSERT_GT (synth.activeVoices(), 0) << round;
        }

        if (HasFailure())
            FAIL() << "round " << round;
    }
}

TEST (SynthTest, NothingIsAllocatedWhilePlaying)
{
    auto dice = chance (77);
    const CompiledPatch one (anyPatch (dice, false)), two (anyPatch (dice, false));
    Synth synth (rate);
    std::array<Stereo, quantum> out;
    const RealtimeWatch watch;

    {
        const RealtimeScope scope;
        synth.setPatch (&one);

        for (int i = 0; i < 400; ++i)
        {
            if (i % 10 == 0)
                synth.noteOn (40 + i % 50, 0.7f, i % 64);

            if (i % 15 == 0)
                synth.noteOff (40 + i % 50, 0.7f, i % 64);

            synth.setControl (Control::osc_1_level, static_cast<float> (i % 7) / 7);
            synth.setMacro (i % 8, 0.5f);

            if (i == 200)
                synth.setPatch (&two);

            synth.process (out);
        }
    }

    EXPECT_EQ (watch.violations(), 0) << watch.report();
}

} // namespace athanor::synth
