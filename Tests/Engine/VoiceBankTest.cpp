// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/VoiceBank.h"

#include "Engine/Engine.h"
#include "Support/Projects.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor
{
namespace
{
/** One track with an instrument of one plain recording. */
struct Stage
{
    Stage()
    {
        auto& instrument = song.project.instruments.edit (song.instrument);
        instrument.graph = {};
        instrument.zones.edit (zone).sound = "sound";
        instrument.zones.edit (zone).rootPitch = 60;
    }

    /** Tone and rest by turns, each so many frames long. */
    void record (std::initializer_list<int> lengths)
    {
        auto made = std::make_shared<dsp::Sound>();

        for (bool isTone = true; const auto length : lengths)
        {
            for (int i = 0; i < length; ++i)
                made->samples.push_back (isTone ? 0.5f * static_cast<float> (std::sin (2 * std::numbers::pi * 440 * i / 48'000)) : 0.0f);

            isTone = ! isTone;
        }

        sound = made;
    }

    Zone& editZone() { return song.project.instruments.edit (song.instrument).zones.edit (zone); }

    void play (std::vector<ScoreEvent> events)
    {
        auto score = std::make_shared<PlayScore>();
        score->score.events = std::move (events);
        score->score.tempo.push_back ({ 0, Ticks(), 125 });
        score->score.lines.emplace_back();
        score->score.length = 10;
        score->length = 480'000;

        for (auto& event : score->score.events)
        {
            event.track = song.track;
            event.instrument = song.instrument;
            score->frames.push_back (score->frameAt (event.time));
        }

        PlanOptions options;
        options.score = score;
        options.live = { { song.track, song.instrument } };
        options.sound = [this] (const std::string&) { return sound; };
        plan = makePlan (song.project, options, plan.get());
        engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { plan }));
        EXPECT_TRUE (engine.commands.push ({ StartPlaying {}, 0 }));
    }

    float loudest (int frames)
    {
        std::vector<float> left (static_cast<std::size_t> (frames)), right (left);
        engine.process (threads.audio, left.data(), right.data(), frames);
        return std::ranges::max (left);
    }

    VoiceBank& bank() const { return *plan->bank (song.track, song.instrument); }

    int voices() const { return bank().state->activeVoices.load(); }

    projects::Song song = projects::synthOnOneTrack();
    const ZoneId zone { 5 };
    std::shared_ptr<const dsp::Sound> sound;
    ThreadsForTests threads;
    Engine engine;
    std::shared_ptr<const Plan> plan;
};

ScoreEvent event (ScoreEvent::Kind kind, double time, std::uint32_t note, double volume = 1)
{
    ScoreEvent made;
    made.kind = kind;
    made.time = time;
    made.note = note;
    made.volume = volume;
    return made;
}

using Kind = ScoreEvent::Kind;

TEST (VoiceBank, aRecordingIsPlayedToItsEndThroughItsRestsAndThenItsVoiceIsFree)
{
    Stage stage;
    stage.record ({ 4'800, 48'000, 4'800 });
    stage.play ({ event (Kind::noteStart, 0, 1) });
    EXPECT_GT (stage.loudest (4'800), 0.1f);
    stage.loudest (200);
    EXPECT_EQ (stage.loudest (47'000), 0);
    EXPECT_EQ (stage.voices(), 1);
    EXPECT_GT (stage.loudest (4'800), 0.1f) << "what comes after the rest";
    stage.loudest (10'000);
    EXPECT_EQ (stage.voices(), 0);
}

TEST (VoiceBank, aRecordingGoesOnThroughItsRestsWhenItsKeyIsLetGo)
{
    Stage stage;
    stage.record ({ 4'800, 48'000, 4'800 });
    auto end = event (Kind::noteEnd, 0.2, 1);
    end.end = NoteEnd::release;
    stage.play ({ event (Kind::noteStart, 0, 1), end });
    stage.loudest (52'000);
    EXPECT_GT (stage.loudest (4'800), 0.1f);
}

TEST (VoiceBank, aLoopThatWasTurnedDownComesUpAgain)
{
    Stage stage;
    stage.record ({ 4'800 });
    stage.editZone().loop = LoopMode::forward;
    stage.editZone().loopEnd = 4'800;
    stage.play ({ event (Kind::noteStart, 0, 1), event (Kind::noteShape, 0.5, 1, 0), event (Kind::noteShape, 2, 1, 1) });
    stage.loudest (26'000);
    EXPECT_EQ (stage.loudest (60'000), 0);
    stage.loudest (12'000);
    EXPECT_GT (stage.loudest (4'800), 0.1f);
}

TEST (VoiceBank, aNoteInTheBackgroundIsEndedByItsNumberAndTheForegroundStays)
{
    Stage stage;
    stage.record ({ 480'000 });
    auto cut = event (Kind::noteEnd, 0.5, 1), again = event (Kind::noteEnd, 1, 1);
    cut.end = again.end = NoteEnd::cut;
    stage.play ({ event (Kind::noteStart, 0, 1), event (Kind::noteStart, 0.25, 2), cut, again });
    stage.loudest (20'000);
    EXPECT_EQ (stage.voices(), 2);
    stage.loudest (10'000);
    EXPECT_EQ (stage.voices(), 1);
    stage.loudest (40'000);
    EXPECT_EQ (stage.voices(), 1) << "nor does the end of a note that is gone already";

    for (const auto& voice : stage.bank().state->voices)
        if (voice.isActive)
        {
            EXPECT_EQ (voice.note, 2u);
            EXPECT_TRUE (voice.isKeyDown);
        }
}

TEST (VoiceBank, aRecordingsOwnVibratoGrowsToItsDepthAndGoesRoundInTicks)
{
    Stage stage;
    stage.record ({ 480'000 });
    auto& zone = stage.editZone();
    zone.vibratoSpeed = 16;
    zone.vibratoDepth = 32;
    zone.vibratoRate = 512;
    stage.play ({ event (Kind::noteStart, 0, 1) });

    // A tick lasts 960 frames at 125 beats a minute: the depth is reached after 16, a turn takes as long.
    const auto range = [&stage] (int ticks) {
        std::pair<float, float> found { 100, 0 };

        for (int i = 0; i < ticks * 15; ++i)
        {
            stage.loudest (64);
            const auto pitch = stage.bank().state->voices[0].pitch.value;
            found = { std::min (found.first, pitch), std::max (found.second, pitch) };
        }

        return found;
    };

    const auto early = range (4);
    EXPECT_LT (early.second, 60.2f);
    range (16);
    const auto late = range (32);
    EXPECT_NEAR (late.first, 59.5f, 0.01f);
    EXPECT_NEAR (late.second, 60.5f, 0.01f);
}
} // namespace
} // namespace athanor
