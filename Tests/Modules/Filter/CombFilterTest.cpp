// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Filter/CombFilter.h"

#include "Modules/Rig.h"
#include "Support/Tone.h"

namespace athanor
{

TEST (CombFilter, ringsAtItsNoteWhateverIsDamped)
{
    for (const float damping : { 2'000.0f, 20'000.0f })
        for (const float pitch : { 45.0f, 60.0f, 76.0f })
        {
            Rig<dsp::Voices> rig ("filter.comb");
            rig.set ("cutoff", 261.6256f).set ("keys", 1).set ("feedback", 0.99f).set ("damping", damping).feed ("pitch", pitch);
            rig.input ("in")[0] = dsp::Voices (1.0f);
            rig.input ("in").steady = rig.input ("in").silent = false;
            rig.run();
            rig.feed ("in", 0);
            const auto ringing = rig.record ("out", 256);
            const double turns = 440 * std::exp2 ((static_cast<double> (pitch) - 69) / 12) / 48'000;
            EXPECT_NEAR (centsBetween (exactFrequency (ringing, turns), turns), 0, 3) << pitch << " damped at " << damping;
        }
}

TEST (CombFilter, diesAwayIntoSilence)
{
    Rig<dsp::Voices> rig ("filter.comb");
    rig.set ("feedback", 0.5f).feed ("in", 0.5f);
    rig.run();
    rig.feed ("in", 0);
    rig.record ("out", 400);
    EXPECT_TRUE (rig.output ("out").silent);
}

} // namespace athanor
