// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/RangeTurnable.h"

#include <array>
#include <gtest/gtest.h>
#include <limits>

namespace athanor
{

namespace
{

constexpr std::array<std::string_view, 3> shapes { "Sine", "Saw", "Square" };

} // namespace

TEST (ValueText, writesWhatAMusicianReads)
{
    EXPECT_EQ (valueText (hertz (20, 20000, 440), 440), "440 Hz");
    EXPECT_EQ (valueText (hertz (20, 20000, 440), 1200), "1.2 kHz");
    EXPECT_EQ (valueText (hertz (20, 20000, 440), 1254), "1.25 kHz");
    EXPECT_EQ (valueText (seconds (0, 10, 1), 0.18f), "180 ms");
    EXPECT_EQ (valueText (seconds (0, 10, 1), 0.0042f), "4.2 ms");
    EXPECT_EQ (valueText (seconds (0, 10, 1), 1.4f), "1.4 s");
    EXPECT_EQ (valueText (decibels (-60, 6, 0), -6), "-6.0 dB");
    EXPECT_EQ (valueText (amount (0), 0.42f), "42 %");
    EXPECT_EQ (valueText (bipolar (0), -0.5f), "-50 %");
    EXPECT_EQ (valueText (whole (1, 16, 1), 5), "5");
    EXPECT_EQ (valueText (choice (shapes), 1), "Saw");
}

TEST (ValueText, neverWritesMinusZero)
{
    EXPECT_EQ (valueText (decibels (-60, 6, 0), -0.01f), "0.0 dB");
    EXPECT_EQ (valueText (bipolar (0), -0.001f), "0 %");
}

TEST (ParseValue, readsWhatAMusicianTypes)
{
    const auto cutoff = hertz (20, 20000, 440);
    EXPECT_FLOAT_EQ (*parseValue (cutoff, "1.2k"), 1200);
    EXPECT_FLOAT_EQ (*parseValue (cutoff, " 1,5 kHz "), 1500);
    EXPECT_FLOAT_EQ (*parseValue (cutoff, "300"), 300);
    EXPECT_FLOAT_EQ (*parseValue (seconds (0, 10, 1), "180ms"), 0.18f);
    EXPECT_FLOAT_EQ (*parseValue (amount (0), "42"), 0.42f);
    EXPECT_FLOAT_EQ (*parseValue (amount (0), "42 %"), 0.42f);
    EXPECT_FLOAT_EQ (*parseValue (decibels (-60, 6, 0), "-6 dB"), -6);
    EXPECT_FLOAT_EQ (*parseValue (decibels (-60, 6, 0), "off"), -60);
    EXPECT_FLOAT_EQ (*parseValue (choice (shapes), "sq"), 2);
}

TEST (ParseValue, refusesWhatMakesNoSense)
{
    for (auto* typed : { "", "loud", "3 apples", "nan", "inf", "--", "1.2 s" })
        EXPECT_FALSE (parseValue (hertz (20, 20000, 440), typed)) << typed;
}

TEST (ParseValue, readsBackWhatWasWrittenForEveryKindOfRange)
{
    for (auto& range : { hertz (20, 20000, 440), seconds (0, 10, 1), seconds (0.001f, 30, 1), decibels (-60, 6, 0), amount (0), bipolar (0), semitones (-48, 48, 0), whole (1, 16, 1), choice (shapes) })
        for (int i = 0; i <= 20; ++i)
        {
            const auto value = range.fromPosition (static_cast<float> (i) / 20);
            const auto read = parseValue (range, valueText (range, value));
            ASSERT_TRUE (read) << valueText (range, value);
            EXPECT_NEAR (range.toPosition (*read), range.toPosition (value), 0.02f) << valueText (range, value);
        }
}

TEST (RangeTurnable, tellsItsHandAndKeepsWithinItsLimits)
{
    RangeTurnable thing ("Cutoff", hertz (20, 20000, 440));
    auto heard = 0.0f;
    thing.onTurn = [&] (float value) { heard = value; };
    thing.turnTo (50000);
    EXPECT_FLOAT_EQ (heard, 20000);
    EXPECT_FLOAT_EQ (thing.value(), 20000);
}

} // namespace athanor
