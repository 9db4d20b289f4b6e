// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Delay.h"

#include "Modules/Rig.h"

namespace athanor
{

namespace
{
/** What both channels play from an impulse on both on. */
struct Echoes
{
    std::vector<float> left, right;

    Echoes (Rig<dsp::Stereo>& rig, int count, dsp::Stereo impulse = 0.5f)
    {
        rig.reset();

        for (int step = 0; step < count; ++step)
        {
            rig.input ("in").silent = false;
            rig.input ("in").clear();

            if (step == 0)
            {
                rig.input ("in")[0] = impulse;
                rig.input ("in").steady = rig.input ("in").silent = false;
            }

            rig.run();

            for (auto& frame : rig.output ("out").frames)
            {
                left.push_back (frame[0]);
                right.push_back (frame[1]);
            }
        }
    }
};

std::int64_t placeOfPeak (const std::vector<float>& sound)
{
    return std::ranges::max_element (sound, {}, [] (float x) { return std::abs (x); }) - sound.begin();
}

Rig<dsp::Stereo> rigOf (float seconds, float sync, double rate = 48'000)
{
    Rig<dsp::Stereo> rig ("effect.delay", rate);
    rig.set ("mix", 1);
    rig.set ("time", seconds);
    rig.set ("sync", sync);
    return rig;
}
} // namespace

TEST (DelayTest, echoesAfterExactlyTheTimeThatIsSet)
{
    for (const double rate : { 44'100.0, 48'000.0, 96'000.0 })
    {
        auto rig = rigOf (0.1f, 0, rate);
        const Echoes heard (rig, static_cast<int> (0.15 * rate / quantum));
        EXPECT_EQ (placeOfPeak (heard.left), static_cast<std::int64_t> (0.1 * rate));
        EXPECT_EQ (heard.left[static_cast<std::size_t> (0.1 * rate)], 0.5f) << "the first echo is the sound itself";
    }
}

TEST (DelayTest, keepsToTheNoteLengthThatIsChosen)
{
    // The bench plays two beats a second: a dotted eighth is 0.375 s, a quarter 0.5 s.
    auto rig = rigOf (0.1f, 8);
    EXPECT_EQ (placeOfPeak (Echoes (rig, 400).left), 18'000);
    rig.set ("sync", 9);
    EXPECT_EQ (placeOfPeak (Echoes (rig, 400).left), 24'000);
}

TEST (DelayTest, throwsEchoesFromSideToSideInPingPong)
{
    auto rig = rigOf (0.1f, 0);
    rig.set ("mode", 1);
    rig.set ("feedback", 0.5f);
    const Echoes heard (rig, 250);

    EXPECT_GT (std::abs (heard.left[4'800]), 0.3f);
    EXPECT_EQ (heard.right[4'800], 0.0f);
    EXPECT_EQ (heard.left[9'600], 0.0f);
    EXPECT_GT (std::abs (heard.right[9'600]), 0.1f);
}

TEST (DelayTest, doesNotClickWhenItsTimeChanges)
{
    for (const float change : { 0.0f, 1.0f })
    {
        auto rig = rigOf (0.1f, 0);
        rig.set ("change", change);
        float last = 0, steepest = 0;

        for (int step = 0; step < 1'000; ++step)
        {
            for (int frame = 0; frame < quantum; ++frame)
                rig.input ("in")[frame] = 0.5f * dsp::sine (dsp::Stereo (static_cast<float> ((step * quantum + frame) % 480) / 240));

            rig.input ("in").steady = rig.input ("in").silent = false;

            if (step == 300)
                rig.set ("time", 0.1537f);

            rig.run();

            for (auto& frame : rig.output ("out").frames)
            {
                if (step > 100)
                    steepest = std::max (steepest, std::abs (frame[0] - last));

                last = frame[0];
            }
        }

        // A 200 Hz sine of this loudness, and its echoes, move by 0.022 a frame at most; wound at twice the speed, by twice that.
        EXPECT_LT (steepest, 0.05f) << (change == 0 ? "tape" : "fade");
    }
}

TEST (DelayTest, staysInBoundsWithFullFeedback)
{
    auto rig = rigOf (0.01f, 0);
    rig.set ("feedback", 1);
    rig.set ("lowCut", 20);
    rig.set ("highCut", 20'000);
    float loudest = 0;

    for (int step = 0; step < 3'000; ++step)
    {
        rig.feed ("in", 0.9f);
        rig.run();

        for (auto& frame : rig.output ("out").frames)
            loudest = std::max (loudest, std::abs (frame[0]));
    }

    EXPECT_LE (loudest, 2.0f);
}

} // namespace athanor
