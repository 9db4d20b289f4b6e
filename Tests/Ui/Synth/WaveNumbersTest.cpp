// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/WaveNumbers.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

TEST (WaveNumbers, everyNumberThatCountsHasAKnobWithinItsRange)
{
    for (const auto& part : waveParts())
        for (const auto ofKeyframe : { false, true })
        {
            const auto knobs = waveKnobsOf (part, ofKeyframe, 1'000);

            for (const auto& number : ofKeyframe ? part.ofKeyframe : part.ofComponent)
            {
                // Those that are never read, or come with the recording.
                if (number.name == "num_points" || number.name == "audio_sample_rate" || (ofKeyframe && number.name == "window_size"))
                    continue;

                const auto found = std::ranges::find (knobs, number.name, &WaveKnob::name);
                ASSERT_NE (found, knobs.end()) << part.type << ": " << number.name;
                EXPECT_GE (static_cast<double> (found->range.low) * found->scale, number.least) << number.name;
                EXPECT_LE (static_cast<double> (found->range.high) * found->scale, number.greatest) << number.name;
                EXPECT_FALSE (found->title.empty() || found->doc.empty());
            }
        }
}

TEST (WaveNumbers, theStartOfARecordingGoesToItsEnd)
{
    const auto knobs = waveKnobsOf (*wavePartNamed ("Audio File Source"), true, 12'345);
    EXPECT_EQ (std::ranges::find (knobs, "start_position", &WaveKnob::name)->range.high, 12'345);
}

} // namespace athanor
