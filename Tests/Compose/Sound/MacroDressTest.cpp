// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/MacroDress.h"

#include "Compose/Sound/PatchParts.h"
#include "Patch/MacroSlots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace athanor
{

namespace
{
PatchSpec pluckedSaw()
{
    PatchSpec patch;
    patch.values[Control::filter_1_on] = 1;
    patch.values[Control::filter_1_cutoff] = 60;
    patch.values[Control::reverb_on] = 1;
    return patch;
}

/** What is heard of a control: what is stored and what the macros add. */
double heard (const PatchSpec& patch, Control control)
{
    auto value = static_cast<double> (patch.values[control]);

    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; slot.destination == control)
            if (const auto macro = macroOf (slot))
                value += shiftOf (patch, i, patch.macros[*macro].value);

    return value;
}
} // namespace

TEST (MacroDress, aPatchStandsWhereItStoodAndEveryKnobMovesSomethingOfItsOwn)
{
    const auto plain = pluckedSaw();
    auto dressed = plain;
    dress (dressed, {}, {}, {});
    EXPECT_TRUE (faultsOf (dressed).empty());
    std::set<Control> moved;

    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = dressed.slots[static_cast<std::size_t> (i)]; macroOf (slot))
            EXPECT_TRUE (moved.insert (*slot.destination).second) << infoOf (*slot.destination).id << " is moved twice";

    for (std::size_t i = 0; i < dressed.macros.size(); ++i)
    {
        EXPECT_EQ (dressed.macros[i].role, macroRoles[i]);
        EXPECT_FALSE (dressed.macros[i].name.empty());
    }

    for (const auto control : { Control::filter_1_cutoff, Control::reverb_dry_wet, Control::env_1_attack, Control::env_1_release, Control::stereo_routing })
        EXPECT_NEAR (heard (dressed, control), plain.values[control], 1e-4) << infoOf (control).id;
}

TEST (MacroDress, undressedItSoundsTheSameAndKeepsWhatTheKnobsDid)
{
    auto dressed = pluckedSaw();
    dressed.macros[0] = { "Shine", "brightness", 0.5 };
    dressed.values[Control::macro_control_1] = 0.5f;
    dressed.slots[0] = { PatchSource::macro_control_1, Control::filter_1_cutoff, {}, {}, {} };
    dressed.values[Control::modulation_1_amount] = 0.25f;
    auto plain = dressed;
    const auto roles = undress (plain);

    EXPECT_EQ (plain.slots[0], PatchSlot());
    EXPECT_NEAR (plain.values[Control::filter_1_cutoff], 60 + 0.5 * 0.25 * 128, 1e-3);
    ASSERT_EQ (roles[0].label, "Shine");
    ASSERT_EQ (roles[0].targets.size(), 1u);
    EXPECT_NEAR (roles[0].targets[0].from, 60, 1e-3);
    EXPECT_NEAR (roles[0].targets[0].to, 92, 1e-3);

    dress (plain, roles, {}, {});
    EXPECT_EQ (plain.macros[0].name, "Shine");
    EXPECT_NEAR (heard (plain, Control::filter_1_cutoff), 76, 1e-3);
}

TEST (MacroDress, aKnobWhoseTargetsAreGoneGetsWhatCanBeHeard)
{
    auto patch = pluckedSaw();
    MacroDressing own;
    own[2] = { "space", "Nave", "How large the room is.", 0, { { Control::reverb_dry_wet, 0, 0.6, 0, {} } }, {} };
    patch.values[Control::reverb_on] = 0;
    dress (patch, own, {}, { SoundFeature::reverb });

    EXPECT_NE (patch.macros[2].name, "Nave");
    EXPECT_FALSE (patch.values.isOn (Control::reverb_on)) << "what was excluded does not come back";

    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; macroOf (slot) == 2u)
            EXPECT_TRUE (isLive (patch, *slot.destination)) << infoOf (*slot.destination).id;
}

TEST (MacroDress, aKnobThatWasNotHeardBecomesTheNextThingItMightDo)
{
    auto first = pluckedSaw(), second = first, last = first;
    const auto choices = dress (first, {}, {}, {});
    auto next = choices;
    ++next[0];
    const auto became = dress (second, {}, {}, {}, next);
    EXPECT_GT (became[0], choices[0]);
    EXPECT_NE (first.slots, second.slots);
    EXPECT_EQ (first.macros[1].name, second.macros[1].name);
    next.fill (100);
    dress (last, {}, {}, {}, next);
    EXPECT_EQ (last, pluckedSaw()) << "what cannot be done leaves nothing behind";
}

TEST (MacroDress, aGainOfABandThatPassesOrStopsIsNoKnob)
{
    auto patch = pluckedSaw();
    patch.values[Control::eq_on] = patch.values[Control::eq_low_mode] = 1;
    dress (patch, {}, {}, {});
    EXPECT_TRUE (std::ranges::none_of (patch.slots, [] (const PatchSlot& slot) { return slot.destination == Control::eq_low_gain; }));
}

} // namespace athanor
