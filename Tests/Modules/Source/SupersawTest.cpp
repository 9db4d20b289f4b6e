// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Source/Supersaw.h"

#include "Modules/Rig.h"
#include "Support/Tone.h"

namespace athanor
{

TEST (Supersaw, withoutDetuneItIsASaw)
{
    Rig<dsp::Voices> rig ("source.supersaw");
    rig.set ("detune", 0).set ("mix", 0).set ("spread", 0).startNote (57);
    const auto sound = rig.record ("left", 512);
    EXPECT_NEAR (decibelsAt (sound, 220 / 48'000.0), 20 * std::log10 (2 / std::numbers::pi), 0.1);
    EXPECT_NEAR (decibelsAt (sound, 440 / 48'000.0), 20 * std::log10 (1 / std::numbers::pi), 0.1);
}

TEST (Supersaw, theOuterSawsStandWhereDetuneSays)
{
    Rig<dsp::Voices> rig ("source.supersaw");
    rig.set ("detune", 1).set ("mix", 1).set ("spread", 0).startNote (81); // 880 Hz
    const auto sound = rig.record ("left", 2'048);

    for (const double offset : { -1.0, -0.587, -0.181, 0.0, 0.193, 0.571, 0.983 })
        EXPECT_NEAR (decibelsAt (sound, 880 / 48'000.0 * (1 + offset * 0.0442737824)), 20 * std::log10 (2 / std::numbers::pi / std::sqrt (7)), 0.5) << offset;
}

TEST (Supersaw, isAsLoudWithAllSawsAsWithOne)
{
    const auto loudness = [] (float mix) {
        Rig<dsp::Voices> rig ("source.supersaw");
        rig.set ("mix", mix).set ("spread", 0).feed ("random", 0.4f).startNote (57);
        return loudnessOf (rig.record ("left", 3'000));
    };
    EXPECT_NEAR (20 * std::log10 (loudness (1) / loudness (0)), 0, 1.5);
}

} // namespace athanor
