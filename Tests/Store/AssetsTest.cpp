// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Assets.h"

#include "Model/Change.h"
#include "Store/AtomicFile.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
/** A project that uses one sound in every place where one can be used. */
Project projectWith (const std::string& hash)
{
    Project project;
    project.assets.edit (hash).name = "kick.wav";
    project.clips.edit ({ 1 }).regions.edit ({ 8 }).sound = hash;
    project.clips.edit ({ 2 }).name = "without";
    project.tracks.edit ({ 3 }).graph.nodes.edit ({ 4 }).sounds.put ("impulse", hash);
    auto& instrument = project.instruments.edit ({ 5 });
    instrument.zones.edit ({ 6 }).sound = hash;
    instrument.graph.nodes.edit ({ 7 }).sounds.put ("sample", hash);
    return project;
}
} // namespace

TEST (Assets, areFoundByTheirContent)
{
    const TemporaryFolder folder;
    const Assets assets (folder.path / "assets");
    ASSERT_TRUE (writeFile (folder.path / "kick.wav", "boom"));
    const auto added = assets.add (folder.path / "kick.wav"), again = assets.addBytes ("boom");
    ASSERT_TRUE (added && again);
    EXPECT_EQ (*added, *again);
    EXPECT_EQ (*readFile (assets.find (*added)), "boom");
}

TEST (Assets, leadNowhereOutsideTheirFolder)
{
    const TemporaryFolder folder;
    ASSERT_TRUE (writeFile (folder.path / "secret", "x"));
    const Assets assets (folder.path / "assets");
    ASSERT_TRUE (assets.addBytes ("boom"));
    EXPECT_TRUE (assets.find ("../secret").empty());
    EXPECT_TRUE (assets.find ("").empty());
}

TEST (Assets, areMissedOnceWhereverTheyAreUsed)
{
    const TemporaryFolder folder;
    const Assets assets (folder.path / "assets");
    const auto hash = contentHash ("boom");
    const auto project = projectWith (hash);

    auto missing = assets.missing (project);
    ASSERT_EQ (missing.size(), 1u);
    EXPECT_EQ (missing[0].hash, hash);
    EXPECT_EQ (missing[0].name, "kick.wav");

    ASSERT_TRUE (assets.addBytes ("boom"));
    EXPECT_TRUE (assets.missing (project).empty());
}

TEST (Assets, areRelinkedByTheSameFileWithoutQuestion)
{
    const TemporaryFolder folder;
    const Assets assets (folder.path / "assets");
    ASSERT_TRUE (writeFile (folder.path / "found.wav", "boom"));
    const auto hash = contentHash ("boom");

    const auto relinked = assets.relink (hash, folder.path / "found.wav");
    ASSERT_TRUE (relinked);
    EXPECT_TRUE (relinked->isSame);
    EXPECT_TRUE (assets.missing (projectWith (hash)).empty());
}

TEST (Assets, areReplacedByAnotherFileOnlyWhenAsked)
{
    const TemporaryFolder folder;
    const Assets assets (folder.path / "assets");
    ASSERT_TRUE (writeFile (folder.path / "other.wav", "bang"));
    const auto hash = contentHash ("boom");

    const auto relinked = assets.relink (hash, folder.path / "other.wav");
    ASSERT_TRUE (relinked);
    EXPECT_FALSE (relinked->isSame);
    EXPECT_TRUE (assets.find (relinked->hash).empty()) << "nothing is copied before it is wanted";

    ASSERT_TRUE (assets.add (folder.path / "other.wav"));
    const auto replaced = replaceAsset (projectWith (hash), hash, relinked->hash);
    EXPECT_TRUE (replaced == projectWith (relinked->hash));
    EXPECT_TRUE (assets.missing (replaced).empty());
}

TEST (ReplaceAsset, leavesAloneWhatDoesNotUseIt)
{
    const auto project = projectWith (contentHash ("boom"));
    EXPECT_TRUE (difference ("nothing", project, replaceAsset (project, contentHash ("bang"), contentHash ("bong"))).edits.empty());
}

} // namespace athanor
