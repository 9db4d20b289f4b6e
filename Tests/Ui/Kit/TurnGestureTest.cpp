// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/TurnGesture.h"
#include "Ui/Kit/RangeTurnable.h"

#include <array>
#include <gtest/gtest.h>

namespace athanor
{

namespace
{

constexpr std::array<std::string_view, 4> shapes { "Sine", "Triangle", "Saw", "Square" };

/** Counts what the hand does. */
struct Counted : RangeTurnable
{
    explicit Counted (Range limits)
        : RangeTurnable ("Thing", limits)
    {
        onBegin = [this] { ++begun; };
        onTurn = [this] (float) { ++turned; };
        onEnd = [this] { ++ended; };
    }

    int begun = 0, turned = 0, ended = 0;
};

} // namespace

TEST (TurnGesture, goesFromEndToEndOverItsPixelsAndStopsThere)
{
    Counted thing (amount (0));
    TurnGesture gesture (thing, 200);
    gesture.begin();
    gesture.move (100, false);
    EXPECT_NEAR (thing.value(), 0.5f, 1e-5f);
    gesture.move (500, false);
    EXPECT_FLOAT_EQ (thing.value(), 1);
    gesture.move (-100, false);
    EXPECT_NEAR (thing.value(), 0.5f, 1e-5f) << "pixels beyond the end must not count";
    gesture.end();
}

TEST (TurnGesture, isTenTimesFinerWhenFine)
{
    Counted thing (amount (0));
    TurnGesture gesture (thing, 200);
    gesture.begin();
    gesture.move (100, true);
    EXPECT_NEAR (thing.value(), 0.05f, 1e-5f);
}

TEST (TurnGesture, collectsSmallMovesUntilAStepOfAChoiceIsComplete)
{
    Counted thing (choice (shapes));
    TurnGesture gesture (thing, 200);
    gesture.begin();

    for (int i = 0; i < 12; ++i)
        gesture.move (1, false);

    EXPECT_EQ (thing.value(), 1.0f);
    EXPECT_EQ (thing.turned, 1) << "the same step is not told twice";
}

TEST (TurnGesture, isOneStepOfUndoFromBeginToEnd)
{
    Counted thing (amount (0));
    TurnGesture gesture (thing);
    gesture.begin();
    gesture.begin();
    gesture.move (10, false);
    gesture.move (10, false);
    gesture.end();
    gesture.end();
    EXPECT_EQ (thing.begun, 1);
    EXPECT_EQ (thing.turned, 2);
    EXPECT_EQ (thing.ended, 1);
}

TEST (TurnGesture, doesNothingAfterTheHandLetGo)
{
    Counted thing (amount (0));
    TurnGesture gesture (thing);
    gesture.move (50, false);
    EXPECT_EQ (thing.turned, 0);
}

TEST (TurnGesture, nudgesAChoiceByOneAndAKnobByAHundredth)
{
    Counted shape (choice (shapes)), level (amount (0.5f));
    TurnGesture (shape).nudge (1, false);
    TurnGesture (level).nudge (-2, false);
    EXPECT_EQ (shape.value(), 1.0f);
    EXPECT_NEAR (level.value(), 0.48f, 1e-5f);
}

TEST (TurnGesture, takesTypedValuesAndRefusesNonsenseWithoutTouchingAnything)
{
    Counted thing (decibels (-60, 6, 0));
    TurnGesture gesture (thing);
    EXPECT_TRUE (gesture.type ("-12 dB"));
    EXPECT_FLOAT_EQ (thing.value(), -12);
    EXPECT_FALSE (gesture.type ("loud"));
    EXPECT_FLOAT_EQ (thing.value(), -12);
    EXPECT_EQ (thing.ended, 1);
}

TEST (TurnGesture, resetsToTheInitialValue)
{
    Counted thing (decibels (-60, 6, -3));
    TurnGesture gesture (thing);
    gesture.type ("-20");
    gesture.reset();
    EXPECT_FLOAT_EQ (thing.value(), -3);
}

} // namespace athanor
