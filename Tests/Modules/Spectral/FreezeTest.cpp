// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Spectral/Freeze.h"

#include "Modules/Rig.h"

#include <numbers>

namespace athanor
{

namespace
{
void playSine (Rig<dsp::Stereo>& rig, double hertz, int quanta, std::vector<float>& heard)
{
    for (int step = 0; step < quanta; ++step)
    {
        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto time = static_cast<double> (rig.moment.frame + frame) / rig.moment.sampleRate;
            rig.input ("in")[frame] = dsp::Stereo (static_cast<float> (0.5 * std::sin (2 * std::numbers::pi * hertz * time)));
        }

        rig.input ("in").steady = rig.input ("in").silent = false;
        const auto now = rig.record ("out", 1);
        heard.insert (heard.end(), now.begin(), now.end());
    }
}

double strengthOf (const std::vector<float>& sound, double hertz)
{
    double cosines = 0, sines = 0;

    for (std::size_t i = 0; i < sound.size(); ++i)
    {
        cosines += std::cos (2 * std::numbers::pi * hertz * static_cast<double> (i) / 48'000) * static_cast<double> (sound[i]);
        sines += std::sin (2 * std::numbers::pi * hertz * static_cast<double> (i) / 48'000) * static_cast<double> (sound[i]);
    }

    return 2 * std::hypot (cosines, sines) / static_cast<double> (sound.size());
}
} // namespace

TEST (FreezeTest, givesTheSoundBackUntouchedWhileItIsNotFrozen)
{
    Rig<dsp::Stereo> rig ("spectral.freeze");
    std::vector<float> heard;
    playSine (rig, 440, 200, heard);

    for (std::size_t i = 6'000; i < heard.size(); ++i)
        ASSERT_NEAR (heard[i], 0.5 * std::sin (2 * std::numbers::pi * 440 * static_cast<double> (i - 2'048) / 48'000), 1e-5);
}

TEST (FreezeTest, holdsTheToneWhenItHasGone)
{
    for (const float haze : { 0.0f, 0.3f })
    {
        Rig<dsp::Stereo> rig ("spectral.freeze");
        rig.set ("haze", haze);
        std::vector<float> heard;
        playSine (rig, 440, 200, heard);
        rig.set ("freeze", 1);
        playSine (rig, 440, 10, heard);
        rig.feed ("in", 0);
        rig.record ("out", 200);
        EXPECT_GT (strengthOf (rig.record ("out", 75), 440), haze > 0 ? 0.05 : 0.45) << "still there";

        rig.set ("freeze", 0);
        rig.record ("out", 100);
        EXPECT_LT (strengthOf (rig.record ("out", 75), 440), 1e-6) << "and gone when it thaws";
    }
}

} // namespace athanor
