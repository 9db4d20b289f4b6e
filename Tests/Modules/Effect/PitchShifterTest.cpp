// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/PitchShifter.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (PitchShifterTest, movesAToneByItsSemitones)
{
    Rig<dsp::Stereo> rig ("effect.pitch");
    rig.set ("shift", 7);
    const auto heard = playTone (rig, 400);
    double strongest = 0, at = 0;

    for (double hertz = 300; hertz < 900; hertz += 5)
        if (const auto strength = amplitudeOf (heard, hertz); strength > strongest)
        {
            strongest = strength;
            at = hertz;
        }

    // Its pieces come 14 times a second, and the strongest tone lies at a multiple of that beside the pitch at most.
    EXPECT_NEAR (at, 400 * std::exp2 (7 / 12.0), 15);
    EXPECT_LT (amplitudeOf (heard, 400), 0.05);
}

} // namespace athanor
