// SPDX-License-Identifier: GPL-3.0-or-later
// The demo songs as a listener gets them: they load, they sound, they are as loud as they should be, and nothing clips.
#include "App/LoadProject.h"

#include "Engine/Heard.h"
#include "Engine/OfflineRender.h"
#include "Media/Loudness.h"
#include "Modules/Registry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace athanor
{
namespace
{
struct Rendered
{
    std::vector<float> samples; ///< Interleaved.
    float peak = 0;
};

Rendered renderAll (const Project& project, int blockSize, int threads, double to = -1)
{
    Rendered made;
    RenderOptions options;
    options.blockSize = blockSize;
    options.threads = threads;
    options.to = to;
    RenderSink sink;
    sink.master = [&] (std::span<const float> left, std::span<const float> right) {
        for (std::size_t i = 0; i < left.size(); ++i)
        {
            made.samples.push_back (left[i]);
            made.samples.push_back (right[i]);
            made.peak = std::max ({ made.peak, std::abs (left[i]), std::abs (right[i]) });
        }

        return true;
    };

    EXPECT_EQ (render (project, {}, options, sink, {}), RenderEnd::done);
    return made;
}

class DemoSongs : public testing::TestWithParam<const char*>
{
protected:
    Project load() const
    {
        const auto loaded = loadProject (std::string ("Templates/") + GetParam() + ".athanor");
        EXPECT_TRUE (loaded) << (loaded ? "" : loaded.failure().message);
        EXPECT_TRUE (! loaded || loaded->remarks.empty());
        return loaded ? loaded->project : Project();
    }
};

TEST_P (DemoSongs, useOnlyModulesAndPortsThatExist)
{
    const auto project = load();

    const auto check = [] (const Graph& graph) {
        for (const auto& [id, node] : graph.nodes)
        {
            const auto* type = findModuleType (node->type);
            ASSERT_NE (type, nullptr) << node->type;

            for (const auto& [port, value] : node->knobs)
            {
                const auto* knob = type->port (port);
                ASSERT_TRUE (knob != nullptr && knob->kind == Port::Kind::knob) << node->type << " " << port;
                EXPECT_EQ (static_cast<const Knob&> (*knob).range.clamp (static_cast<float> (*value)), static_cast<float> (*value)) << node->type << " " << port;
            }
        }

        for (const auto& [id, cable] : graph.cables)
        {
            const auto *from = graph.nodes.find (cable->from), *to = graph.nodes.find (cable->to);
            ASSERT_TRUE (from != nullptr && to != nullptr);
            EXPECT_NE (findModuleType (from->type)->port (cable->output), nullptr) << from->type << " " << cable->output;
            EXPECT_NE (findModuleType (to->type)->port (cable->input), nullptr) << to->type << " " << cable->input;
        }
    };

    for (const auto& [id, instrument] : project.instruments)
        check (instrument->graph);

    for (const auto& [id, track] : project.tracks)
        check (track->graph);
}

TEST_P (DemoSongs, areLoudEnoughAndNeverClipOrFallSilent)
{
    const auto song = renderAll (load(), 512, 0);
    ASSERT_GT (song.samples.size(), 30u * 2 * 48'000);
    EXPECT_LT (song.peak, 0.9f);

    const auto loudness = loudnessOf (dsp::Sound { 48'000, 2, song.samples });
    EXPECT_GT (loudness.integrated, -22);
    EXPECT_LT (loudness.integrated, -9);
    EXPECT_LT (loudness.truePeak, -0.5);

    // No five seconds of nothing before the last ten.
    constexpr std::size_t window = 5 * 2 * 48'000;

    for (std::size_t at = 0; at + 3 * window < song.samples.size(); at += window)
    {
        double power = 0;

        for (std::size_t i = at; i < at + window; ++i)
        {
            ASSERT_TRUE (std::isfinite (song.samples[i]));
            power += static_cast<double> (song.samples[i]) * static_cast<double> (song.samples[i]);
        }

        EXPECT_GT (std::sqrt (power / window), 0.002) << "at second " << at / 96'000;
    }
}

TEST_P (DemoSongs, areTheSameBytesAtEveryBlockSizeAndNumberOfThreads)
{
    const auto project = load();
    const auto reference = renderAll (project, 512, 1, 6).samples;

    for (const auto block : { 1, 32, 64, 100, 480, 4'096 })
        EXPECT_EQ (renderAll (project, block, 1, 6).samples, reference) << "block " << block;

    EXPECT_EQ (renderAll (project, 512, 2, 6).samples, reference);
    EXPECT_EQ (renderAll (project, 512, 4, 6).samples, reference);
}

TEST_P (DemoSongs, areHeardAsTheyAreRenderedWhateverTheDeviceAsksFor)
{
    const auto project = load();
    const auto rendered = renderAll (project, 512, 1, 6).samples;
    std::mt19937 random (1);
    const auto anySize = [&random] { return random() % 4 == 0 ? 1 + static_cast<int> (random() % 64) : 1 + static_cast<int> (random() % 1'500); };
    EXPECT_EQ (difference (rendered, playLive (project, {}, 6, rendered.size() / 2, anySize)), "");
}

INSTANTIATE_TEST_SUITE_P (Templates, DemoSongs, testing::Values ("Ember", "Glasshouse", "NightTrain"));
} // namespace
} // namespace athanor
