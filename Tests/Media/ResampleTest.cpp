// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Resample.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace athanor
{

TEST (Resample, keepsASineASine)
{
    dsp::Sound sine { 44'100, 2, {} };

    for (auto i = 0; i < 44'100; ++i)
        for (auto c = 0; c < 2; ++c)
            sine.samples.push_back (static_cast<float> (std::sin (2 * std::numbers::pi * 1'000 * i / 44'100)));

    const auto result = resampled (sine, 48'000);
    ASSERT_TRUE (result);
    ASSERT_EQ (result->frames(), 48'000u);

    for (auto i = 4'800; i < 43'200; ++i)
        ASSERT_NEAR (result->samples[static_cast<std::size_t> (i) * 2 + 1], std::sin (2 * std::numbers::pi * 1'000 * i / 48'000), 1e-3);
}

TEST (Resample, refusesAbsurdRates)
{
    const dsp::Sound sound { 44'100, 1, { 0.5f, 0.5f } };
    EXPECT_FALSE (resampled (sound, 0));
    EXPECT_FALSE (resampled (sound, 1e9));
    EXPECT_FALSE (resampled (sound, 120)) << "a 367th";
    EXPECT_EQ (resampled (sound, 44'100)->samples, sound.samples);
    EXPECT_TRUE (resampled ({ 44'100, 1, {} }, 48'000));
}

} // namespace athanor
