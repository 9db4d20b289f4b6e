// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/OfflineRender.h"

#include "Support/Projects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor
{
namespace
{
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
} // namespace
} // namespace athanor
