// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Modulator/StepSequencer.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (StepSequencer, playsItsStepsInTimeWithTheSong)
{
    Rig<dsp::Voices> rig ("sequencer.steps");
    rig.moment.beatsPerFrame = 1.0 / 24'000; // a sixteenth is 6000 frames
    rig.set ("count", 3).set ("step1", 0.25f).set ("step2", -0.5f).set ("step3", 1).set ("on2", 0).set ("range", 12);
    std::vector<float> values, gates, strikes;

    for (int i = 0; i < 400; ++i)
    {
        rig.run();

        for (int frame = 0; frame < quantum; ++frame)
        {
            values.push_back (rig.output ("out")[frame][6]);
            gates.push_back (rig.output ("gate")[frame][6]);
            strikes.push_back (rig.output ("struck")[frame][6]);
        }
    }

    EXPECT_EQ (values[100], 3);
    EXPECT_EQ (values[6'100], -6);
    EXPECT_EQ (values[12'100], 12);
    EXPECT_EQ (values[18'100], 3) << "it goes round";
    EXPECT_EQ (gates[2'900], 1);
    EXPECT_EQ (gates[3'100], 0) << "open for half a step";
    EXPECT_EQ (gates[6'100], 0) << "a step that is off";
    EXPECT_EQ (std::count (strikes.begin(), strikes.end(), 1.0f), 3) << "steps 1, 3 and 1 in 25600 frames: the others are off";
    EXPECT_EQ (strikes[0], 1);
    EXPECT_EQ (strikes[12'000] + strikes[12'001], 1);
}

TEST (StepSequencer, startsWithTheNoteWhereItIsTold)
{
    Rig<dsp::Voices> rig ("sequencer.steps");
    rig.set ("start", 1).set ("step1", 1);
    rig.record ("out", 1'000);
    rig.startNote (60, 10);
    rig.run();
    EXPECT_EQ (rig.output ("struck")[10][0], 1);
    EXPECT_EQ (rig.output ("out")[11][0], 1);
}

TEST (StepSequencer, swingDelaysEverySecondStep)
{
    Rig<dsp::Voices> rig ("sequencer.steps");
    rig.moment.beatsPerFrame = 1.0 / 24'000;
    rig.set ("swing", 1).set ("step1", 0).set ("step2", 1);
    const auto values = rig.record ("out", 200);
    EXPECT_EQ (values[7'990], 0);
    EXPECT_EQ (values[8'010], 1) << "after two thirds of two steps";
}

} // namespace athanor
