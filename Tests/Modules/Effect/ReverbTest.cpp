// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Reverb.h"

#include "Dsp/Fft/Fft.h"
#include "Modules/Rig.h"

#include <numeric>

namespace athanor
{

namespace
{
using Sound = std::vector<float>;

/** What the left channel plays for `seconds` from an impulse on both. */
Sound response (Rig<dsp::Stereo>& rig, double seconds)
{
    rig.reset();
    rig.input ("in").clear();
    rig.input ("in")[0] = dsp::Stereo (0.5f);
    rig.input ("in").steady = rig.input ("in").silent = false;
    auto heard = rig.record ("out", 1);
    rig.input ("in").clear();
    const auto rest = rig.record ("out", static_cast<int> (seconds * rig.moment.sampleRate / quantum));
    heard.insert (heard.end(), rest.begin(), rest.end());
    return heard;
}

/** Seconds to fall by 60 dB, from the slope between -5 and -35 dB of what is still to come: Schroeder, "New method of measuring reverberation time", 1965. */
double decayOf (const Sound& sound, double rate)
{
    std::vector<double> left (sound.size() + 1, 0.0);

    for (auto i = sound.size(); i-- > 0;)
        left[i] = left[i + 1] + static_cast<double> (sound[i]) * static_cast<double> (sound[i]);

    const auto timeOf = [&] (double decibels) {
        const auto limit = left[0] * std::pow (10.0, decibels / 10);
        return static_cast<double> (std::ranges::find_if (left, [limit] (double e) { return e < limit; }) - left.begin()) / rate;
    };

    return 2 * (timeOf (-35) - timeOf (-5));
}

double power (const Sound& sound, std::size_t from, std::size_t count)
{
    double total = 0;

    for (auto i = from; i < from + count; ++i)
        total += static_cast<double> (sound[i]) * static_cast<double> (sound[i]);

    return total / static_cast<double> (count);
}
} // namespace

TEST (ReverbTest, fallsBySixtyDecibelsInTheTimeThatIsSet)
{
    for (const double rate : { 44'100.0, 96'000.0 })
        for (const float size : { 0.1f, 0.5f, 1.0f })
            for (const float seconds : { 0.5f, 2.0f, 8.0f })
            {
                Rig<dsp::Stereo> rig ("effect.reverb", rate);
                rig.set ("decay", seconds).set ("size", size).set ("damping", 0).set ("mix", 1).set ("lowCut", 20);
                EXPECT_NEAR (decayOf (response (rig, 1.2 * static_cast<double> (seconds) + 0.3), rate), seconds, 0.15 * static_cast<double> (seconds)) << "size " << size << " at " << rate;
            }
}

TEST (ReverbTest, dampingShortensTheTreble)
{
    const auto brightness = [] (float damping) {
        Rig<dsp::Stereo> rig ("effect.reverb");
        rig.set ("decay", 2).set ("damping", damping).set ("mix", 1);
        const auto sound = response (rig, 1);
        Sound steps (sound.size());
        std::adjacent_difference (sound.begin(), sound.end(), steps.begin());
        return power (steps, 24'000, 20'000) / power (sound, 24'000, 20'000);
    };

    EXPECT_GT (brightness (0), 0.5) << "nearly white";
    EXPECT_LT (brightness (1), 0.02) << "dull";
}

TEST (ReverbTest, holdsItsPowerWhileFrozen)
{
    Rig<dsp::Stereo> rig ("effect.reverb");
    rig.set ("decay", 2).set ("mix", 1).set ("damping", 0);
    response (rig, 0.3);
    rig.set ("freeze", 1);
    rig.record ("out", 200);
    const auto sound = rig.record ("out", 750 * 20);
    const auto early = power (sound, 0, 48'000);
    const auto late = power (sound, sound.size() - 48'000, 48'000);

    EXPECT_GT (early, 1e-8);
    EXPECT_LE (late, 1.02 * early) << "never grows";
    EXPECT_GT (late, 0.1 * early) << "still there after twenty seconds";
}

TEST (ReverbTest, standsInOnePointWithoutWidthAndAllAroundWithIt)
{
    const auto likeness = [] (float width) {
        Rig<dsp::Stereo> rig ("effect.reverb");
        rig.set ("width", width).set ("mix", 1);
        rig.input ("in")[0] = dsp::Stereo (0.5f);
        rig.input ("in").steady = rig.input ("in").silent = false;
        double same = 0, left = 0, right = 0;

        for (int step = 0; step < 750; ++step)
        {
            rig.run();
            rig.input ("in").silent = false;
            rig.input ("in").clear();

            for (auto& frame : rig.output ("out").frames)
            {
                same += static_cast<double> (frame[0] * frame[1]);
                left += static_cast<double> (frame[0] * frame[0]);
                right += static_cast<double> (frame[1] * frame[1]);
            }
        }

        return same / std::sqrt (left * right);
    };

    EXPECT_NEAR (likeness (0), 1, 1e-3);
    EXPECT_NEAR (likeness (1), 0, 0.12);
}

TEST (ReverbTest, doesNotRingOnOneTone)
{
    // The late tail of an impulse is noise: over many bins, the loudest stands out no more than chance makes it.
    Rig<dsp::Stereo> rig ("effect.reverb");
    rig.set ("decay", 4).set ("damping", 0).set ("mix", 1);
    const auto sound = response (rig, 3);
    constexpr int length = 32'768;
    Sound windowed (length);

    for (int i = 0; i < length; ++i)
        windowed[static_cast<std::size_t> (i)] = sound[static_cast<std::size_t> (72'000 + i)] * (0.5f - 0.5f * dsp::cosine (static_cast<float> (i) / length));

    dsp::Fft fft (length);
    std::vector<std::complex<float>> spectrum (static_cast<std::size_t> (fft.bins()));
    fft.forward (windowed, spectrum);
    double mean = 0, highest = 0;
    int bins = 0;

    for (std::size_t i = 100; i < 5'500; ++i, ++bins)
    {
        const auto strength = static_cast<double> (std::norm (spectrum[i]));
        mean += strength;
        highest = std::max (highest, strength);
    }

    // Chance alone lets one of so many bins stand out 9 times; lines that stand still let one ring 30 times and more.
    EXPECT_LT (highest / (mean / bins), 20);
}

} // namespace athanor
