// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/MeterView.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class MeterViewTest : public KitTest
{
};

} // namespace

TEST (MeterBallistics, risesAtOnceAndFallsTwentyDecibelsASecond)
{
    MeterBallistics meter;
    meter.update ({ 1, 0.5f }, 0.016f);
    EXPECT_NEAR (meter.peakDecibels(), 0, 1e-4f);
    meter.update ({ 0, 0 }, 0.5f);
    EXPECT_NEAR (meter.peakDecibels(), -10, 1e-3f);
}

TEST (MeterBallistics, holdsItsMarkForASecondAndAHalfAndThenLetsItFall)
{
    MeterBallistics meter;
    meter.update ({ 0.5f, 0.1f }, 0.01f);

    for (int i = 0; i < 14; ++i)
        meter.update ({ 0, 0 }, 0.1f);

    EXPECT_NEAR (meter.heldDecibels(), -6.02f, 0.01f);

    for (int i = 0; i < 40; ++i)
        meter.update ({ 0, 0 }, 0.1f);

    EXPECT_FLOAT_EQ (meter.heldDecibels(), MeterBallistics::floorDecibels);
}

TEST (MeterBallistics, keepsTheClipLightUntilItIsPutOut)
{
    MeterBallistics meter;
    meter.update ({ 1.01f, 0.5f }, 0.01f);
    meter.update ({ 0, 0 }, 10);
    EXPECT_TRUE (meter.hasClipped());
    meter.resetClip();
    EXPECT_FALSE (meter.hasClipped());
}

TEST (MeterBallistics, doesNotClipAtFullScaleAndSurvivesNothing)
{
    MeterBallistics meter;
    meter.update ({ 1, 1 }, 0);
    EXPECT_FALSE (meter.hasClipped());
    meter.update ({ 0, 0 }, 1000);
    EXPECT_FLOAT_EQ (meter.peakDecibels(), MeterBallistics::floorDecibels);
    EXPECT_FLOAT_EQ (meter.rmsDecibels(), MeterBallistics::floorDecibels);
}

TEST (MeterPosition, risesSteadilyFromSilenceToTheTop)
{
    EXPECT_FLOAT_EQ (meterPosition (-60), 0);
    EXPECT_FLOAT_EQ (meterPosition (-200), 0);
    EXPECT_FLOAT_EQ (meterPosition (6), 1);
    EXPECT_FLOAT_EQ (meterPosition (40), 1);

    for (auto decibels = -60.0f; decibels < 6; decibels += 0.5f)
        EXPECT_LT (meterPosition (decibels), meterPosition (decibels + 0.5f));
}

TEST_F (MeterViewTest, readsItsLevelsWhenTheWindowAsksItTo)
{
    MeterView meter;
    meter.setBounds (0, 0, 110, 20);
    meter.onLevels = [] { return std::array { MeterLevel { 0.5f, 0.2f }, MeterLevel { 2.0f, 0.2f } }; };
    meter.setVisible (true);
    refreshTree (meter);
    EXPECT_NEAR (meter.channel (0).peakDecibels(), -6.02f, 0.01f);
    EXPECT_TRUE (meter.channel (1).hasClipped());
    click (meter, { 5, 5 });
    EXPECT_FALSE (meter.channel (1).hasClipped());
}

} // namespace athanor
