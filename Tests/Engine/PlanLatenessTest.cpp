// SPDX-License-Identifier: GPL-3.0-or-later
// Delay compensation: an impulse arrives on the same frame by whatever path it goes.
#include "Engine/Plan.h"

#include "Engine/Engine.h"
#include "Support/Projects.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor
{
namespace
{
/** Holds its input back by so many frames, and says so. */
template <typename S, int frames>
class Late : public ModuleOf<S>
{
public:
    static constexpr Module::About about { frames == 100 ? "test.late100" : "test.late37", "Late", "Test", "Is late." };

    Late() : ModuleOf<S> (about) {}

    Input in { *this, "in", "What comes." };
    Output out { *this, "out", "The same, later." };
    Latency latency { *this, Frames (frames) };

    void process (const Block<S>& block) noexcept override
    {
        for (int i = 0; i < quantum; ++i)
        {
            block[out][i] = std::exchange (held[static_cast<std::size_t> (at)], block[in][i]);
            at = (at + 1) % frames;
        }
    }

private:
    std::array<S, frames> held {};
    int at = 0;
};

/** Gives one impulse, at the very first frame it is asked for. */
template <typename S>
class Impulse final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "test.impulse", "Impulse", "Test", "Clicks once." };

    Impulse() : ModuleOf<S> (about) {}

    Output out { *this, "out", "The click." };

    void process (const Block<S>& block) noexcept override
    {
        block[out].frames.fill (S (0.0f));

        if (! std::exchange (isDone, true))
            block[out][5] = S (1.0f);
    }

private:
    bool isDone = false;
};

template <template <typename> typename Type>
ModuleType inTrack()
{
    return { &Type<dsp::Stereo>::about, nullptr, []() -> std::unique_ptr<ModuleOf<dsp::Stereo>> { return std::make_unique<Type<dsp::Stereo>>(); } };
}

template <typename S>
using Late100 = Late<S, 100>;
template <typename S>
using Late37 = Late<S, 37>;

class Lateness : public testing::Test
{
protected:
    /** Frames of the master at which anything is heard, with how loud it is. @param earlier  What was planned until then. */
    std::map<int, float> clicks (const Project& shown, const Project* earlier = nullptr)
    {
        ThreadsForTests threads;
        Engine engine;
        PlanOptions options;
        const auto before = earlier != nullptr ? makePlan (*earlier, options, nullptr) : nullptr;
        auto plan = std::shared_ptr<const Plan> (makePlan (shown, options, before.get()));
        lateness = plan->latency;
        engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { plan }));
        std::array<float, 1'024> left {}, right {};
        engine.process (threads.audio, left.data(), right.data(), 1'024);
        std::map<int, float> heard;

        for (int i = 0; i < 1'024; ++i)
            if (std::abs (left[static_cast<std::size_t> (i)]) > 1.0e-6f)
                heard.emplace (i, left[static_cast<std::size_t> (i)]);

        return heard;
    }

    NodeId addImpulse (Graph& graph)
    {
        const auto source = projects::addNode (graph, "test.impulse"), out = projects::addNode (graph, "track.out");
        end = out;
        return source;
    }

    ModuleType impulse = inTrack<Impulse>(), late100 = inTrack<Late100>(), late37 = inTrack<Late37>();
    ForeignModules modules { &impulse, &late100, &late37 };
    Project project;
    NodeId end;
    int lateness = 0;
};

TEST_F (Lateness, isMadeUpForInSeriesAndInParallel)
{
    const auto track = projects::addTrack (project, TrackKind::note, "A");
    projects::addTrack (project, TrackKind::master, "Master");
    auto& graph = project.tracks.edit (track).graph;
    const auto source = addImpulse (graph);
    const auto a = projects::addNode (graph, "test.late100"), b = projects::addNode (graph, "test.late37");
    projects::connect (graph, source, "out", a, "in");
    projects::connect (graph, a, "out", b, "in");
    projects::connect (graph, b, "out", end, "in");
    projects::connect (graph, source, "out", end, "in"); // the direct way waits for the others
    projects::connect (graph, a, "out", end, "in");

    EXPECT_EQ (clicks (project), (std::map<int, float> { { 5 + 137, 3.0f } }));
    EXPECT_EQ (lateness, 137);
}

TEST_F (Lateness, isMadeUpForBetweenTracksSendsAndSidechains)
{
    const auto lateTrack = projects::addTrack (project, TrackKind::note, "Late"), direct = projects::addTrack (project, TrackKind::note, "Direct");
    const auto listener = projects::addTrack (project, TrackKind::note, "Listener"), send = projects::addTrack (project, TrackKind::send, "Send");
    projects::addTrack (project, TrackKind::master, "Master");

    for (const auto id : { lateTrack, direct })
    {
        auto& graph = project.tracks.edit (id).graph;
        const auto source = addImpulse (graph);
        auto last = source;

        if (id == lateTrack)
        {
            last = projects::addNode (graph, "test.late100");
            projects::connect (graph, source, "out", last, "in");
        }

        projects::connect (graph, last, "out", end, "in");
    }

    // The send is late by itself, and the listener hears the direct track as a sidechain would.
    project.tracks.edit (direct).sends.put (send, Send {});
    projects::insert (project.tracks.edit (send).graph, "test.late37");
    auto& graph = project.tracks.edit (listener).graph;
    const auto ear = projects::addNode (graph, "track.listen"), out = projects::addNode (graph, "track.out");
    graph.nodes.edit (ear).texts.put ("track", toHex (direct.value));
    projects::connect (graph, ear, "out", out, "in");

    EXPECT_EQ (clicks (project), (std::map<int, float> { { 5 + 100, 4.0f } }));
    EXPECT_EQ (lateness, 100);
}

TEST_F (Lateness, staysWhenAModuleIsBypassed)
{
    const auto track = projects::addTrack (project, TrackKind::note, "A");
    projects::addTrack (project, TrackKind::master, "Master");
    auto& graph = project.tracks.edit (track).graph;
    const auto source = addImpulse (graph), late = projects::addNode (graph, "test.late100");
    projects::connect (graph, source, "out", late, "in");
    projects::connect (graph, late, "out", end, "in");
    projects::connect (graph, source, "out", end, "in");
    graph.nodes.edit (late).isBypassed = true;

    EXPECT_EQ (clicks (project), (std::map<int, float> { { 5 + 100, 2.0f } }));
}

TEST_F (Lateness, isThatOfTheModuleThatABypassedOneBecomes)
{
    const auto track = projects::addTrack (project, TrackKind::note, "A");
    projects::addTrack (project, TrackKind::master, "Master");
    auto& graph = project.tracks.edit (track).graph;
    const auto source = addImpulse (graph), late = projects::addNode (graph, "test.late37");
    projects::connect (graph, source, "out", late, "in");
    projects::connect (graph, late, "out", end, "in");
    projects::connect (graph, source, "out", end, "in");
    graph.nodes.edit (late).isBypassed = true;
    const auto earlier = project;
    project.tracks.edit (track).graph.nodes.edit (late).type = "test.late100";

    EXPECT_EQ (clicks (project, &earlier), (std::map<int, float> { { 5 + 100, 2.0f } }));
}
} // namespace
} // namespace athanor
