// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Peaks.h"

#include "Support/Dice.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

TEST (Peaks, areThoseOfTheSamplesOnEveryStretch)
{
    Dice dice (1);

    for (const auto channels : { 1, 2 })
        for (const std::size_t frames : { 1u, 63u, 64u, 65u, 1'000u, 20'000u })
        {
            auto sound = std::make_shared<dsp::Sound>();
            sound->channels = channels;

            for (std::size_t i = 0; i < frames * static_cast<std::size_t> (channels); ++i)
                sound->samples.push_back (static_cast<float> (dice.between (-1.0, 1.0)));

            const Peaks peaks (sound);

            for (auto i = 0; i < 300; ++i)
            {
                const auto first = dice.below (frames), last = first + 1 + dice.below (frames - first);
                const auto channel = dice.below (channels);
                Peaks::Range expected { 2, -2 };

                for (auto frame = first; frame < last; ++frame)
                {
                    const auto sample = sound->samples[frame * static_cast<std::size_t> (channels) + static_cast<std::size_t> (channel)];
                    expected = { std::min (expected.low, sample), std::max (expected.high, sample) };
                }

                ASSERT_EQ (peaks.range (channel, first, last), expected) << first << " to " << last;
            }
        }
}

TEST (Peaks, countWhatIsOutsideAsSilence)
{
    const Peaks peaks (std::make_shared<dsp::Sound> (dsp::Sound { 48'000, 1, { 0.5f, 0.6f } }));
    EXPECT_EQ (peaks.range (0, 0, 10), (Peaks::Range { 0, 0.6f }));
    EXPECT_EQ (peaks.range (0, 5, 10), Peaks::Range());
    EXPECT_EQ (peaks.range (0, 1, 1), Peaks::Range());
    EXPECT_EQ (peaks.range (3, 0, 2), Peaks::Range());
    EXPECT_EQ (Peaks (std::make_shared<dsp::Sound>()).range (0, 0, 5), Peaks::Range());
}

} // namespace athanor
