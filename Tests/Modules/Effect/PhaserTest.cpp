// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Phaser.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (PhaserTest, hasHalfAsManyNotchesAsStages)
{
    const std::array notches { 2, 3, 4, 6 };

    for (std::size_t stages = 0; stages < notches.size(); ++stages)
    {
        Rig<dsp::Stereo> rig ("effect.phaser");
        rig.set ("stages", static_cast<float> (stages)).set ("depth", 0).set ("feedback", 0);
        rig.input ("in").clear();
        rig.input ("in")[0] = dsp::Stereo (1.0f);
        rig.input ("in").steady = rig.input ("in").silent = false;
        auto response = rig.record ("out", 1);
        rig.feed ("in", 0);
        const auto rest = rig.record ("out", 200);
        response.insert (response.end(), rest.begin(), rest.end());
        int found = 0;
        double before = 1, last = 1;

        for (double hertz = 20; hertz < 20'000; hertz *= 1.02)
        {
            double cosines = 0, sines = 0;

            for (std::size_t i = 0; i < response.size(); ++i)
            {
                cosines += std::cos (2 * std::numbers::pi * hertz * static_cast<double> (i) / 48'000) * static_cast<double> (response[i]);
                sines += std::sin (2 * std::numbers::pi * hertz * static_cast<double> (i) / 48'000) * static_cast<double> (response[i]);
            }

            const auto now = std::hypot (cosines, sines);
            found += last < before && last < now && last < 0.2 ? 1 : 0;
            before = last;
            last = now;
        }

        EXPECT_EQ (found, notches[stages]);
    }
}

} // namespace athanor
