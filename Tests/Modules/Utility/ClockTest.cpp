// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Utility/Clock.h"

#include "Modules/Rig.h"

#include <algorithm>

namespace athanor
{

namespace
{
std::vector<int> pulsesOf (Rig<dsp::Stereo>& rig, int quanta)
{
    std::vector<int> places;
    const auto heard = rig.record ("pulse", quanta);

    for (std::size_t i = 0; i < heard.size(); ++i)
        if (heard[i] > 0.5f)
            places.push_back (static_cast<int> (i));

    return places;
}
} // namespace

TEST (ClockTest, beatsOnTheFrameWhereTheNoteLengthBegins)
{
    // Two beats a second: a sixteenth is 6000 frames.
    Rig<dsp::Stereo> rig ("utility.clock");
    EXPECT_EQ (pulsesOf (rig, 300), (std::vector { 0, 6'000, 12'000, 18'000 }));
}

TEST (ClockTest, swingMovesEverySecondBeat)
{
    Rig<dsp::Stereo> rig ("utility.clock");
    rig.set ("swing", 0.5f);
    EXPECT_EQ (pulsesOf (rig, 300), (std::vector { 0, 7'500, 12'000 }));
}

TEST (ClockTest, standsStillWithTheSongIfItIsToldTo)
{
    Rig<dsp::Stereo> rig ("utility.clock");
    rig.set ("runs", 1);
    rig.moment.isPlaying = false;
    EXPECT_TRUE (pulsesOf (rig, 300).empty());
}

TEST (ClockTest, theGateIsOpenForItsWidth)
{
    Rig<dsp::Stereo> rig ("utility.clock");
    rig.set ("width", 0.25f);
    const auto gate = rig.record ("gate", 93);
    EXPECT_EQ (std::ranges::count (gate, 1.0f), 1'500);
}

} // namespace athanor
