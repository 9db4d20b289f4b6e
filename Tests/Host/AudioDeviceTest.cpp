// SPDX-License-Identifier: GPL-3.0-or-later
// A song through a real sound server, while a musician works on it.
#include "Host/AudioDevice.h"

#include "Core/Id.h"
#include "Host/HostFixture.h"
#include "Support/Files.h"
#include "Support/RealtimeWatch.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace athanor
{

namespace
{
using AudioDeviceTest = HostTest;

bool isStrict() { return std::getenv ("ATHANOR_STRICT") != nullptr; }

/** How long the song is played: as long as the environment says. */
double seconds()
{
    const auto* text = std::getenv ("ATHANOR_SECONDS");
    return text != nullptr ? std::atof (text) : 5;
}

/** Turns all faders and edits the song, as fast as two hands never could. */
class Musician
{
public:
    explicit Musician (Session& s) : session (s) {}

    void work()
    {
        ++moves;
        const auto wave = 0.5 + 0.5 * std::sin (0.1 * moves);

        for (const auto& [id, track] : session.project().tracks)
            session.player().turn ("track/" + toHex (id.value) + "/panning", 0.3 + 0.4 * wave);

        if (moves % 8 == 0)
            session.edit ("change volume", [wave] (Project& project) {
                const auto before = project;

                for (const auto& [id, track] : before.tracks)
                    project.tracks.edit (id).volume = -3 - 3 * wave;
            });

        if (moves % 40 == 0)
            session.undo();

        session.player().update();
        loudest = std::max (loudest, session.player().masterMeter().peakLeft);
    }

    int moves = 0;
    float loudest = -100;

private:
    Session& session;
};
} // namespace

TEST_F (AudioDeviceTest, playsASongWithoutWaitingAllocatingOrAskingTheSystem)
{
    JackServer server;

    if (! server.isRunning())
        GTEST_SKIP() << "jackd does not run here: " << server.output();

    TemporaryFolder folder;
    Session session;
    ASSERT_TRUE (session.open (copyOfTemplate ("Ember.athanor", folder)));
    AudioDevice device (session);
    ASSERT_TRUE (becomesTrue ([&] { return device.figures().callbacks > 0; })) << session.player().device().problem;
    EXPECT_EQ (session.player().device().sampleRate, 48'000);
    EXPECT_EQ (session.player().device().blockSize, 256);

    RealtimeWatch watch;
    Musician musician (session);
    session.player().setLooping (true);
    session.player().play();
    const auto end = juce::Time::getMillisecondCounterHiRes() + seconds() * 1000;

    while (juce::Time::getMillisecondCounterHiRes() < end)
    {
        musician.work();
        runFor (0.016);
    }

    const auto figures = device.figures();
    const auto load = session.player().load();
    RecordProperty ("callbacks", std::to_string (figures.callbacks));
    std::printf ("%lld callbacks, longest %.0f us (%.0f %% of a period), load %.1f %%, %d too long, %d xruns of the server and ours, culprit %s, %ld violations in %ld scopes, %d moves\n",
                 static_cast<long long> (figures.callbacks), figures.longestSeconds * 1e6, figures.worstProportion * 100, static_cast<double> (figures.load) * 100, figures.tooLong, load.xruns, load.culprit.c_str(), watch.violations(), watch.scopes(), musician.moves);

    for (const auto& [name, proportion] : load.nodes)
        std::printf ("  %-20s %.2f %%\n", name.c_str(), static_cast<double> (proportion) * 100);

    EXPECT_GT (musician.loudest, -40) << "no sound arrived";
    EXPECT_GT (watch.scopes() + (RealtimeWatch::isPossible() ? 0 : 1), 0);
    EXPECT_EQ (watch.violations(), 0) << watch.report();
    EXPECT_FALSE (load.nodes.empty());

    if (isStrict())
    {
        EXPECT_EQ (figures.tooLong, 0);
        EXPECT_LT (figures.worstProportion, 0.5);
    }
}

TEST_F (AudioDeviceTest, saysSoOnceWhenThereIsNoDevice)
{
    EnvironmentVariable nowhere ("JACK_DEFAULT_SERVER", "athanor-no-such-server");
    EnvironmentVariable never ("JACK_NO_START_SERVER", "1");
    Session session;
    AudioDevice device (session);

    for (const auto& found : device.list())
        if (found.type == "ALSA")
            GTEST_SKIP() << "there is a sound card here";

    EXPECT_EQ (session.player().device().name, "");
    EXPECT_EQ (session.player().device().problem, "There is no sound device, so nothing is heard; everything else works.");
}

TEST_F (AudioDeviceTest, noticesAServerThatGoesAndOneThatComes)
{
    Session session;
    std::optional<JackServer> server;
    server.emplace();

    if (! server->isRunning())
        GTEST_SKIP() << "jackd does not run here: " << server->output();

    AudioDevice device (session);
    ASSERT_NE (session.player().device().name, "");
    const std::string name = server->name;
    server.reset();
    EXPECT_TRUE (becomesTrue ([&] { return session.player().device().name.empty(); }));
    EXPECT_NE (session.player().device().problem, "");

    server.emplace (44'100, 512);
    EXPECT_TRUE (becomesTrue ([&] { return ! session.player().device().name.empty(); }));
    EXPECT_EQ (session.player().device().sampleRate, 44'100);
}

TEST_F (AudioDeviceTest, goesOnInSilenceWithoutADevice)
{
    EnvironmentVariable nowhere ("JACK_DEFAULT_SERVER", "athanor-no-such-server");
    EnvironmentVariable never ("JACK_NO_START_SERVER", "1");
    Session session;
    auto sentences = 0;
    const auto said = session.onMessage.add ([&] (const std::string&) { ++sentences; });
    AudioDevice device (session);

    if (! session.player().device().name.empty())
        GTEST_SKIP() << "this computer has a sound card: " << session.player().device().name;

    session.player().play();
    EXPECT_TRUE (becomesTrue ([&] {
        session.player().update();
        return session.player().position().inSong > Ticks();
    }));
    EXPECT_EQ (sentences, 1) << "that there is no device is said once";
}

} // namespace athanor
