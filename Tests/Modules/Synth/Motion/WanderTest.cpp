// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/Wander.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor::synth
{

namespace
{
/** Freely running, this often a second. */
WanderControls moving (WanderStyle style, float hertz)
{
    WanderControls controls;
    controls.rate.sync = 0;
    controls.rate.frequency = { Lanes (std::log2 (hertz)), Lanes (std::log2 (hertz)), nullptr };
    controls.style = style;
    return controls;
}

Lanes lanesOfVoice (int voice)
{
    Lanes x (0.0f);
    x.set (2 * voice, 1);
    x.set (2 * voice + 1, 1);
    return x;
}

struct Group
{
    /** One quantum, in which voices of `begin` begin and those and the ones before sound; returns its first frame. */
    Lanes play (std::initializer_list<int> begin, const WanderControls& controls)
    {
        NoteTurn notes;

        for (const int voice : begin)
        {
            notes.trigger[2 * voice] = notes.trigger[2 * voice + 1] = static_cast<std::int32_t> (Stage::attack);
            active = active | (lanesOfVoice (voice) > 0.5f);
        }

        notes.isActive = active;
        std::array<Lanes, maxFrames> out;
        wander.process ({}, notes, {}, controls, out.data());
        return out[0];
    }

    Wander wander { Chances (0, Drawer::random1) };
    LaneMask active = noLane();
};
} // namespace

TEST (WanderTest, StaysBetweenZeroAndOneAndMoves)
{
    for (const auto style : { WanderStyle::perlin, WanderStyle::sampleAndHold, WanderStyle::sine })
    {
        Group group;
        const auto controls = moving (style, 40);
        float least = group.play ({ 0 }, controls)[0], most = least;

        for (int i = 0; i < 2'000; ++i)
        {
            const auto now = group.play ({}, controls)[0];
            least = std::min (least, now);
            most = std::max (most, now);
        }

        EXPECT_GE (least, 0);
        EXPECT_LE (most, 1);
        EXPECT_GT (most - least, 0.5f);
    }
}

TEST (WanderTest, PairsOfVoicesThatRestDrawNothing)
{
    const auto controls = moving (WanderStyle::sampleAndHold, 200);
    Group late, atOnce;
    late.play ({ 0 }, controls);

    for (int i = 0; i < 500; ++i)
        late.play ({}, controls);

    late.play ({ 2 }, controls);
    atOnce.play ({ 0, 2 }, controls);

    for (int i = 0; i < 100; ++i)
        EXPECT_EQ (late.play ({}, controls)[4], atOnce.play ({}, controls)[4]) << "the third voice begins with the same numbers whenever it does";
}

} // namespace athanor::synth
