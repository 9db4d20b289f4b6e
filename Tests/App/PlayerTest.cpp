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
    player.engine().process (threads.audio, left.data(), right.data(), static_cast<int> (left.size()));

    const auto first = player.masterMeter(), second = player.meter (song.master);
    EXPECT_GT (first.peakLeft, -60);
    EXPECT_FLOAT_EQ (second.peakLeft, first.peakLeft);
    EXPECT_FLOAT_EQ (second.peakRight, first.peakRight);
}

} // namespace athanor
