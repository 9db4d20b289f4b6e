// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/DeltaWords.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
Value slotOf (const char* source, const char* destination, double amount)
{
    return Value::Parts { { "source", source }, { "destination", destination }, { "amount", amount } };
}
} // namespace

TEST (DeltaWords, sayWhereAControlCameFromAndWhereItIs)
{
    const PatchSpec patch;
    const auto row = wordsFor ({ "filter_1_resonance", .2, .65, "It rings.", "squelchy" }, patch);
    EXPECT_EQ (row.what, "Filter 1 Resonance");
    EXPECT_EQ (row.value, "20 % to 65 %");
    EXPECT_EQ (row.why, "It rings.");
    EXPECT_EQ (row.cause, "squelchy");
    EXPECT_TRUE (row.canShow);
}

TEST (DeltaWords, saySwitchesPlainly)
{
    const auto row = wordsFor ({ "reverb_on", 1, 0, "", "no reverb" }, PatchSpec());
    EXPECT_EQ (row.what, "Reverb");
    EXPECT_EQ (row.value, "off");
}

TEST (DeltaWords, sayCutoffsInHertz)
{
    EXPECT_EQ (wordsFor ({ "filter_1_cutoff", 69, 93, "", "" }, PatchSpec()).value, "440 Hz to 1.8 kHz");
}

TEST (DeltaWords, sayChoicesByTheirNames)
{
    EXPECT_EQ (wordsFor ({ "filter_1_model", 0, 2, "", "" }, PatchSpec()).value, "Analog to Ladder");
}

TEST (DeltaWords, nameBothEndsOfAModulation)
{
    PatchSpec patch;
    patch.macros[0].name = "Open";
    const auto row = wordsFor ({ "slots/3", Value(), slotOf ("lfo_1", "filter_1_cutoff", .25), "", "" }, patch);
    EXPECT_EQ (row.what, "LFO 1 on Filter 1 Cutoff");
    EXPECT_EQ (row.value, "25 %");
    EXPECT_EQ (wordsFor ({ "slots/3", slotOf ("lfo_1", "filter_1_cutoff", .25), Value(), "", "" }, patch).value, "25 % to off");
    EXPECT_EQ (controlOf ({ "slots/3", {}, {}, "", "" }), Control::modulation_3_amount);
    EXPECT_TRUE (wordsFor ({ "slots/4", Value(), slotOf ("macro_control_1", "osc_1_level", .25), "", "" }, patch).what.contains ("Open"));
}

TEST (DeltaWords, nameWavesLinesAndMacros)
{
    const PatchSpec patch;
    EXPECT_EQ (wordsFor ({ "waves/2", "saw", "formants", "", "" }, patch).what, "Oscillator 2 Wave");
    EXPECT_EQ (wordsFor ({ "waves/2", "saw", "formants", "", "" }, patch).value, "saw to formants");
    EXPECT_EQ (wordsFor ({ "waves/2", Value(), "formants", "", "" }, patch).value, "formants");
    EXPECT_EQ (wordsFor ({ "lines/1", "sine", "steps", "", "" }, patch).what, "LFO 1 Shape");
    EXPECT_EQ (wordsFor ({ "macros/5", Value(), Value::Parts { { "name", "Growl" } }, "", "" }, patch).value, "Growl");
}

TEST (DeltaWords, whatIsUnknownIsToldAsItStands)
{
    const auto row = wordsFor ({ "nothing/9", 1, 2, "", "" }, PatchSpec());
    EXPECT_EQ (row.what, "nothing/9");
    EXPECT_FALSE (row.canShow);
    EXPECT_FALSE (controlOf ({ "slots/65", {}, {}, "", "" }));
    EXPECT_FALSE (controlOf ({ "waves/0", {}, {}, "", "" }));
}

} // namespace athanor
