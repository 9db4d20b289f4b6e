// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Parameters.h"

#include "Modules/Registry.h"
#include "Support/Projects.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Parameters, ThePortsOfModulesReadAsWords)
{
    EXPECT_EQ (labelOf ("cutoff"), "Cutoff");
    EXPECT_EQ (labelOf ("lowCut"), "Low cut");
    EXPECT_EQ (labelOf ("frequency1"), "Frequency 1");
    EXPECT_EQ (labelOf ("step12"), "Step 12");
    EXPECT_EQ (labelOf (""), "");
}

TEST (Parameters, AValueIsClampedToItsRangeAndComesBackInItsUnit)
{
    auto song = projects::synthOnOneTrack();
    setValue (song.project, volumeOf (song.track), 40);
    EXPECT_FLOAT_EQ (valueOf (song.project, volumeOf (song.track)), 6);
    setValue (song.project, panningOf (song.track), -0.25f);
    EXPECT_FLOAT_EQ (valueOf (song.project, panningOf (song.track)), -0.25f);
}

TEST (Parameters, EveryKnobOfEveryModuleCanBeSetAndHasASentence)
{
    auto song = projects::synthOnOneTrack();

    for (const auto& type : moduleTypes())
    {
        auto& graph = song.project.instruments.edit (song.instrument).graph;
        const auto node = projects::addNode (graph, std::string (type.about->id));

        for (const auto* port : type.prototype().ports())
            if (port->kind == Port::Kind::knob)
            {
                const auto address = knobOf (song.instrument, node, std::string (port->id));
                const auto range = rangeOf (song.project, address);
                EXPECT_FLOAT_EQ (valueOf (song.project, address), range.initial) << format (address);
                setValue (song.project, address, range.high);
                EXPECT_FLOAT_EQ (valueOf (song.project, address), range.high) << format (address);
                EXPECT_TRUE (docOf (song.project, address).ends_with (".")) << format (address);
            }
    }
}

TEST (Parameters, AnAddressThatLeadsNowhereChangesNothing)
{
    const auto song = projects::synthOnOneTrack();
    auto project = song.project;
    setValue (project, volumeOf ({ 12345 }), -3);
    setValue (project, knobOf (song.instrument, { 12345 }, "cutoff"), 3);
    EXPECT_EQ (project, song.project);
}

} // namespace athanor
