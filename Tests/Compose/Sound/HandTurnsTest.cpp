// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/HandTurns.h"

#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/MacroDress.h"
#include "Compose/Sound/PatchMaker.h"
#include "Patch/MacroSlots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
struct HandTurnsTest : testing::Test
{
    HandTurnsTest()
    {
        beginning.values[Control::filter_1_on] = 1;
        beginning.values[Control::filter_1_cutoff] = 70;
        beginning.values[Control::modulation_9_amount] = 0.25f;
        beginning.slots[8] = { PatchSource::lfo_2, Control::filter_1_cutoff, {}, {}, {} };
        const auto result = makePatch ({ "dark pad with chorus", planSound ("dark pad with chorus"), "offline", 1, {}, {} }, shelf, {});
        EXPECT_TRUE (result) << result.failure().message;
        made = played = *result;
    }

    std::vector<PatchDelta> byHand() const
    {
        auto turned = made.origin.deltas;
        std::erase_if (turned, [] (const PatchDelta& delta) { return delta.why != "Turned by hand."; });
        return turned;
    }

    /** The patch from its beginning with all its differences. */
    PatchSpec again() const
    {
        std::set<std::size_t> all;

        for (std::size_t i = 0; i < made.origin.deltas.size(); ++i)
            all.insert (i);

        return *remakePatch (made, beginning, all, shelf);
    }

    static PatchSpec plainly (PatchSpec patch)
    {
        undress (patch);
        return patch;
    }

    PatchSpec beginning;
    const SoundShelf shelf { { { "Pad/Plain", "Plain", SoundCategory::pad, {}, { SoundFeature::saw }, {} } }, {}, [this] (const SoundBase&) { return Result<PatchSpec> (beginning); } };
    MadePatch made, played;
};
} // namespace

TEST_F (HandTurnsTest, aPatchThatNobodyTouchedStaysAsItWasMade)
{
    takeTurns (made, beginning, played.patch);
    EXPECT_EQ (made.origin, played.origin);
    EXPECT_EQ (made.patch, played.patch);
}

TEST_F (HandTurnsTest, whatKnobsRoundIsNobodysTurn)
{
    auto rounded = played.patch;
    rounded.values[Control::filter_1_cutoff] = std::nextafter (rounded.values[Control::filter_1_cutoff], 0.0f);
    rounded.values[Control::modulation_9_amount] = std::nextafter (rounded.values[Control::modulation_9_amount], 0.0f);
    takeTurns (made, beginning, rounded);
    EXPECT_TRUE (byHand().empty());
}

TEST_F (HandTurnsTest, aControlThatWasMadeOnceAndThenTurnedHasOneDifferenceFromWhereItBegan)
{
    auto turned = played.patch;
    turned.values[Control::osc_1_pan] = 0.5f;
    turned.values[Control::chorus_on] = 0;
    takeTurns (made, beginning, turned);

    // The chorus is off as it was at the beginning, so that nothing is left to tell of it.
    ASSERT_EQ (byHand().size(), 1u);
    EXPECT_EQ (byHand().front(), (PatchDelta { "osc_1_pan", 0.0, 0.5, "Turned by hand.", "" }));
    EXPECT_EQ (std::ranges::find (made.origin.deltas, "chorus_on", &PatchDelta::address), made.origin.deltas.end());
    EXPECT_EQ (made.patch, turned);
}

TEST_F (HandTurnsTest, aKnobThatWasTurnedIsToldAsWhatItMoved)
{
    auto turned = played.patch;
    const auto moves = std::ranges::find_if (turned.slots, [] (const PatchSlot& slot) { return macroOf (slot) == 0u; });
    ASSERT_NE (moves, turned.slots.end());
    turned.macros[0].value = turned.macros[0].value > 0.5 ? 0 : 1;
    turned.values[Control::macro_control_1] = static_cast<float> (turned.macros[0].value);
    takeTurns (made, beginning, turned);

    ASSERT_FALSE (byHand().empty());
    EXPECT_TRUE (std::ranges::any_of (byHand(), [&] (const PatchDelta& delta) { return delta.address == infoOf (*moves->destination).id; }));
    EXPECT_TRUE (std::ranges::none_of (byHand(), [] (const PatchDelta& delta) { return delta.address.starts_with ("macro"); }));
}

TEST_F (HandTurnsTest, whatHasNoAddressComesFromTheBeginning)
{
    auto turned = played.patch;
    turned.lfos[2].points = { { 0, 1, 0 }, { 0.2, 0.1, 0 }, { 1, 0.7, 0 } };
    turned.wavetables[0].groups[0][0].numbers["drawn"] = 1;
    turned.sample = {};
    turned.values[Control::modulation_9_bypass] = 1;
    takeTurns (made, beginning, turned);

    EXPECT_TRUE (byHand().empty());
    const auto remade = again();
    EXPECT_EQ (remade.lfos, turned.lfos);
    EXPECT_EQ (remade.wavetables, turned.wavetables);
    EXPECT_EQ (remade.sample, turned.sample);
    EXPECT_EQ (remade.slots[8], turned.slots[8]);
    EXPECT_EQ (remade.values[Control::modulation_9_bypass], 1);
    EXPECT_NEAR (plainly (remade).values[Control::modulation_9_amount], plainly (turned).values[Control::modulation_9_amount], 1e-6);
}

} // namespace athanor
