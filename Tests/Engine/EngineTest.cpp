// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as a whole: notes sound, blocks of all sizes give the same bytes, plans come into force without a click.
#include "Engine/Engine.h"

#include "Support/Projects.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace athanor
{
namespace
{
struct Rig
{
    ThreadsForTests threads;
    Engine engine;
    std::shared_ptr<const Plan> plan;

    void show (const Project& project, std::shared_ptr<const PlayScore> score = nullptr, std::set<std::pair<TrackId, InstrumentId>> live = {})
    {
        PlanOptions options;
        options.score = std::move (score);
        options.live = std::move (live);
        plan = makePlan (project, options, plan.get());
        engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { plan }));
    }

    void order (Order order) { ASSERT_TRUE (engine.commands.push ({ order, 0 })); }

    std::vector<float> run (
        int frames, const std::function<int()>& blockSize = [] { return 512; })
    {
        std::vector<float> sound (static_cast<std::size_t> (frames) * 2);
        std::vector<float> left (static_cast<std::size_t> (frames)), right (static_cast<std::size_t> (frames));

        for (int done = 0; done < frames;)
        {
            const auto block = std::min (blockSize(), frames - done);
            engine.process (threads.audio, left.data() + done, right.data() + done, block);
            done += block;
        }

        for (std::size_t i = 0; i < left.size(); ++i)
        {
            sound[2 * i] = left[i];
            sound[2 * i + 1] = right[i];
        }

        return sound;
    }
};

float peakOf (const std::vector<float>& sound)
{
    return std::accumulate (sound.begin(), sound.end(), 0.0f, [] (float a, float b) { return std::max (a, std::abs (b)); });
}

/** The largest step between neighbours of one channel. */
float steepest (const std::vector<float>& sound, std::size_t from, std::size_t to)
{
    float step = 0;

    for (auto i = from + 2; i < to; ++i)
        step = std::max (step, std::abs (sound[i] - sound[i - 2]));

    return step;
}

TEST (Engine, soundsWhenAKeyIsPressedAndIsSilentAfterItIsLetGo)
{
    const auto song = projects::synthOnOneTrack();
    Rig rig;
    rig.show (song.project, nullptr, { { song.track, song.instrument } });
    rig.order (StartNote { song.track, song.instrument, 1, 60, 1 });
    EXPECT_GT (peakOf (rig.run (24'000)), 0.05f);

    rig.order (StopNote { song.track, song.instrument, 1 });
    rig.run (96'000);
    EXPECT_EQ (peakOf (rig.run (4'800)), 0.0f);
    EXPECT_EQ (rig.plan->bank (song.track, song.instrument)->state->activeVoices.load(), 0);
}

TEST (Engine, givesTheSameBytesInBlocksOfEverySize)
{
    const auto song = projects::synthOnOneTrack();
    std::mt19937 random (1);
    std::vector<std::vector<float>> sounds;

    for (const auto& size : std::vector<std::function<int()>> { [] { return 512; }, [] { return 1; }, [] { return 32; }, [] { return 64; }, [] { return 100; },
                                                                [] { return 480; }, [] { return 4'096; }, [&] { return 1 + static_cast<int> (random() % 700); } })
    {
        Rig rig;
        rig.show (song.project, nullptr, { { song.track, song.instrument } });
        rig.order (StartNote { song.track, song.instrument, 1, 57, 0.8f });
        sounds.push_back (rig.run (20'000, size));
    }

    for (const auto& sound : sounds)
        EXPECT_EQ (sound, sounds.front());

    EXPECT_GT (peakOf (sounds.front()), 0.01f);
}

/** Frames at which something begins after a silence. */
std::vector<int> onsets (const std::vector<float>& sound)
{
    std::vector<int> found;
    int silent = 1'000;

    for (int frame = 0; frame < static_cast<int> (sound.size() / 2); ++frame)
        if (sound[static_cast<std::size_t> (2 * frame)] == 0)
            ++silent;
        else if (std::exchange (silent, 0) >= 1'000)
            found.push_back (frame - 1); // a click begins with a zero

    return found;
}

TEST (Engine, countsInOnTheBeatAndThenPlays)
{
    auto song = projects::synthOnOneTrack();
    song.project.tempo.edit (Ticks()).beatsPerMinute = 137;
    Rig rig;
    rig.show (song.project, makePlayScore (song.project, {}, 48'000));
    rig.order (StartPlaying { 6, 3 });

    // Six beats are 126,131 frames; the song begins with a quantum, at 126,144.
    const auto beat = 48'000 * 60 / 137.0;
    const auto clicks = onsets (rig.run (126'144 - 64));
    ASSERT_EQ (clicks.size(), 6u);

    for (int i = 0; i < 6; ++i)
        EXPECT_EQ (clicks[static_cast<std::size_t> (i)], 126'144 - static_cast<int> (beat * (6 - i))) << i;

    EXPECT_FALSE (rig.engine.report.isPlaying.load());
    EXPECT_EQ (rig.engine.report.scoreFrame.load(), 0);
    EXPECT_NEAR (rig.engine.report.countIn.load(), 64 / beat, 1.0e-9);
    rig.run (128);
    EXPECT_TRUE (rig.engine.report.isPlaying.load());
    EXPECT_EQ (rig.engine.report.scoreFrame.load(), 64);
    EXPECT_EQ (rig.engine.report.countIn.load(), 0);
}

TEST (Engine, aCountInThatIsStoppedDoesNotPlay)
{
    const auto song = projects::synthOnOneTrack();
    Rig rig;
    rig.show (song.project, makePlayScore (song.project, {}, 48'000));
    rig.order (StartPlaying { 4, 4 });
    rig.run (30'000);
    rig.order (StopPlaying {});
    rig.run (100'000);
    EXPECT_FALSE (rig.engine.report.isPlaying.load());
    EXPECT_EQ (rig.engine.report.scoreFrame.load(), 0);
}

TEST (Engine, goesOnWithoutAClickWhenTheGraphChanges)
{
    auto song = projects::synthOnOneTrack();
    Rig rig;
    rig.show (song.project, nullptr, { { song.track, song.instrument } });
    rig.order (StartNote { song.track, song.instrument, 1, 45, 1 });
    const auto before = rig.run (48'000);
    const auto usual = steepest (before, before.size() / 2, before.size());

    // A gain of a quarter appears in the track, and goes again.
    auto edited = song.project;
    projects::insertGain (edited.tracks.edit (song.track).graph, -12);
    rig.show (edited, nullptr, { { song.track, song.instrument } });
    const auto during = rig.run (24'000);
    EXPECT_LT (steepest (during, 0, during.size()), usual * 1.5f);

    rig.show (song.project, nullptr, { { song.track, song.instrument } });
    const auto after = rig.run (24'000);
    EXPECT_LT (steepest (after, 0, after.size()), usual * 1.5f);
}
} // namespace
} // namespace athanor
