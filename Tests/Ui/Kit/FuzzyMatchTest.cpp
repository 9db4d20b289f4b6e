// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/FuzzyMatch.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (FuzzyMatch, findsLettersInTheirOrderAndNothingElse)
{
    EXPECT_TRUE (fuzzyMatch ("tsu", "Transpose up"));
    EXPECT_TRUE (fuzzyMatch ("TRANS", "transpose up"));
    EXPECT_FALSE (fuzzyMatch ("ust", "Transpose up"));
    EXPECT_FALSE (fuzzyMatch ("transposes upwards", "Transpose up"));
    EXPECT_FALSE (fuzzyMatch ("x", ""));
}

TEST (FuzzyMatch, fitsEverythingWhenNothingIsTyped)
{
    EXPECT_EQ (fuzzyMatch ("", "Anything").score, 1);
    EXPECT_EQ (fuzzyMatch ("  ", "").score, 1);
}

TEST (FuzzyMatch, prefersWordStartsToScatteredLetters)
{
    EXPECT_GT (fuzzyMatch ("np", "New pattern").score, fuzzyMatch ("np", "Unmute all panned tracks").score);
    EXPECT_GT (fuzzyMatch ("np", "New pattern").score, fuzzyMatch ("np", "Snap").score);
    EXPECT_GT (fuzzyMatch ("sp", "setPanorama").score, fuzzyMatch ("sp", "grasp it").score);
}

TEST (FuzzyMatch, prefersRunsAndTheBeginningAndShortNames)
{
    EXPECT_GT (fuzzyMatch ("save", "Save").score, fuzzyMatch ("save", "Save as").score);
    EXPECT_GT (fuzzyMatch ("save", "Save as").score, fuzzyMatch ("save", "Autosave").score);
    EXPECT_GT (fuzzyMatch ("play", "Play").score, fuzzyMatch ("play", "Panic: lay all notes to rest, yes").score);
}

TEST (FuzzyMatch, saysWhereItMatched)
{
    EXPECT_EQ (fuzzyMatch ("tu", "Transpose up").places, (std::vector { 0, 10 }));
    EXPECT_EQ (fuzzyMatch ("pat", "New pattern").places, (std::vector { 4, 5, 6 }));
}

TEST (FuzzyMatch, findsTheBestPlacesAndNotTheFirst)
{
    EXPECT_EQ (fuzzyMatch ("op", "Transpose octave pattern").places, (std::vector { 10, 17 }));
}

TEST (FuzzyMatch, looksAtNoMoreOfALongNameThanItMust)
{
    const std::string name (100'000, 'a');
    EXPECT_TRUE (fuzzyMatch ("aaa", name));
}

} // namespace athanor
