// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Equaliser.h"

#include "Dsp/Fft/Fft.h"
#include "Modules/Effect/EqualiserCurve.h"
#include "Modules/Rig.h"

namespace athanor
{

namespace
{
/** The gain at each bin of a transform of 32768 frames, measured with an impulse. */
std::vector<double> measure (Rig<dsp::Stereo>& rig)
{
    rig.input ("in").clear();
    rig.input ("in")[0] = dsp::Stereo (1.0f);
    rig.input ("in").steady = rig.input ("in").silent = false;
    auto response = rig.record ("out", 1);
    rig.feed ("in", 0);
    const auto rest = rig.record ("out", 32'768 / quantum - 1);
    response.insert (response.end(), rest.begin(), rest.end());

    dsp::Fft fft (32'768);
    std::vector<std::complex<float>> bins (static_cast<std::size_t> (fft.bins()));
    fft.forward (response, bins);
    std::vector<double> gains;

    for (auto bin : bins)
        gains.push_back (static_cast<double> (std::abs (bin)));

    return gains;
}
} // namespace

TEST (EqualiserModuleTest, soundsLikeTheCurveThatIsDrawn)
{
    for (const double rate : { 44'100.0, 96'000.0, 192'000.0 })
    {
        Rig<dsp::Stereo> rig ("effect.eq", rate);
        rig.set ("lowCut", 40).set ("lowGain", 6).set ("gain1", -9).set ("gain2", 12).set ("width2", 0.5f).set ("gain3", 3).set ("highGain", -4).set ("highCut", 15'000).set ("level", -2);

        const auto gains = measure (rig);

        for (std::size_t bin = 16; bin < 15'000; ++bin)
        {
            const auto hertz = static_cast<double> (bin) * rate / 32'768;
            const auto drawn = equaliserGain ([&] (std::string_view id) { return rig.knob (id).first()[0]; }, hertz, rate);

            if (drawn > 0.003)
                ASSERT_NEAR (20 * std::log10 (gains[bin] / drawn), 0, 0.05) << hertz << " Hz at " << rate;
        }
    }
}

TEST (EqualiserModuleTest, leavesTheSoundUntouchedWhereItStarts)
{
    Rig<dsp::Stereo> rig ("effect.eq");

    for (const auto gain : measure (rig))
        ASSERT_EQ (gain, 1.0);
}

} // namespace athanor
