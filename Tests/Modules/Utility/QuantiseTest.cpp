// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Utility/Quantise.h"

#include "Modules/Rig.h"

#include <algorithm>

namespace athanor
{

namespace
{
float quantised (Rig<dsp::Voices>& rig, float pitch)
{
    rig.feed ("in", pitch);
    rig.run();
    return rig.output ("out")[63][7];
}
} // namespace

TEST (QuantiseTest, goesToTheNearestNoteOfTheScale)
{
    Rig<dsp::Voices> rig ("utility.quantise");
    EXPECT_EQ (quantised (rig, 60), 60.0f);
    EXPECT_EQ (quantised (rig, 60.9f), 60.0f) << "C sharp is not in C major";
    EXPECT_EQ (quantised (rig, 61.2f), 62.0f);
    EXPECT_EQ (quantised (rig, 71.8f), 72.0f);
    EXPECT_EQ (quantised (rig, -0.2f), 0.0f);

    rig.set ("root", 2);
    EXPECT_EQ (quantised (rig, 60.4f), 61.0f) << "D major has C sharp";
    rig.set ("transpose", 12);
    EXPECT_EQ (quantised (rig, 62), 74.0f);
}

TEST (QuantiseTest, knowsItsScales)
{
    Rig<dsp::Voices> rig ("utility.quantise");
    const std::array<std::vector<float>, 11> scales { { { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 },
                                                        { 0, 2, 4, 5, 7, 9, 11 },
                                                        { 0, 2, 3, 5, 7, 8, 10 },
                                                        { 0, 2, 3, 5, 7, 8, 11 },
                                                        { 0, 2, 3, 5, 7, 9, 10 },
                                                        { 0, 2, 4, 5, 7, 9, 10 },
                                                        { 0, 1, 3, 5, 7, 8, 10 },
                                                        { 0, 2, 4, 7, 9 },
                                                        { 0, 3, 5, 7, 10 },
                                                        { 0, 3, 5, 6, 7, 10 },
                                                        { 0, 2, 4, 6, 8, 10 } } };

    for (std::size_t scale = 0; scale < scales.size(); ++scale)
    {
        rig.set ("scale", static_cast<float> (scale));

        for (int semitone = 0; semitone < 12; ++semitone)
        {
            const auto note = static_cast<float> (semitone);
            EXPECT_EQ (quantised (rig, 48 + note) == 48 + note, std::ranges::count (scales[scale], note) == 1) << scale << ", " << semitone;
        }
    }
}

TEST (QuantiseTest, tellsWhenAnotherNoteIsReached)
{
    Rig<dsp::Voices> rig ("utility.quantise");
    float told = 0;

    for (int step = 0; step < 100; ++step)
    {
        for (int frame = 0; frame < quantum; ++frame)
            rig.input ("in")[frame] = dsp::Voices (60 + 12 * static_cast<float> (step * quantum + frame) / 6'400);

        rig.input ("in").steady = rig.input ("in").silent = false;

        for (const auto x : rig.record ("changed", 1, 2))
            told += x;
    }

    EXPECT_EQ (told, 7.0f) << "an octave of major has seven steps";
}

} // namespace athanor
