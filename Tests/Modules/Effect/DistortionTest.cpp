// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Distortion.h"

#include "Dsp/Fft/Fft.h"
#include "Modules/Rig.h"

namespace athanor
{

namespace
{
constexpr int length = 16'384;

/** Power of what is heard at whole multiples of a tone, and of all the rest: what has folded back. */
struct Parts
{
    double overtones = 0, rest = 0;
};

/** @param cycle  Whole turns of the tone in the recording, so that it falls on a bin. */
Parts partsOf (Rig<dsp::Stereo>& rig, int cycle, float loudness)
{
    std::vector<float> heard;

    for (int frame = 0; frame < 2 * length; frame += quantum)
    {
        for (int i = 0; i < quantum; ++i)
            rig.input ("in")[i] = dsp::Stereo (loudness * dsp::sine (static_cast<float> (cycle * (frame + i) % length) / length));

        rig.input ("in").steady = rig.input ("in").silent = false;
        const auto now = rig.record ("out", 1);

        if (frame >= length)
            heard.insert (heard.end(), now.begin(), now.end());
    }

    dsp::Fft fft (length);
    std::vector<std::complex<float>> bins (static_cast<std::size_t> (fft.bins()));
    fft.forward (heard, bins);
    Parts parts;

    for (int bin = 8; bin < fft.bins() * 20 / 24; ++bin)
        (bin % cycle == 0 ? parts.overtones : parts.rest) += static_cast<double> (std::norm (bins[static_cast<std::size_t> (bin)]));

    return parts;
}
} // namespace

TEST (DistortionTest, keepsWhatFoldsBackFarBelowTheSound)
{
    // A tone of 1255 Hz, driven hard, and a bound for each kind in decibels.
    const std::array bounds { -100.0, -85.0, -62.0, -100.0, -80.0 };

    for (std::size_t kind = 0; kind < bounds.size(); ++kind)
    {
        Rig<dsp::Stereo> rig ("effect.distortion", 48'000);
        rig.set ("kind", static_cast<float> (kind)).set ("drive", 18).set ("tone", 20'000);
        const auto parts = partsOf (rig, 428 + 3, 0.5f);
        EXPECT_LT (10 * std::log10 (parts.rest / parts.overtones), bounds[kind]) << dsp::bendNames[kind];
    }
}

TEST (DistortionTest, cleanSoundPassesAtItsLevelWithoutMix)
{
    Rig<dsp::Stereo> rig ("effect.distortion");
    rig.set ("mix", 0);
    const auto parts = partsOf (rig, 431, 0.5f);
    EXPECT_NEAR (std::sqrt (parts.overtones) / (length / 2), 0.5, 0.001);
}

} // namespace athanor
