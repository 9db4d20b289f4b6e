// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/CopilotDesk.h"

#include "App/Edits/SynthEdits.h"
#include "App/Session.h"
#include "App/StartProject.h"
#include "Formats/Json.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

namespace
{
struct CopilotDeskTest : testing::Test
{
    CopilotDeskTest() { session.start (startProject()); }

    void ask (const std::string& prompt)
    {
        const auto begun = desk.ask (prompt);
        ASSERT_TRUE (begun) << begun.failure().message;
        desk.settle();
        ASSERT_TRUE (desk.problem().empty()) << desk.problem();
    }

    std::string nameNow() const
    {
        const auto patch = session.patchOf (session.selection().instrument);
        return patch != nullptr ? patch->name : std::string();
    }

    std::shared_ptr<const PatchSpec> now() const { return session.patchOf (session.selection().instrument); }

    void turn (Control control, float to)
    {
        session.editPatch (session.selection().instrument, "turn", [&] (PatchSpec& patch) { patch.values[control] = to; });
    }

    static std::vector<PatchDelta> byHand (const CopilotCard& card)
    {
        auto turned = card.made().origin.deltas;
        std::erase_if (turned, [] (const PatchDelta& delta) { return delta.why != "Turned by hand."; });
        return turned;
    }

    Session session;
    CopilotDesk desk { session };
};
} // namespace

TEST_F (CopilotDeskTest, APromptBecomesAPatchThatIsPlayedAndCanBeUndoneInOneStep)
{
    const auto before = session.project();
    ask ("warm pad that slowly opens, no reverb");
    ASSERT_EQ (desk.cards().size(), 1u);
    const auto& card = desk.cards().front();

    EXPECT_TRUE (card.result->isRefined);
    EXPECT_EQ (nameNow(), card.made().patch.name);
    EXPECT_EQ (desk.tried(), card.id);
    EXPECT_FALSE (card.result->phrase->samples.empty());
    EXPECT_FALSE (session.patchOf (session.selection().instrument)->origin.empty());

    session.undo();
    EXPECT_EQ (session.project(), before);
}

TEST_F (CopilotDeskTest, TryingOthersStaysOneStepUntilOneIsAccepted)
{
    const auto before = session.project();
    ask ("bright pluck");
    const auto pluck = desk.cards().front().id;
    ask ("dark bass");
    const auto bass = desk.cards().front().id;
    ASSERT_TRUE (desk.tryOut (pluck));
    ASSERT_TRUE (desk.tryOut (bass));
    session.undo();
    EXPECT_EQ (session.project(), before);

    ASSERT_TRUE (desk.tryOut (pluck));
    ASSERT_TRUE (desk.accept());
    const auto accepted = session.project();
    ASSERT_TRUE (desk.tryOut (bass));
    session.undo();
    EXPECT_EQ (session.project(), accepted);
}

TEST_F (CopilotDeskTest, WhatWasThereIsHeardAgainstItAndComesBack)
{
    ask ("bright pluck");
    const auto pluck = nameNow();
    ASSERT_TRUE (desk.accept());
    ask ("dark bass");
    const auto bass = nameNow();
    ASSERT_TRUE (desk.compare());
    EXPECT_TRUE (desk.isComparing());
    EXPECT_EQ (nameNow(), pluck);
    ASSERT_TRUE (desk.compare());
    EXPECT_EQ (nameNow(), bass);
    ASSERT_TRUE (desk.putBack());
    EXPECT_EQ (nameNow(), pluck);
}

TEST_F (CopilotDeskTest, AnInstrumentOfModulesIsComparedAndPutBackAsItWas)
{
    EXPECT_FALSE (desk.canCompare());
    EXPECT_FALSE (desk.compare());
    InstrumentId id;

    for (const auto& [one, instrument] : session.project().instruments)
        id = one;

    session.select ([id] (Selection& selection) { selection.instrument = id; });
    const auto before = *session.project().instruments.find (id);
    ask ("dark bass");
    const auto bass = nameNow();
    ASSERT_TRUE (desk.canCompare());
    ASSERT_TRUE (desk.compare());
    EXPECT_TRUE (desk.isComparing() && desk.isTrying());
    EXPECT_EQ (*session.project().instruments.find (id), before);
    ASSERT_TRUE (desk.compare());
    EXPECT_EQ (nameNow(), bass);
    turn (Control::osc_1_pan, 0.5f);
    ASSERT_TRUE (desk.putBack());
    EXPECT_EQ (*session.project().instruments.find (id), before);
}

TEST_F (CopilotDeskTest, AChangeKeepsWhatWasTurnedByHand)
{
    ask ("bright pluck");
    turn (Control::osc_1_pan, 0.5f);
    ask ("a bit darker");
    EXPECT_EQ (now()->values[Control::osc_1_pan], 0.5f);
    EXPECT_EQ (desk.cards().front().made().origin.prompts, (std::vector<std::string> { "bright pluck", "a bit darker" }));
}

TEST_F (CopilotDeskTest, WhatWasTurnedByHandIsAmongTheDifferencesOfAChange)
{
    ask ("bright pluck");
    const auto pluck = desk.cards().front().id;
    const auto pan = desk.cards().front().result->beginning.values[Control::osc_1_pan];
    turn (Control::osc_1_pan, 0.5f);
    EXPECT_EQ (desk.tried(), 0);
    EXPECT_TRUE (desk.isTrying());
    ask ("a bit darker");
    const auto darker = desk.cards().front();
    EXPECT_EQ (darker.parent, pluck);
    EXPECT_EQ (byHand (darker), (std::vector<PatchDelta> { { "osc_1_pan", static_cast<double> (pan), 0.5, "Turned by hand.", "" } }));
    EXPECT_GT (darker.made().origin.deltas.size(), desk.find (pluck)->made().origin.deltas.size());

    // All parts together make it again from the same beginning; the part that was turned by hand can be left out like any other.
    EXPECT_EQ (darker.result->beginning, desk.find (pluck)->result->beginning);
    auto parts = desk.partsOf (darker.id);
    ASSERT_TRUE (desk.tryParts (darker.id, parts));
    EXPECT_EQ (now()->values[Control::osc_1_pan], 0.5f);
    parts.erase (static_cast<std::size_t> (std::ranges::find (darker.made().origin.deltas, "osc_1_pan", &PatchDelta::address) - darker.made().origin.deltas.begin()));
    ASSERT_TRUE (desk.tryParts (darker.id, parts));
    EXPECT_EQ (now()->values[Control::osc_1_pan], pan);
}

TEST_F (CopilotDeskTest, NothingIsSaidToBeTurnedByHandWhereNobodyTurnedAnything)
{
    ask ("bright pluck");
    ask ("a bit darker");
    EXPECT_TRUE (byHand (desk.cards().front()).empty());
    EXPECT_EQ (desk.cards().front().made().origin.deltas.front().from, desk.cards().back().made().origin.deltas.front().from);

    ASSERT_TRUE (desk.accept());
    ask ("more movement");
    EXPECT_TRUE (byHand (desk.cards().front()).empty());
    EXPECT_EQ (desk.cards().front().parent, desk.cards()[1].id);
}

TEST_F (CopilotDeskTest, WhatWasTurnedAfterItWasAcceptedIsKnownToo)
{
    ask ("dark pad with chorus");
    const auto& deltas = desk.cards().front().made().origin.deltas;
    ASSERT_NE (std::ranges::find (deltas, "filter_1_resonance", &PatchDelta::address), deltas.end());
    ASSERT_TRUE (desk.accept());
    turn (Control::osc_1_pan, -0.5f);
    EXPECT_FALSE (desk.isTrying());
    ask ("a bit darker");
    const auto turned = byHand (desk.cards().front());
    ASSERT_EQ (turned.size(), 1u);
    EXPECT_EQ (turned.front().address, "osc_1_pan");

    const auto& after = desk.cards().front().made().origin.deltas;
    EXPECT_NE (std::ranges::find (after, "filter_1_resonance", &PatchDelta::address), after.end());
}

TEST_F (CopilotDeskTest, WhatWasTurnedOnAnotherDayIsToldFromWhatThePatchSaysOfItself)
{
    ask ("dark pad with chorus");
    ask ("more movement");
    const auto first = desk.cards().front();
    turn (Control::osc_1_pan, 0.5f);

    CopilotDesk another { session };
    ASSERT_TRUE (another.ask ("a bit brighter"));
    another.settle();
    ASSERT_EQ (another.cards().size(), 1u) << another.problem();
    const auto& after = another.cards().front();
    EXPECT_EQ (after.result->beginning, first.result->beginning);
    EXPECT_EQ (after.made().origin.base, first.made().origin.base);
    EXPECT_EQ (after.made().origin.prompts, (std::vector<std::string> { "dark pad with chorus", "more movement", "a bit brighter" }));
    ASSERT_EQ (byHand (after).size(), 1u);
    EXPECT_EQ (byHand (after).front().address, "osc_1_pan");
    EXPECT_NE (std::ranges::find (after.made().origin.deltas, "filter_1_resonance", &PatchDelta::address), after.made().origin.deltas.end());
}

TEST_F (CopilotDeskTest, AnotherSoundOnTheInstrumentIsNotTakenForOneThatWasTurned)
{
    ask ("bright pluck");
    session.editPatch (session.selection().instrument, "load", [] (PatchSpec& patch) { patch = PatchSpec(); });
    EXPECT_FALSE (desk.isTrying());
    ask ("a bit darker");
    EXPECT_TRUE (byHand (desk.cards().front()).empty());
    EXPECT_EQ (desk.cards().front().parent, 0);
}

TEST_F (CopilotDeskTest, WhatIsTriedOnOneInstrumentStaysWhenAnotherOneIsChosen)
{
    ask ("bright pluck");
    const auto first = session.selection().instrument;
    const auto pluck = nameNow();
    session.edit ("another", [] (Project& project) { project.instruments.put (InstrumentId { 7 }, synthInstrument (PatchSpec(), 9)); });
    session.select ([] (Selection& selection) { selection.instrument = InstrumentId { 7 }; });
    ask ("dark bass");
    EXPECT_EQ (session.patchOf (first)->name, pluck);
    EXPECT_NE (nameNow(), pluck);

    // Who has chosen another instrument meanwhile gets it where it was asked for.
    ASSERT_TRUE (desk.ask ("warm pad"));
    session.select ([first] (Selection& selection) { selection.instrument = first; });
    desk.settle();
    EXPECT_EQ (session.patchOf (first)->name, pluck);
    EXPECT_EQ (session.patchOf (InstrumentId { 7 })->name, desk.cards().front().made().patch.name);
}

TEST_F (CopilotDeskTest, ComparingKeepsWhatWasTurnedOnEitherSide)
{
    ask ("bright pluck");
    ASSERT_TRUE (desk.accept());
    ask ("dark bass");
    const auto id = session.selection().instrument;
    session.editPatch (id, "turn", [] (PatchSpec& patch) { patch.values[Control::osc_1_pan] = 0.5f; });
    ASSERT_TRUE (desk.compare());
    session.editPatch (id, "turn", [] (PatchSpec& patch) { patch.values[Control::osc_1_pan] = -0.5f; });
    ASSERT_TRUE (desk.compare());
    EXPECT_EQ (session.patchOf (id)->values[Control::osc_1_pan], 0.5f);
    ASSERT_TRUE (desk.compare());
    EXPECT_EQ (session.patchOf (id)->values[Control::osc_1_pan], -0.5f);
}

TEST_F (CopilotDeskTest, AChangeDoesNotBringBackAPartThatWasLeftOut)
{
    ask ("dark pad with chorus");
    const auto id = desk.cards().front().id;
    const auto& deltas = desk.cards().front().made().origin.deltas;
    auto parts = desk.partsOf (id);
    const auto left = std::ranges::find (deltas, "filter_1_resonance", &PatchDelta::address);
    ASSERT_NE (left, deltas.end());
    parts.erase (static_cast<std::size_t> (left - deltas.begin()));
    ASSERT_TRUE (desk.tryParts (id, parts));
    const auto without = session.patchOf (session.selection().instrument)->values[Control::filter_1_resonance];
    ask ("a bit longer");
    EXPECT_NEAR (session.patchOf (session.selection().instrument)->values[Control::filter_1_resonance], without, 1e-6);
}

TEST_F (CopilotDeskTest, PartsOfAResultAreLeftOutAndTheRestStays)
{
    ask ("dark pad with chorus");
    const auto& card = desk.cards().front();
    const auto& deltas = card.made().origin.deltas;
    auto parts = desk.partsOf (card.id);
    ASSERT_EQ (parts.size(), deltas.size());
    const auto volume = std::ranges::find (deltas, "filter_1_resonance", &PatchDelta::address);
    ASSERT_NE (volume, deltas.end());
    parts.erase (static_cast<std::size_t> (volume - deltas.begin()));

    ASSERT_TRUE (desk.tryParts (card.id, parts));
    const auto patch = session.patchOf (session.selection().instrument);
    EXPECT_NEAR (patch->values[Control::filter_1_resonance], card.result->beginning.values[Control::filter_1_resonance], 1e-6);
    EXPECT_NE (card.made().patch.values[Control::filter_1_resonance], card.result->beginning.values[Control::filter_1_resonance]);
    EXPECT_EQ (desk.partsOf (card.id), parts);

    // How it was made is told without it, in what is kept and in the patch itself.
    const auto kept = desk.keptOf (card.id);
    EXPECT_EQ (kept.origin.deltas.size(), deltas.size() - 1);
    EXPECT_EQ (patch->origin, formatJson (toValue (kept.origin), JsonLayout::oneLine));
}

TEST_F (CopilotDeskTest, VariationsSayWhatTheyAreAndArePlayedOnlyWhenTried)
{
    ask ("warm pad");
    const auto id = desk.cards().front().id;
    const auto name = nameNow();
    ASSERT_TRUE (desk.vary (id));
    desk.settle();
    ASSERT_EQ (desk.cards().size(), 7u);
    EXPECT_EQ (nameNow(), name);

    for (std::size_t i = 1; i < desk.cards().size(); ++i)
    {
        const auto& card = desk.cards()[i];
        EXPECT_TRUE (card.isVariation);
        EXPECT_EQ (card.parent, id);
        EXPECT_FALSE (card.title.empty());
        EXPECT_GT (card.made().origin.deltas.size(), 0u);
    }
}

TEST_F (CopilotDeskTest, NothingSaidAndNothingToChangeAreOneSentence)
{
    EXPECT_FALSE (desk.ask ("   "));
    const auto changed = desk.ask ("a bit darker");
    EXPECT_TRUE (! changed || session.patchOf (session.selection().instrument) != nullptr);
    EXPECT_FALSE (desk.tryOut (99));
    EXPECT_FALSE (desk.compare());
    EXPECT_FALSE (desk.putBack());
    EXPECT_EQ (desk.tried(), 0);
}

TEST_F (CopilotDeskTest, WhatIsCancelledNeverComes)
{
    ASSERT_TRUE (desk.ask ("warm pad"));
    desk.cancel();
    desk.settle();
    EXPECT_TRUE (desk.cards().empty());
    EXPECT_FALSE (desk.isBusy());
    EXPECT_EQ (nameNow(), "");
}

} // namespace athanor
