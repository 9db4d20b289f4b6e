// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/SamplerEdits.h"

#include "App/SmallProject.h"
#include "App/StartProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (SamplerEdits, aNewSamplerTakesTheNextFreeNumber)
{
    SmallProject small;
    const auto made = addSampler (small.project, "hash", "kick");
    const auto* instrument = small.project.instruments.find (made);
    ASSERT_NE (instrument, nullptr);
    EXPECT_EQ (instrument->number, 2);
    EXPECT_EQ (instrument->name, "kick");
    ASSERT_EQ (instrument->zones.size(), 1u);
    EXPECT_EQ (instrument->zones.begin()->second->sound, "hash");
}

TEST (SamplerEdits, aSynthesiserBecomesASampler)
{
    SmallProject small;
    small.project.instruments.put (small.piano, simpleSynth ("Synth", 1));
    ASSERT_TRUE (setSampler (small.project, small.piano, "hash", "kick"));
    EXPECT_TRUE (small.project.instruments.find (small.piano)->graph.nodes.empty()) << "its oscillator would go on sounding";
    EXPECT_FALSE (setSampler (small.project, { 99 }, "hash", "kick"));
}

TEST (SamplerEdits, aSamplerKeepsItsPatchWhenItPlaysAnotherRecording)
{
    SmallProject small;
    const auto made = addSampler (small.project, "hash", "kick");
    small.project.instruments.edit (made).graph.nodes.edit ({ 5 }).type = "source.zones";
    ASSERT_TRUE (setSampler (small.project, made, "other", "snare"));
    const auto* instrument = small.project.instruments.find (made);
    EXPECT_EQ (instrument->graph.nodes.size(), 1u);
    ASSERT_EQ (instrument->zones.size(), 1u);
    EXPECT_EQ (instrument->zones.begin()->second->sound, "other");
}

} // namespace athanor
