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

TEST (DeltaWords, theAmountOfAModulationSaysWhatMovesWhat)
{
    PatchSpec patch;
    patch.slots[1].source = patchSourceNamed ("lfo_1");
    patch.slots[1].destination = Control::filter_1_cutoff;
    EXPECT_EQ (wordsFor ({ "modulation_2_amount", .5, .7, "", "" }, patch).what, "LFO 1 on Filter 1 Cutoff");
    EXPECT_EQ (wordsFor ({ "modulation_1_amount", .5, .7, "", "" }, patch).what, "Modulation 1 Amount") << "nothing moves anything there";
    EXPECT_EQ (wordsFor ({ "sample", Value(), "white noise", "", "" }, patch).what, "Sample Sound");
}

TEST (DeltaWords, whatAModelHeardIsNotQuoted)
{
    const auto row = wordsFor ({ "reverb_on", 1, 0, "Dry.", "as Anthropic heard the sentence" }, PatchSpec());
    EXPECT_EQ (row.why, "Dry, as Anthropic heard the sentence.");
    EXPECT_EQ (row.cause, "");
}

TEST (DeltaWords, wordsThatWereNotUnderstoodAreNamed)
{
    MadePatch made;
    made.origin.intent.notUnderstood = { "zorp", "flurb" };
    made.remarks = { "2 words were not understood and left out.", "Only the first 4 were read." };
    EXPECT_EQ (remarksOf (made), juce::StringArray (juce::String::fromUTF8 ("Not understood and left out: \xe2\x80\x9czorp\xe2\x80\x9d, \xe2\x80\x9c"
                                                                            "flurb\xe2\x80\x9d."),
                                                    "Only the first 4 were read."));
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
