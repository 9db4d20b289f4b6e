// SPDX-License-Identifier: GPL-3.0-or-later
// An instrument whose sound is made by a module with voices of its own: the synth.
#include "Core/Realtime/RealtimeScope.h"
#include "Engine/Engine.h"
#include "Engine/OfflineRender.h"
#include "Engine/VoiceBank.h"
#include "Model/ParameterAddress.h"
#include "Modules/Synth/CompiledPatch.h"
#include "Support/Projects.h"
#include "Support/RealtimeWatch.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor
{
namespace
{
PatchSpec plainPatch()
{
    PatchSpec patch;
    patch.values[Control::osc_1_random_phase] = 0;
    patch.values[Control::env_1_release] = 0.3f;
    return patch;
}

/** One track whose instrument is the synth. */
struct Stage
{
    Stage()
    {
        auto& graph = song.project.instruments.edit (song.instrument).graph;
        graph = {};
        synth = projects::addNode (graph, "synth", { { "osc_1_random_phase", 0 }, { "env_1_release", 0.3 } });
        const auto out = projects::addNode (graph, "voice.out", { { "level", 0 }, { "touch", 0 } });
        projects::connect (graph, synth, "left", out, "left");
        projects::connect (graph, synth, "right", out, "right");
        load (plainPatch());
    }

    void load (const PatchSpec& patch) { material = std::make_shared<const synth::CompiledPatch> (patch); }

    PlanOptions options() const
    {
        PlanOptions made;
        made.sampleRate = 48'000;
        made.live = { { song.track, song.instrument } };
        made.material = [this] (const Node& node) { return node.type == "synth" ? material : nullptr; };
        return made;
    }

    void show (std::shared_ptr<const PlayScore> score = nullptr)
    {
        auto planning = options();
        planning.score = std::move (score);
        plan = makePlan (song.project, planning, plan.get());
        engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { plan }));
    }

    void order (Order order) { ASSERT_TRUE (engine.commands.push ({ order, 0 })); }

    void press (std::uint32_t note, float pitch, float velocity = 1) { order (StartNote { song.track, song.instrument, note, pitch, velocity }); }

    void lift (std::uint32_t note) { order (StopNote { song.track, song.instrument, note }); }

    std::vector<float> run (int frames, int block = 512)
    {
        std::vector<float> left (static_cast<std::size_t> (frames)), right (left);

        for (int done = 0; done < frames; done += block)
            engine.process (threads.audio, left.data() + done, right.data() + done, std::min (block, frames - done));

        return left;
    }

    Node& node() { return song.project.instruments.edit (song.instrument).graph.nodes.edit (synth); }

    int voices() const { return plan->bank (song.track, song.instrument)->state->activeVoices.load(); }

    projects::Song song = projects::synthOnOneTrack();
    NodeId synth;
    std::shared_ptr<const Material> material;
    ThreadsForTests threads;
    Engine engine;
    std::shared_ptr<const Plan> plan;
};

float peakOf (const std::vector<float>& sound)
{
    float peak = 0;

    for (const auto x : sound)
        peak = std::max (peak, std::abs (x));

    return peak;
}

float steepest (const std::vector<float>& sound)
{
    float step = 0;

    for (std::size_t i = 1; i < sound.size(); ++i)
        step = std::max (step, std::abs (sound[i] - sound[i - 1]));

    return step;
}

/** By the zeros it crosses upwards. */
double pitchOf (const std::vector<float>& sound)
{
    int first = -1, last = -1, count = 0;

    for (std::size_t i = 1; i < sound.size(); ++i)
        if (sound[i - 1] < 0 && sound[i] >= 0)
        {
            first = first < 0 ? static_cast<int> (i) : first;
            last = static_cast<int> (i);
            ++count;
        }

    return 69 + 12 * std::log2 ((count - 1) * 48'000.0 / (last - first) / 440);
}

TEST (VoicePlayer, soundsWhenAKeyIsPressedAndRestsAfterItIsLetGo)
{
    Stage stage;
    stage.show();
    stage.press (1, 60);
    EXPECT_GT (peakOf (stage.run (24'000)), 0.05f);
    EXPECT_EQ (stage.voices(), 2) << "the note and the synth itself";
    stage.lift (1);
    stage.run (96'000);
    EXPECT_EQ (peakOf (stage.run (4'800)), 0.0f);
    EXPECT_EQ (stage.voices(), 0);
}

TEST (VoicePlayer, givesTheSameBytesInBlocksOfEverySize)
{
    const auto play = [] (int block) {
        Stage stage;
        stage.show();
        stage.press (1, 57.25f, 0.8f);
        stage.press (2, 64, 0.5f);
        auto sound = stage.run (6'400, block);
        stage.lift (1);
        const auto rest = stage.run (6'400, block);
        sound.insert (sound.end(), rest.begin(), rest.end());
        return sound;
    };

    const auto first = play (64);
    EXPECT_GT (peakOf (first), 0.01f);

    for (const auto block : { 1, 32, 128, 320, 640, 6'400 })
        EXPECT_EQ (play (block), first) << block;
}

TEST (VoicePlayer, playsEveryPitchAndFollowsTheBendWheel)
{
    Stage stage;
    stage.show();
    stage.press (1, 57.5f);
    stage.run (9'600);
    EXPECT_NEAR (pitchOf (stage.run (24'000)), 57.5, 0.02);
    stage.order (MoveHands { stage.song.track, MoveHands::What::bend, 1 });
    stage.run (9'600);
    EXPECT_NEAR (pitchOf (stage.run (24'000)), 59.5, 0.02) << "two semitones are what the patch asks for";
}

TEST (VoicePlayer, followsSlidesAndLevelsOfThePattern)
{
    Stage stage;
    auto score = std::make_shared<PlayScore>();
    ScoreEvent event;
    event.kind = ScoreEvent::Kind::noteStart;
    event.track = stage.song.track;
    event.instrument = stage.song.instrument;
    event.note = 7;
    event.pitch = 57;
    event.velocity = event.volume = 1;
    score->score.events.push_back (event);
    event.kind = ScoreEvent::Kind::noteShape;
    event.time = 0.5;
    event.pitch = 60;
    event.volume = 0.5;
    event.glide = 0.1;
    score->score.events.push_back (event);
    score->score.tempo.push_back ({ 0, Ticks(), 125 });
    score->score.lines.emplace_back();
    score->score.length = 10;
    score->length = 480'000;

    for (const auto& each : score->score.events)
        score->frames.push_back (score->frameAt (each.time));

    stage.show (score);
    stage.order (StartPlaying {});
    stage.run (9'600);
    const auto before = stage.run (9'600);
    stage.run (19'200);
    const auto after = stage.run (9'600);
    EXPECT_NEAR (pitchOf (before), 57, 0.02);
    EXPECT_NEAR (pitchOf (after), 60, 0.02);
    EXPECT_NEAR (peakOf (after) / peakOf (before), 0.5f, 0.06f);
}

TEST (VoicePlayer, aPressStartsOnItsFrame)
{
    Stage stage;
    auto patch = plainPatch();
    patch.values[Control::env_1_attack] = 0;
    stage.load (patch);
    stage.node().knobs.put ("env_1_attack", 0);
    auto score = std::make_shared<PlayScore>();
    ScoreEvent event;
    event.kind = ScoreEvent::Kind::noteStart;
    event.track = stage.song.track;
    event.instrument = stage.song.instrument;
    event.time = 1'029 / 48'000.0;
    event.pitch = 57;
    event.velocity = event.volume = 1;
    score->score.events.push_back (event);
    score->score.tempo.push_back ({ 0, Ticks(), 125 });
    score->score.lines.emplace_back();
    score->score.length = 10;
    score->length = 480'000;
    score->frames.push_back (score->frameAt (event.time));
    stage.show (score);
    stage.order (StartPlaying {});
    const auto sound = stage.run (2'048);
    const auto first = std::ranges::find_if (sound, [] (float x) { return std::abs (x) > 1e-4f; }) - sound.begin();
    EXPECT_GE (first, 1'029);
    EXPECT_LT (first, 1'029 + 24) << "what halves the rate again takes some frames";
}

TEST (VoicePlayer, turnsItsKnobsSmoothly)
{
    Stage stage;
    stage.show();
    stage.press (1, 45);
    stage.run (24'000);
    const auto before = stage.run (4'800);
    stage.node().knobs.put ("volume", 0);
    stage.show();
    const auto turning = stage.run (4'800);
    const auto after = stage.run (4'800);
    EXPECT_LT (steepest (turning), 1.5f * steepest (before));
    EXPECT_LT (peakOf (after), 1e-3f);
}

TEST (VoicePlayer, anotherPatchComesWithoutAClickAndHeldKeysGoOnWithIt)
{
    Stage stage;
    auto soft = plainPatch();
    soft.wavetables[0].groups.clear();
    stage.show();
    stage.press (1, 45);
    stage.run (24'000);
    const auto before = stage.run (4'800);
    auto other = plainPatch();
    other.values[Control::osc_1_transpose] = 12;
    other.values[Control::env_1_attack] = 0.5f;
    stage.node().knobs.put ("osc_1_transpose", 12);
    stage.node().knobs.put ("env_1_attack", 0.5);
    stage.load (other);
    stage.show();
    const auto changing = stage.run (4'800);
    stage.run (9'600);
    const auto after = stage.run (24'000);
    EXPECT_LT (steepest (changing), 1.5f * steepest (before));
    EXPECT_NEAR (pitchOf (after), 57, 0.05);
    stage.lift (1);
    stage.run (96'000);
    EXPECT_EQ (stage.voices(), 0);
}

TEST (VoicePlayer, keepsItsTailsWhenThePlanChanges)
{
    Stage still, edited;

    for (auto* stage : { &still, &edited })
    {
        stage->show();
        stage->press (1, 57);
        stage->run (4'800);
        stage->lift (1);
        stage->run (640);
    }

    edited.song.project.tracks.edit (edited.song.track).name = "Another";
    edited.show();
    EXPECT_EQ (edited.run (4'800), still.run (4'800));
}

TEST (VoicePlayer, endsWithItsInstrument)
{
    Stage stage;
    stage.show();
    stage.press (1, 57);
    stage.run (24'000);
    const auto before = stage.run (4'800);
    stage.song.project.instruments.erase (stage.song.instrument);
    stage.show();
    const auto ending = stage.run (4'800);
    EXPECT_LT (steepest (ending), 1.5f * steepest (before));
    stage.show();
    EXPECT_EQ (peakOf (stage.run (4'800)), 0.0f);
}

TEST (VoicePlayer, nobodyHearsItWhereNothingLeadsToTheOutput)
{
    Stage stage;
    stage.song.project.instruments.edit (stage.song.instrument).graph.cables.clear();
    stage.show();
    stage.press (1, 57);
    EXPECT_EQ (peakOf (stage.run (4'800)), 0.0f);
    EXPECT_EQ (stage.voices(), 0);
}

TEST (VoicePlayer, aHandOnAControlIsHeardAtOnce)
{
    Stage stage;
    stage.show();
    stage.press (1, 45);
    stage.run (24'000);
    const auto address = format (knobOf (stage.song.instrument, stage.synth, "osc_1_transpose"));
    stage.order (TurnKnob { keyOf (address), (12 + 48) / 96.0f });
    stage.run (9'600);
    EXPECT_NEAR (pitchOf (stage.run (24'000)), 57, 0.05);
}

TEST (VoicePlayer, neitherAllocatesNorWaits)
{
    Stage stage;
    auto other = plainPatch();
    other.values[Control::reverb_on] = 1;
    const RealtimeWatch watch;
    std::array<float, 512> left {}, right {};
    float loudest = 0;

    for (int i = 0; i < 60; ++i)
    {
        if (i % 20 == 19)
            stage.load (i == 39 ? plainPatch() : other);

        stage.node().knobs.put ("filter_1_cutoff", 60 + i % 3);
        stage.show();
        i % 4 == 3 ? stage.lift (static_cast<std::uint32_t> (i - 1)) : stage.press (static_cast<std::uint32_t> (i), static_cast<float> (40 + i % 30));
        stage.order (MoveHands { stage.song.track, MoveHands::What::wheel, static_cast<float> (i % 10) / 10 });

        {
            const RealtimeScope scope;
            stage.engine.process (stage.threads.audio, left.data(), right.data(), 512);
        }

        loudest = std::max (loudest, *std::ranges::max_element (left));
    }

    EXPECT_EQ (watch.violations(), 0) << watch.report();
    EXPECT_GT (loudest, 0.01f);
}

TEST (VoicePlayer, isRenderedAsItIsHeard)
{
    Stage stage;
    auto& clip = stage.song.project.clips.edit (stage.song.clip);
    clip.lines = 16;
    Cell cell;
    cell.key = 57;
    clip.notes.put ({ 0, 0 }, cell);
    cell.key = 64;
    clip.notes.put ({ 5, 0 }, cell);

    std::vector<std::vector<float>> sounds;

    for (const auto block : { 64, 100, 4'096 })
    {
        RenderOptions options;
        options.blockSize = block;
        options.threads = block == 100 ? 2 : 1;
        options.to = 2;
        auto& sound = sounds.emplace_back();
        RenderSink sink;
        sink.master = [&] (std::span<const float> left, std::span<const float>) {
            sound.insert (sound.end(), left.begin(), left.end());
            return true;
        };
        EXPECT_EQ (render (stage.song.project, stage.options(), options, sink, {}), RenderEnd::done);
    }

    EXPECT_GT (peakOf (sounds[0]), 0.01f);
    EXPECT_EQ (sounds[1], sounds[0]);
    EXPECT_EQ (sounds[2], sounds[0]);
}
} // namespace
} // namespace athanor
