// SPDX-License-Identifier: GPL-3.0-or-later
// The orders here were all heard from Vital itself.
#include "Modules/Synth/Motion/ConnectionOrder.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace athanor::synth
{

namespace
{
using Slots = std::initializer_list<PatchSlot>;

const PatchSlot usesLfo { PatchSource::lfo_1, Control::osc_1_level, {}, {}, {} }, usesLfoToo { PatchSource::lfo_1, Control::filter_1_cutoff, {}, {}, {} },
    movesLfo { PatchSource::velocity, Control::lfo_1_frequency, {}, {}, {} }, movesLfoToo { PatchSource::random_3, Control::lfo_1_frequency, {}, {}, {} },
    movesPhase { PatchSource::random_3, Control::lfo_1_phase, {}, {}, {} }, movesLfoByMacro { PatchSource::macro_control_1, Control::lfo_1_frequency, {}, {}, {} };

bool isLate (Slots slots, int which)
{
    PatchSpec patch;
    std::size_t i = 0;

    for (const auto& slot : slots)
        patch.slots[i++] = slot;

    return ConnectionOrder (patch).isLate (which);
}
} // namespace

TEST (ConnectionOrderTest, WhatMovesAModulatorComesTooLateWhereThatIsTakenAsASourceLater)
{
    EXPECT_TRUE (isLate ({ movesLfo, usesLfo }, 0));
    EXPECT_FALSE (isLate ({ usesLfo, movesLfo }, 1));
    EXPECT_TRUE (isLate ({ usesLfo, movesLfo, usesLfoToo }, 1));
    EXPECT_FALSE (isLate ({ movesLfo }, 0));
}

TEST (ConnectionOrderTest, AnotherSlotOnTheSameControlBringsThemAllBackInTime)
{
    EXPECT_FALSE (isLate ({ movesLfo, usesLfo, movesLfoToo }, 0));
    EXPECT_FALSE (isLate ({ movesLfo, movesLfoToo, movesLfoToo, usesLfo, movesLfoToo }, 1));
    EXPECT_TRUE (isLate ({ usesLfo, movesLfoToo, movesLfo, usesLfoToo }, 2));
    EXPECT_TRUE (isLate ({ movesLfo, usesLfo, movesPhase }, 0)) << "another control of the same modulator does not";
}

TEST (ConnectionOrderTest, MacrosAndWhatMovesNoModulatorAreNeverLate)
{
    EXPECT_FALSE (isLate ({ movesLfoByMacro, usesLfo }, 0));
    EXPECT_FALSE (isLate ({ movesLfo, usesLfo }, 1));
}

TEST (ConnectionOrderTest, WhatMovesTheAmountOfASlotIsNotLate)
{
    const PatchSlot movesAmount { PatchSource::lfo_2, Control::modulation_2_amount, {}, {}, {} };
    EXPECT_FALSE (isLate ({ movesAmount, usesLfo }, 0));
    EXPECT_FALSE (isLate ({ movesAmount, usesLfo, usesLfoToo }, 0));
}

} // namespace athanor::synth
