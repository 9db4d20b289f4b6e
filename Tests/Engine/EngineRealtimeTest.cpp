// SPDX-License-Identifier: GPL-3.0-or-later
// The audio thread neither allocates, locks nor asks the system for anything, whatever is done to the song meanwhile.
// Runs under the guard of Tests/Support and once more under RealtimeSanitizer.
#include "Engine/Studio.h"

#include "Support/Chance.h"
#include "Support/RealtimeWatch.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (EngineRealtime, neitherAllocatesNorWaitsWhileEverythingChanges)
{
    Studio studio (randomSong (seedForTests()));
    Musician musician (studio, seedForTests());
    Dice sizes (seedForTests());
    studio.order (StartPlaying {});
    const RealtimeWatch watch;

    for (int i = 0; i < rounds (600); ++i)
    {
        if (i % 60 == 59)
            musician.changeSong();

        musician.act();
        studio.callback (sizes.oneIn (3) ? sizes.between (1, 700) : 256);
    }

    EXPECT_EQ (watch.violations(), 0) << watch.report();
    EXPECT_EQ (watch.scopes(), RealtimeWatch::isPossible() ? rounds (600) : 0);
    EXPECT_GT (musician.loudest, 0.01f) << "silence proves nothing";
}

TEST (EngineRealtime, playsEveryModuleWithoutAllocatingOrWaiting)
{
    Dice dice (seedForTests());
    Studio studio (randomSong (2));
    studio.order (StartPlaying {});
    const RealtimeWatch watch;

    for (const auto& type : moduleTypes())
        if (! random::isEnd (type) && type.prototype().count (Port::Kind::output) > 0)
        {
            auto& project = studio.song.project;
            const auto play = [&] (Graph graph, const std::string& end) {
                const auto node = random::addNode (dice, graph, random::playableNode (dice, type, project));
                NodeId out;

                for (const auto& [id, other] : graph.nodes)
                    if (other->type == end)
                        out = id;

                random::addCable (dice, graph, node, random::firstPort (*graph.nodes.find (node), Port::Kind::output), out, "in");
                return graph;
            };

            for (const auto& [id, track] : Table (project.tracks))
                if (type.makeForStereo != nullptr)
                    project.tracks.edit (id).graph = play (random::playableDevices (dice, project, {}), "track.out");

            for (const auto& [id, instrument] : Table (project.instruments))
                if (type.makeForVoices != nullptr)
                    project.instruments.edit (id).graph = play (random::playableVoice (dice, project), "voice.out");

            studio.show();
            studio.callback (2'000);
            ASSERT_EQ (watch.violations(), 0) << type.about->id << '\n'
                                              << watch.report();
        }
}

} // namespace athanor
