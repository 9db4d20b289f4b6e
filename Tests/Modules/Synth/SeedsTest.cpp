// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Chance.h"

#include <gtest/gtest.h>

namespace athanor::synth
{

namespace
{
void connect (PatchSpec& patch, int slot, PatchSource source, Control destination)
{
    patch.slots[static_cast<std::size_t> (slot)].source = source;
    patch.slots[static_cast<std::size_t> (slot)].destination = destination;
}
} // namespace

TEST (SeedsTest, countUpFromElevenWithTheOscillatorsFirst)
{
    const Seeds seeds { PatchSpec() };
    EXPECT_EQ (seeds.of (Drawer::oscillator1, 0), 11u);
    EXPECT_EQ (seeds.of (Drawer::sample, 0), 14u);
    EXPECT_EQ (seeds.of (Drawer::random4, 0), 19u);
    EXPECT_EQ (seeds.of (Drawer::oscillator1, 1), 20u) << "of the next two voices";
}

TEST (SeedsTest, beginLaterWithEachRecordingInAWavetable)
{
    PatchSpec patch;
    patch.wavetables[2].groups[0][0].type = "Audio File Source";
    EXPECT_EQ (Seeds (patch).of (Drawer::oscillator1, 0), 12u);
}

TEST (SeedsTest, giveWhatModulatesItsSeedBeforeTheOscillators)
{
    PatchSpec patch;
    connect (patch, 0, PatchSource::random_1, Control::osc_1_level);
    connect (patch, 1, PatchSource::random, Control::filter_1_cutoff);
    const Seeds seeds (patch);
    EXPECT_EQ (seeds.of (Drawer::note, 0), 11u) << "connected last, first in the row";
    EXPECT_EQ (seeds.of (Drawer::random1, 0), 12u);
    EXPECT_EQ (seeds.of (Drawer::oscillator1, 0), 13u);
}

TEST (SeedsTest, areNotMovedByOtherSources)
{
    PatchSpec patch;
    connect (patch, 0, PatchSource::lfo_1, Control::osc_1_level);
    connect (patch, 1, PatchSource::macro_control_1, Control::osc_2_level);
    EXPECT_EQ (Seeds (patch).of (Drawer::oscillator1, 0), 11u);
}

TEST (ChancesTest, drawTheSameRowAgainAfterARestart)
{
    Chances chances (0, Drawer::oscillator1);
    const auto first = chances.ofVoice (1).next (-1, 1), second = chances.ofVoice (0).next (-1, 1);
    EXPECT_NE (first, second) << "two voices have one row";
    chances.restart (Seeds());
    EXPECT_EQ (chances.ofVoice (0).next (-1, 1), first);
    EXPECT_NE (chances.ofVoice (2).next (-1, 1), first) << "the next two have their own";
}

TEST (ChancesTest, drawForBothVoicesOfAPairWhereOneNeedsIt)
{
    Chances chances (0, Drawer::random1);
    dsp::Mask<8> second {};
    second.value[2] = second.value[3] = -1;
    const auto drawn = chances.lanes (second, -1, 1, false);
    EXPECT_NE (drawn[0], 0.0f);
    EXPECT_EQ (drawn[2], drawn[3]);
    EXPECT_EQ (drawn[4], 0.0f);
}

} // namespace athanor::synth
