// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes' mathematics against libm in double precision, within the bounds that the header states.
#include "Dsp/Fast.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace athanor::dsp
{

namespace
{
template <typename Fast, typename Exact>
double worstError (double low, double high, Fast fast, Exact exact, bool relative)
{
    double worst = 0;

    for (int step = 0; step <= 200'000; ++step)
    {
        const auto x = static_cast<float> (low + (high - low) * step / 200'000);
        const double expected = exact (static_cast<double> (x));
        const double got = static_cast<double> (fast (Lanes<8> (x))[step & 7]);
        const double error = std::abs (got - expected) / (relative ? std::max (1e-30, std::abs (expected)) : 1.0);
        worst = std::isfinite (got) ? std::max (worst, error) : 1e9;
    }

    return worst;
}

constexpr double circle = 2 * std::numbers::pi;
} // namespace

TEST (Fast, exp2StaysWithinItsBound)
{
    EXPECT_LT (worstError (
                   -126, 127, [] (auto x) { return exp2 (x); }, [] (double x) { return std::exp2 (x); }, true),
               2e-7);
}

TEST (Fast, exp2IsFiniteBeyondItsRange)
{
    EXPECT_TRUE (std::isfinite (exp2 (1e30f)));
    EXPECT_GT (exp2 (1e30f), 1e38f);
    EXPECT_GE (exp2 (-1e30f), 0.0f);
    EXPECT_LT (exp2 (-1e30f), 1e-37f);
}

TEST (Fast, log2StaysWithinItsBound)
{
    const auto fast = [] (auto x) { return log2 (x); };
    const auto exact = [] (double x) { return std::log2 (x); };
    EXPECT_LT (worstError (0.5, 2, fast, exact, false), 2e-7);
    EXPECT_LT (worstError (2, 1e6, fast, exact, true), 2e-7);
    EXPECT_LT (worstError (1e-6, 0.5, fast, exact, true), 2e-7);
    EXPECT_NEAR (log2 (0.0f), -126.0f, 1e-3f);
    EXPECT_NEAR (log2 (-1.0f), -126.0f, 1e-3f);
}

TEST (Fast, expStaysWithinItsBounds)
{
    const auto fast = [] (auto x) { return exp (x); };
    const auto exact = [] (double x) { return std::exp (x); };
    EXPECT_LT (worstError (-2, 2, fast, exact, true), 3e-7);
    EXPECT_LT (worstError (-10, 10, fast, exact, true), 8e-7);
    EXPECT_LT (worstError (-87, 88, fast, exact, true), 5e-6);
}

TEST (Fast, wavesStayWithinTheirBounds)
{
    EXPECT_LT (worstError (
                   -2, 2, [] (auto x) { return sine (x); }, [] (double x) { return std::sin (circle * x); }, false),
               3e-7);
    EXPECT_LT (worstError (
                   -2, 2, [] (auto x) { return cosine (x); }, [] (double x) { return std::cos (circle * x); }, false),
               4e-7);
    EXPECT_LT (worstError (
                   -1e6, 1e6, [] (auto x) { return sine (x); }, [] (double x) { return std::sin (circle * std::remainder (x, 1.0)); }, false),
               3e-7);
}

TEST (Fast, tangentStaysWithinItsBoundUpToTheLastUsefulCutoff)
{
    EXPECT_LT (worstError (
                   1e-6, 0.245, [] (auto x) { return tangent (x); }, [] (double x) { return std::tan (circle * x); }, true),
               5e-7);
}

TEST (Fast, tanhStaysWithinItsBoundAndNeverBeyondOne)
{
    EXPECT_LT (worstError (
                   -20, 20, [] (auto x) { return tanh (x); }, [] (double x) { return std::tanh (x); }, true),
               4e-7);
    EXPECT_LE (tanh (1e30f), 1.0f);
    EXPECT_GE (tanh (-1e30f), -1.0f);
}

TEST (Fast, roundFloorAndFractionAgreeWithLibm)
{
    for (float x = -1000; x < 1000; x += 0.37f)
    {
        EXPECT_EQ (floor (Lanes<8> (x))[3], std::floor (x)) << x;
        EXPECT_LE (std::abs (round (Lanes<8> (x))[0] - x), 0.5f) << x;
        EXPECT_GE (fraction (Lanes<8> (x))[0], 0.0f);
        EXPECT_LT (fraction (Lanes<8> (x))[0], 1.0f + 1e-6f);
    }
}

TEST (Fast, rootsAndSignsAreExact)
{
    for (float x = 0; x < 10; x += 0.013f)
    {
        EXPECT_EQ (sqrt (Lanes<8> (x))[5], std::sqrt (x));
        EXPECT_EQ (sqrt (Lanes<2> (x))[1], std::sqrt (x));
        EXPECT_EQ (copySign (Lanes<8> (x), Lanes<8> (-1.0f))[2], -x);
    }
}

TEST (Fast, pitchIsTrueToAThousandthOfACent)
{
    const auto centsOff = [] (float pitch) {
        return 1200 * std::log2 (static_cast<double> (pitchToHertz (pitch)) / (440 * std::exp2 ((static_cast<double> (pitch) - 69) / 12)));
    };

    for (float pitch = 0; pitch <= 136; pitch += 0.01f)
        ASSERT_LT (std::abs (centsOff (pitch)), 0.001) << pitch;

    EXPECT_NEAR (hertzToPitch (440.0f), 69.0f, 1e-5f);
}

TEST (Fast, decibelsGoBothWays)
{
    EXPECT_NEAR (decibelsToGain (-6.0206f), 0.5f, 1e-6f);
    EXPECT_NEAR (decibelsToGain (20.0f), 10.0f, 1e-5f);
    EXPECT_NEAR (gainToDecibels (0.001f), -60.0f, 1e-4f);
    EXPECT_LT (gainToDecibels (0.0f), -700.0f);
}

TEST (Fast, lanesDoNotSeeEachOther)
{
    constexpr float spread = 0.1f;
    Lanes<8> x;

    for (int lane = 0; lane < 8; ++lane)
        x.set (lane, spread * static_cast<float> (lane) - 0.35f);

    for (int lane = 0; lane < 8; ++lane)
    {
        const float alone = x[lane];
        EXPECT_EQ (exp2 (x)[lane], exp2 (Lanes<8> (alone))[0]);
        EXPECT_EQ (sine (x)[lane], sine (Lanes<8> (alone))[0]);
        EXPECT_EQ (tanh (x)[lane], tanh (Lanes<8> (alone))[0]);
    }
}

} // namespace athanor::dsp
