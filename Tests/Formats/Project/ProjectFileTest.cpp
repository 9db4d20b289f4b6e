// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Project/ProjectFile.h"

#include "Formats/Json.h"
#include "Support/Files.h"
#include "Support/RandomProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (ProjectFile, bringsEveryProjectBack)
{
    for (std::uint64_t seed = 0; seed < 300; ++seed)
    {
        const auto project = randomProject (seed);
        const auto text = formatProject (project);
        const auto back = parseProject (text);
        ASSERT_TRUE (back) << back.failure().message << back.failure().detail;
        ASSERT_EQ (*back, project) << "seed " << seed;
        ASSERT_EQ (formatProject (*back), text);
    }
}

TEST (ProjectFile, keepsFieldsAndModulesOfALaterVersion)
{
    const auto text = R"({"athanor": {"schema": 99}, "holograms": [1, 2], "tracks": {"000000000000000a": {"name": "A", "aura": "blue",
        "graph": {"nodes": {"000000000000000b": {"type": "warp.drive", "knobs": {"factor": 9.0}, "crew": {"size": 4}}}}}}})";
    const auto project = parseProject (text);
    ASSERT_TRUE (project) << project.failure().message;

    const auto written = *parseJson (formatProject (*project));
    EXPECT_EQ (*written.part ("holograms"), Value (Value::List { 1, 2 }));
    const auto& track = *written.part ("tracks")->part ("000000000000000a");
    EXPECT_EQ (*track.part ("aura"), Value ("blue"));
    const auto& node = *track.part ("graph")->part ("nodes")->part ("000000000000000b");
    EXPECT_EQ (*node.part ("crew")->part ("size"), Value (4));
    EXPECT_EQ (*node.part ("knobs")->part ("factor"), Value (9.0));
}

TEST (ProjectFile, ofSchema1OpensForEver)
{
    const auto project = parseProject (readWhole (repositoryRoot() / "Tests/Corpus/Project/schema1.json"));
    ASSERT_TRUE (project) << project.failure().message << project.failure().detail;
    EXPECT_EQ (project->title, "Pinned");
    ASSERT_EQ (project->tracks.size(), 2u);
    ASSERT_EQ (project->clips.size(), 1u);
    const auto& clip = *project->clips.begin()->second;
    EXPECT_EQ (clip.notes.find ({ 4, 0 })->key, 48);
    EXPECT_EQ (clip.notes.find ({ 4, 0 })->volume, 0x40);
    EXPECT_EQ (*clip.effects.find ({ 4, 0 }), (Effect { '0', 'V', 0x42 }));
    EXPECT_EQ (project->instruments.begin()->second->graph.nodes.size(), 2u);
    EXPECT_EQ (project->tempo.find (Ticks())->beatsPerMinute, 132.5);
}

TEST (ProjectFile, saysWhyItDoesNotOpen)
{
    EXPECT_EQ (parseProject ("{}").failure().message, "This file is no Athanor project.");
    EXPECT_EQ (parseProject ("[]").failure().message, "This file is no Athanor project.");
    EXPECT_EQ (parseProject (R"({"athanor": {"schema": 2}, "title": 7})").failure().message, "This project was made with a newer Athanor; please update to open it.");
    EXPECT_EQ (parseProject (R"({"athanor": {"schema": 1}, "tracks": {"x": {}}})").failure().detail, "unreadable at /tracks/x");
    EXPECT_FALSE (parseProject (R"({"athanor": {"schema": 1}, "title)"));
}

TEST (ProjectFile, comesInRange)
{
    const auto project = parseProject (R"({"athanor": {"schema": 1}, "initialSpeed": -4, "tempo": {"0": {"bpm": 1e9}, "-5": {"bpm": 100.0}}})");
    ASSERT_TRUE (project);
    EXPECT_EQ (project->initialSpeed, 1);
    EXPECT_EQ (project->tempo.find (Ticks())->beatsPerMinute, 999);
    EXPECT_EQ (project->tempo.size(), 1u);
}

} // namespace athanor
