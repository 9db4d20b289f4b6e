// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Meter/Rms.h"

#include "Dsp/Meter/Peak.h"

#include <gtest/gtest.h>

#include <vector>

namespace athanor::dsp
{

TEST (RmsTest, readsASineAsTheRootOfAHalf)
{
    std::vector<Voices> sound;

    for (int i = 0; i < 5 * 48'000; ++i)
        sound.push_back (sine (Voices (static_cast<float> (i % 480) / 48)));

    Rms<Voices> rms;
    rms.prepare (48'000);
    rms.process (sound);
    EXPECT_NEAR (rms.level()[3], 0.7071, 0.002);

    Peak<Voices> peak;
    peak.process (sound);
    EXPECT_NEAR (peak.take()[3], 1, 1e-6);
    EXPECT_EQ (peak.take()[3], 0.0f);
}

} // namespace athanor::dsp
