// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Modulator/Lfo.h"

#include "Modules/Rig.h"
#include "Support/Tone.h"

#include <algorithm>

namespace athanor
{

namespace
{
float choiceNamed (std::string_view name)
{
    return static_cast<float> (std::find (noteLengths.begin(), noteLengths.end(), name) - noteLengths.begin());
}
} // namespace

TEST (Lfo, runsAtItsRate)
{
    Rig<dsp::Voices> rig ("lfo");
    rig.set ("rate", 5).set ("smooth", 0);
    const auto wave = rig.record ("out", 3'000);
    EXPECT_NEAR (exactFrequency (wave, 5 / 48'000.0) * 48'000, 5, 0.001);
}

TEST (Lfo, standsWhereTheSongStandsAtAnyTempo)
{
    Rig<dsp::Voices> rig ("lfo");
    rig.set ("shape", 2).set ("sync", choiceNamed ("1/8")).set ("smooth", 0);

    for (int i = 0; i < 3'000; ++i)
    {
        if (i % 500 == 0)
            rig.moment.beatsPerFrame = (1 + i / 500) / 48'000.0;

        const double beat = rig.moment.beat;
        rig.run();
        ASSERT_NEAR (std::remainder (static_cast<double> (rig.output ("out")[0][0]) + 1 - beat / 0.25, 2), 0, 2e-4) << "beat " << beat;
    }
}

TEST (Lfo, startsWithEachNoteAtItsPhase)
{
    Rig<dsp::Voices> rig ("lfo");
    rig.set ("start", 1).set ("phase", 0.25f).set ("rate", 3).set ("smooth", 0);
    rig.record ("out", 77);
    rig.startNote (60, 20);
    rig.run();
    EXPECT_NEAR (rig.output ("out")[20][0], 1, 1e-4);
}

TEST (Lfo, goesRoundOnlyOnceWhereItIsTold)
{
    Rig<dsp::Voices> rig ("lfo");
    rig.set ("start", 2).set ("shape", 2).set ("rate", 10).set ("smooth", 0).startNote (60);
    rig.run();
    rig.endNoteStart();
    rig.record ("out", 100);
    EXPECT_NEAR (rig.output ("out").last()[0], 1, 1e-4);
    EXPECT_NEAR (rig.record ("out", 100).back(), 1, 1e-4);
}

TEST (Lfo, growsInItsTime)
{
    Rig<dsp::Voices> rig ("lfo");
    rig.set ("shape", 4).set ("rate", 0.01f).set ("fade", 0.1f).set ("smooth", 0).startNote (60);
    const auto wave = rig.record ("out", 1);
    rig.endNoteStart();
    const auto rest = rig.record ("out", 74);
    EXPECT_NEAR (wave[0], 0, 1e-3);
    EXPECT_NEAR (rest[2'400 - 65], 0.5, 0.01);
    EXPECT_NEAR (rest.back(), 0.998, 0.005);
}

} // namespace athanor
