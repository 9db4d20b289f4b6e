// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchDelta.h"

#include "Compose/Sound/BasicShapes.h"

#include <gtest/gtest.h>

#include <limits>

namespace athanor
{

namespace
{
const Value slotParts = Value::Parts { { "source", "lfo_2" }, { "destination", "filter_1_cutoff" }, { "amount", 0.25 }, { "bipolar", true } };
} // namespace

TEST (PatchDelta, changesWhatStandsAtItsAddress)
{
    PatchSpec patch;
    ASSERT_TRUE (apply (patch, { "filter_1_cutoff", {}, 80.0, "Opens.", {} }));
    ASSERT_TRUE (apply (patch, { "slots/7", {}, slotParts, "Moves.", {} }));
    ASSERT_TRUE (apply (patch, { "waves/2", {}, "square", "Hollow.", {} }));
    ASSERT_TRUE (apply (patch, { "lines/8", {}, "sine", "Round.", {} }));

    EXPECT_EQ (patch.values[Control::filter_1_cutoff], 80);
    EXPECT_EQ (patch.slots[6].source, PatchSource::lfo_2);
    EXPECT_EQ (patch.values[Control::modulation_7_amount], 0.25f);
    EXPECT_EQ (patch.wavetables[1], *basicWave ("square"));
    EXPECT_EQ (patch.lfos[7], *basicLine ("sine"));
    EXPECT_TRUE (faultsOf (patch).empty());

    EXPECT_EQ (*valueAt (patch, "slots/7"), slotParts);
    EXPECT_EQ (*valueAt (patch, "waves/2"), Value ("square"));
    ASSERT_TRUE (apply (patch, { "slots/7", {}, {}, "Still.", {} }));
    EXPECT_EQ (patch.slots[6], PatchSlot());
}

TEST (PatchDelta, refusesWhatHasNoPlaceOrDoesNotFitAndChangesNothing)
{
    const PatchSpec before;
    const auto refused = [&] (const std::string& address, const Value& to) {
        PatchSpec patch;
        const auto done = apply (patch, { address, {}, to, "", {} });
        return ! done && patch == before && done.failure().message.ends_with ('.');
    };

    EXPECT_TRUE (refused ("filter_1_cutoff", 500.0));
    EXPECT_TRUE (refused ("filter_1_cutoff", std::numeric_limits<double>::quiet_NaN()));
    EXPECT_TRUE (refused ("filter_1_cutoff", "high"));
    EXPECT_TRUE (refused ("filter_9_cutoff", 60.0));
    EXPECT_TRUE (refused ("slots/0", slotParts));
    EXPECT_TRUE (refused ("slots/65", slotParts));
    EXPECT_TRUE (refused ("slots/1", Value::Parts { { "source", "lfo_2" }, { "destination", "filter_1_on" }, { "amount", 0.25 } }));
    EXPECT_TRUE (refused ("slots/1", Value::Parts { { "source", "lfo_2" }, { "destination", "filter_1_cutoff" }, { "amount", 2.0 } }));
    EXPECT_TRUE (refused ("waves/1", "../../etc/passwd"));
    EXPECT_TRUE (refused ("waves/1", {}));
    EXPECT_TRUE (refused ("lines/1", 3));
    EXPECT_TRUE (refused ("macros/1", Value::Parts { { "name", "A" }, { "role", "" }, { "value", 2.0 } }));
    EXPECT_TRUE (refused ("sample", "rain"));
    EXPECT_TRUE (refused ("", 1.0));
}

TEST (PatchDelta, comesBackFromDataAndTrustsNoneOfIt)
{
    const PatchDelta delta { "slots/7", {}, slotParts, "Moves.", "wobbly" };
    const auto back = deltaFrom (toValue (delta));
    ASSERT_TRUE (back) << back.failure().message;
    EXPECT_EQ (*back, delta);

    EXPECT_FALSE (deltaFrom (Value ("slots/7")));
    EXPECT_FALSE (deltaFrom (Value::Parts { { "address", "slots/7" }, { "to", slotParts } }));
    EXPECT_FALSE (deltaFrom (Value::Parts { { "address", "volume" }, { "to", 1e9 }, { "why", "" } }));
}

TEST (PatchDelta, differencesMakeOnePatchOfTheOther)
{
    PatchSpec from, to;
    to.values[Control::env_1_attack] = 1;
    to.values[Control::modulation_3_amount] = 0.5f;
    to.slots[2] = { PatchSource::velocity, Control::osc_1_level, {}, {}, {} };
    to.wavetables[0] = *basicWave ("triangle");
    to.lfos[1] = *basicLine ("steps");
    from.sample = {};
    from.slots[9] = { PatchSource::lfo_1, Control::osc_2_level, {}, {}, {} };
    const auto all = differences (from, to, "Turned by hand.");
    EXPECT_EQ (all.size(), 6u);

    for (const auto& delta : all)
        ASSERT_TRUE (apply (from, delta)) << delta.address;

    EXPECT_EQ (from, to);
}

TEST (PatchDelta, ofSeveralAtOneAddressTheFirstBeginningAndTheLastEndStay)
{
    std::vector<PatchDelta> all { { "volume", 1.0, 2.0, "Louder.", {} }, { "osc_1_pan", 0.0, 0.5, "Aside.", {} } };
    append (all, { { "volume", 2.0, 3.0, "Louder still.", {} }, { "osc_1_pan", 0.5, 0.0, "Back.", {} }, { "osc_2_pan", 0.0, 0.25, "Aside.", {} } });
    EXPECT_EQ (all, (std::vector<PatchDelta> { { "volume", 1.0, 3.0, "Louder still.", {} }, { "osc_2_pan", 0.0, 0.25, "Aside.", {} } }));
}

} // namespace athanor
