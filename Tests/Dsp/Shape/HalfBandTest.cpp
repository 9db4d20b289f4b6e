// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Shape/HalfBand.h"

#include "Dsp/Channels.h"

#include <gtest/gtest.h>

#include <vector>

namespace athanor::dsp
{

namespace
{
/** The amplitude of a tone in a recording, by its projection after the start has died away. */
double amplitudeOf (const std::vector<float>& sound, double turnsPerFrame)
{
    double cosines = 0, sines = 0, total = 0;
    const auto from = sound.size() / 4;

    for (auto i = from; i < sound.size(); ++i)
    {
        const auto position = static_cast<double> (i - from) / static_cast<double> (sound.size() - from);
        const auto window = 0.42 - 0.5 * std::cos (2 * std::numbers::pi * position) + 0.08 * std::cos (4 * std::numbers::pi * position);
        const auto angle = 2 * std::numbers::pi * turnsPerFrame * static_cast<double> (i);
        cosines += window * std::cos (angle) * static_cast<double> (sound[i]);
        sines += window * std::sin (angle) * static_cast<double> (sound[i]);
        total += window;
    }

    return 2 * std::hypot (cosines, sines) / total;
}
} // namespace

TEST (HalfBandTest, letsThroughWhatIsHeardAtItsOwnStrength)
{
    Oversampled<Stereo> over;
    over.prepare (44'100);

    for (const double hertz : { 100.0, 5'000.0, 15'000.0, 19'000.0, 20'000.0 })
    {
        over.reset();
        std::vector<float> heard;

        for (int i = 0; i < 16'384; ++i)
            heard.push_back (over.tick (Stereo (static_cast<float> (std::sin (2 * std::numbers::pi * hertz * i / 44'100))), [] (Stereo x) { return x; })[0]);

        EXPECT_NEAR (amplitudeOf (heard, hertz / 44'100), 1, 0.002) << hertz;
    }
}

TEST (HalfBandTest, keepsOutWhatWouldFoldBack)
{
    // Cubing a tone of 8 kHz makes one of 24 kHz, which would be heard at 20.1 kHz; the fifth power one of 40 kHz, at 4.1 kHz.
    Oversampled<Voices> over;
    over.prepare (44'100);
    std::vector<float> heard;

    for (int i = 0; i < 16'384; ++i)
        heard.push_back (over.tick (Voices (static_cast<float> (std::sin (2 * std::numbers::pi * 8'000 * i / 44'100))),
                                    [] (Voices x) { return x * x * x * (1.0f + x * x); })[2]);

    EXPECT_GT (amplitudeOf (heard, 8'000 / 44'100.0), 0.7);
    EXPECT_LT (amplitudeOf (heard, 4'100 / 44'100.0), 5e-5);
    EXPECT_LT (amplitudeOf (heard, 20'100 / 44'100.0), 0.05) << "within the transition of the outer filter";
}

TEST (HalfBandTest, callsTheFunctionAsOftenAsTheRateAsks)
{
    for (const double rate : { 44'100.0, 48'000.0, 96'000.0, 192'000.0 })
    {
        Oversampled<Stereo> over;
        over.prepare (rate);
        over.reset();
        int calls = 0;
        over.tick (Stereo (0.0f), [&] (Stereo x) {
            ++calls;
            return x;
        });
        EXPECT_EQ (calls, over.factor());
        EXPECT_GE (calls * rate, 176'000);
    }
}

} // namespace athanor::dsp
