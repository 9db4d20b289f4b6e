// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Player.h"

#include "App/Session.h"
#include "Engine/Engine.h"
#include "Support/Projects.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <vector>

namespace athanor
{

TEST (Player, TwoWhoReadTheSameMeterBothSeeThePeak)
{
    const auto song = projects::synthOnOneTrack();
    Session session;
    ThreadsForTests threads;
    session.start (song.project);
    auto& player = session.player();
    player.startNote (song.track, song.instrument, 60, 1);
    std::vector<float> left (12'000), right (left.size());
    bool areAlike = false;

    // They see the peaks of the last moment; a busy machine may let that pass between the two readings, but not every time.
    for (int attempt = 0; attempt < 20 && ! areAlike; ++attempt)
    {
        player.engine().process (threads.audio, left.data(), right.data(), static_cast<int> (left.size()));
        const auto first = player.masterMeter(), second = player.meter (song.master);
        ASSERT_GT (first.peakLeft, -60);
        areAlike = second.peakLeft == first.peakLeft && second.peakRight == first.peakRight;
    }

    EXPECT_TRUE (areAlike);
}

namespace
{
/** What is heard of the session, as a device would ask for it. */
struct Heard
{
    explicit Heard (Session& s) : player (s.player()) {}

    void listen (int frames)
    {
        left.resize (static_cast<std::size_t> (frames));
        right.resize (left.size());
        player.engine().process (threads.audio, left.data(), right.data(), frames);
        player.update();
    }

    ThreadsForTests threads;
    Player& player;
    std::vector<float> left, right;
};
} // namespace

TEST (Player, ASongThatIsOverBeginsAgain)
{
    Session session;
    session.start (projects::synthOnOneTrack().project);
    Heard heard (session);
    heard.player.play();

    for (int i = 0; i < 1'000 && (i == 0 || heard.player.position().isPlaying); ++i)
        heard.listen (4'096);

    ASSERT_FALSE (heard.player.position().isPlaying);
    ASSERT_GT (heard.player.position().seconds, 0);
    heard.player.play();
    heard.listen (4'096);
    EXPECT_TRUE (heard.player.position().isPlaying);
    EXPECT_LT (heard.player.position().seconds, 0.2);
}

TEST (Player, TheMetronomeAccentsTheFirstBeatOfTheBarThatThereIs)
{
    Session session;
    session.edit ("a waltz", [] (Project& project) { project.meters.edit (Ticks()).beatsPerBar = 3; });
    Heard heard (session);
    heard.player.setMetronome (true);
    heard.player.play();
    heard.listen (6 * 24'000);

    // Ten frames after it begins, the higher click has already fallen.
    for (std::size_t beat = 0; beat < 6; ++beat)
    {
        const auto level = heard.left[beat * 24'000 + 10];
        EXPECT_GT (level, 0.1f) << beat;
        EXPECT_EQ (level < 0.225f, beat % 3 == 0) << beat << ", " << level;
    }
}

} // namespace athanor
