// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard is what is rendered: songs by chance give the same bytes live and offline, in blocks of every size, on any
// number of threads, and every time.
#include "Engine/OfflineRender.h"

#include "Engine/Heard.h"
#include "Engine/Studio.h"
#include "Support/Chance.h"
#include "Support/Projects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace athanor
{

namespace
{
constexpr double seconds = 2.5;
constexpr std::array blockSizes { 1, 32, 64, 100, 480, 4'096 };

float peakOf (const Heard& sound)
{
    float peak = 0;

    for (const auto sample : sound)
        peak = std::max (peak, std::abs (sample));

    return peak;
}

PlanOptions planningOf (const RandomSong& song)
{
    PlanOptions planning;
    planning.sound = [&song] (const std::string& hash) { return song.sound (hash); };
    return planning;
}

Heard renderOffline (const RandomSong& song, int blockSize, int threads)
{
    Heard made;
    RenderOptions options;
    options.blockSize = blockSize;
    options.threads = threads;
    options.to = seconds;
    options.tailSeconds = 0.5;
    RenderSink sink;
    sink.master = [&] (std::span<const float> left, std::span<const float> right) {
        for (std::size_t i = 0; i < left.size(); ++i)
            made.insert (made.end(), { left[i], right[i] });

        return true;
    };

    EXPECT_EQ (render (song.project, planningOf (song), options, sink, {}), RenderEnd::done);
    return made;
}

Heard playLive (const RandomSong& song, std::size_t frames, const std::function<int()>& blockSize, int helpers = 0)
{
    return playLive (song.project, planningOf (song), seconds, frames, blockSize, helpers);
}

/** Plays while everything is changed, always at the same frames of the song, in blocks of this size. */
Heard playWithChanges (std::uint64_t seed, const std::function<int()>& blockSize)
{
    constexpr int part = 15 * quantum, parts = 60;
    Studio studio (randomSong (seed));
    Musician musician (studio, seed);
    studio.order (StartPlaying {});
    Heard made;

    for (int i = 0; i < parts; ++i)
    {
        musician.act();

        for (int done = 0; done < part;)
        {
            const auto block = std::min (blockSize(), part - done);
            studio.callback (block);
            done += block;

            for (std::size_t frame = 0; frame < static_cast<std::size_t> (block); ++frame)
                made.insert (made.end(), { studio.left[frame], studio.right[frame] });
        }
    }

    return made;
}

/** Holds its input back by 100 frames, and says so. */
class Late final : public ModuleOf<dsp::Stereo>
{
public:
    static constexpr Module::About about { "test.late", "Late", "Test", "Is late." };

    Late() : ModuleOf<dsp::Stereo> (about) {}

    Input in { *this, "in", "What comes." };
    Output out { *this, "out", "The same, later." };
    Latency latency { *this, Frames (100) };

    void process (const Block<dsp::Stereo>& block) noexcept override
    {
        for (int i = 0; i < quantum; ++i)
        {
            block[out][i] = std::exchange (held[at], block[in][i]);
            at = (at + 1) % held.size();
        }
    }

private:
    std::array<dsp::Stereo, 100> held {};
    std::size_t at = 0;
};

struct Rendered
{
    std::vector<float> master;
    std::map<TrackId, std::vector<float>> stems;
};

Rendered renderAll (const Project& project, std::set<TrackId> stems, int blockSize = 512)
{
    Rendered made;
    RenderOptions options;
    options.stems = std::move (stems);
    options.blockSize = blockSize;
    options.tailSeconds = 1;
    options.threads = 1;
    RenderSink sink;
    sink.master = [&] (std::span<const float> left, std::span<const float>) {
        made.master.insert (made.master.end(), left.begin(), left.end());
        return true;
    };
    sink.stem = [&] (TrackId id, std::span<const float> left, std::span<const float>) {
        made.stems[id].insert (made.stems[id].end(), left.begin(), left.end());
        return true;
    };
    EXPECT_EQ (render (project, {}, options, sink, {}), RenderEnd::done);
    return made;
}

/** Two tracks that play a note each, the second of them through something that is late. */
struct Band
{
    Band()
    {
        auto& project = song.project;
        other = projects::addTrack (project, TrackKind::note, "Bass");
        project.tracks.edit (other).instrument = song.instrument;
        project.patterns.edit (song.pattern).length = beats (2);
        const ClipId clip { 99 };
        project.patterns.edit (song.pattern).clips.put (other, clip);
        project.clips.edit (song.clip).notes.edit ({ 0, 0 }).key = 48;
        project.clips.edit (clip).notes.edit ({ 1, 0 }).key = 31;
        project.clips.edit (clip).notes.edit ({ 4, 0 }).key = key::off;
        projects::insert (project.tracks.edit (other).graph, "test.late");
    }

    ModuleType late { &Late::about, nullptr, []() -> std::unique_ptr<ModuleOf<dsp::Stereo>> { return std::make_unique<Late>(); } };
    ForeignModules modules { &late };
    projects::Song song = projects::synthOnOneTrack();
    TrackId other;
};

void expectSum (const Rendered& rendered, float tolerance)
{
    float loudest = 0, furthest = 0;

    for (const auto& [id, stem] : rendered.stems)
        ASSERT_EQ (stem.size(), rendered.master.size());

    for (std::size_t i = 0; i < rendered.master.size(); ++i)
    {
        float sum = 0;

        for (const auto& [id, stem] : rendered.stems)
            sum += stem[i];

        loudest = std::max (loudest, std::abs (sum));
        furthest = std::max (furthest, std::abs (sum - rendered.master[i]));
    }

    EXPECT_EQ (rendered.stems.size(), 2u);
    EXPECT_GT (loudest, 0.05f);
    EXPECT_LE (furthest, tolerance);
}
} // namespace

TEST (OfflineRender, givesTheSameBytesForAnySongAtEveryBlockSizeAndNumberOfThreads)
{
    int audible = 0;

    for (int i = 0; i < rounds (6); ++i)
    {
        const auto seed = seedForTests() * 1'000 + static_cast<std::uint64_t> (i);
        const auto song = randomSong (seed);
        const auto reference = renderOffline (song, 512, 1);
        audible += peakOf (reference) > 0.001f;
        EXPECT_EQ (difference (reference, renderOffline (randomSong (seed), 512, 1)), "") << "the second time, song " << seed;

        for (const auto size : blockSizes)
            EXPECT_EQ (difference (reference, renderOffline (song, size, 1)), "") << "in blocks of " << size << ", song " << seed;

        // Where the processors are busy with other things, each quantum waits for each helper.
        if (i % 3 == 0)
            for (const auto threads : { 2, 4 })
                EXPECT_EQ (difference (reference, renderOffline (song, 512, threads)), "") << "on " << threads << " threads, song " << seed;
    }

    EXPECT_GT (audible, rounds (6) / 4) << "silence proves nothing";
}

TEST (OfflineRender, givesWhatIsHeardLive)
{
    for (int i = 0; i < rounds (6); ++i)
    {
        const auto seed = seedForTests() * 1'000 + 500 + static_cast<std::uint64_t> (i);
        const auto song = randomSong (seed);
        const auto rendered = renderOffline (song, 512, 1);
        Dice dice (seed);
        const auto random = [&dice] { return dice.oneIn (4) ? dice.between (1, 64) : dice.between (1, 1'500); };
        EXPECT_EQ (difference (rendered, playLive (song, rendered.size() / 2, random)), "") << "in blocks of any size, song " << seed;

        if (i % 3 == 0)
            for (const auto helpers : { 1, 3 })
                EXPECT_EQ (difference (Heard (rendered.begin(), rendered.begin() + 24'000), playLive (
                                                                                                song, 12'000, [] { return 256; }, helpers)),
                           "")
                    << "with " << helpers << " helpers, song " << seed;
    }
}

TEST (OfflineRender, isTheSameAtEveryBlockSizeWhileEverythingChanges)
{
    for (int i = 0; i < rounds (5); ++i)
    {
        const auto seed = seedForTests() * 1'000 + 900 + static_cast<std::uint64_t> (i);
        const auto reference = playWithChanges (seed, [] { return 64; });
        Dice dice (seed);
        EXPECT_EQ (difference (reference, playWithChanges (seed, [] { return 64; })), "") << "the second time, seed " << seed;
        EXPECT_EQ (difference (reference, playWithChanges (seed, [] { return 480; })), "") << "seed " << seed;
        EXPECT_EQ (difference (reference, playWithChanges (seed, [&dice] { return dice.between (1, 900); })), "") << "seed " << seed;
    }
}

TEST (OfflineRender, stemsAddUpToTheMixThoughOneOfThemIsLate)
{
    Band band;
    expectSum (renderAll (band.song.project, { band.song.track, band.other }), 0);
}

TEST (OfflineRender, stemsAreInTimeWithWhatALateMasterGives)
{
    Band band;
    projects::insert (band.song.project.tracks.edit (band.song.master).graph, "test.late");
    expectSum (renderAll (band.song.project, { band.song.track, band.other }), 0);
}

TEST (OfflineRender, stemsHoldTheDelayThatTheMusicianGaveTheirTrack)
{
    Band band;
    band.song.project.tracks.edit (band.song.track).delay = 7;
    band.song.project.tracks.edit (band.other).delay = -3;
    expectSum (renderAll (band.song.project, { band.song.track, band.other }), 0);
}

TEST (OfflineRender, theMixIsTheSameWithStemsAndWithoutAtEveryBlockSize)
{
    Band band;
    const auto alone = renderAll (band.song.project, {}).master;
    EXPECT_EQ (renderAll (band.song.project, { band.other }).master, alone);

    for (const auto block : { 1, 64, 100, 4'096 })
        EXPECT_EQ (renderAll (band.song.project, {}, block).master, alone) << block;
}

} // namespace athanor
