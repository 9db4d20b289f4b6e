// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Templates.h"

#include "App/Library.h"
#include "App/Session.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

namespace
{
struct TemplatesTest : testing::Test
{
    static const StartingPoint* find (const std::vector<StartingPoint>& points, const std::string& name)
    {
        const auto found = std::ranges::find (points, name, &StartingPoint::name);
        return found == points.end() ? nullptr : &*found;
    }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", folder.path.string() };
    Session session;
};
} // namespace

TEST_F (TemplatesTest, beginWithEmptyProjectsAndTheDemoSongs)
{
    const auto points = startingPoints();
    ASSERT_GE (points.size(), 6u);
    EXPECT_EQ (points.front().name, "Empty song");

    const auto* ember = find (points, "Ember");
    ASSERT_NE (ember, nullptr);
    EXPECT_FALSE (ember->detail.empty());
    EXPECT_NE (ember->facts.find ("BPM"), std::string::npos) << ember->facts;
    EXPECT_GT (ember->outline.bars.size(), 4u);
}

TEST_F (TemplatesTest, drawWhereEachTrackPlays)
{
    Project project;
    const auto track = newId<TrackId>(), silent = newId<TrackId>();
    const auto clip = newId<ClipId>();
    const auto full = newId<PatternId>(), empty = newId<PatternId>();
    project.tracks.edit (track).order = 1;
    project.tracks.edit (silent).order = 2;
    project.clips.edit (clip).notes.put ({ 0, 0 }, Cell { 48, {} });
    project.patterns.edit (full).clips.put (track, clip);
    project.patterns.edit (empty).length = beats (16);
    project.sequence.put (newId<SlotId>(), { full, 1, "", {} });
    project.sequence.put (newId<SlotId>(), { empty, 2, "", {} });

    const auto outline = outlineOf (project);
    EXPECT_EQ (outline.rows, 2);
    ASSERT_EQ (outline.bars.size(), 1u);
    EXPECT_EQ (outline.bars.front().row, 0);
    EXPECT_EQ (outline.bars.front().start, 0);
    EXPECT_EQ (outline.bars.front().end, 0.5);
}

TEST_F (TemplatesTest, beginSomethingThatHasNoNameYet)
{
    ASSERT_TRUE (startFrom (session, "Night Train"));
    EXPECT_EQ (session.project().title, "Night Train");
    EXPECT_TRUE (session.fileState().folder.empty());
    EXPECT_TRUE (session.fileState().source.empty());
    EXPECT_TRUE (session.preferences().recentFiles().empty()) << "a template is no recent file";

    ASSERT_TRUE (startFrom (session, "One instrument"));
    EXPECT_EQ (session.project().tracks.size(), 2u);
    EXPECT_FALSE (startFrom (session, "No such thing"));
}

TEST_F (TemplatesTest, keepAProjectOfTheUsersOwnAndReplaceIt)
{
    for (const auto tempo : { 90.0, 91.0 })
    {
        session.edit ("change tempo", [&] (Project& project) { project.tempo.edit (Ticks()).beatsPerMinute = tempo; });
        ASSERT_TRUE (saveAsTemplate (session, "Mine"));
    }

    const auto points = startingPoints();
    const auto* mine = find (points, "Mine");
    ASSERT_NE (mine, nullptr);
    EXPECT_TRUE (mine->isOwn);
    EXPECT_TRUE (isTemplate (mine->path));

    Session other;
    ASSERT_TRUE (startFrom (other, "Mine"));
    EXPECT_EQ (other.project().tempo.begin()->second->beatsPerMinute, 91.0);
    EXPECT_FALSE (saveAsTemplate (session, "../elsewhere"));
}

TEST_F (TemplatesTest, goWhenTheUserHasNoMoreUseForThem)
{
    ASSERT_TRUE (saveAsTemplate (session, "Mine"));
    ASSERT_TRUE (saveAsTemplate (session, "Mine too"));
    EXPECT_TRUE (deleteTemplate ("Mine"));
    EXPECT_EQ (find (startingPoints(), "Mine"), nullptr);
    EXPECT_TRUE (std::filesystem::exists (userTemplatesFolder() / "Mine too.athanor"));
    EXPECT_FALSE (deleteTemplate ("Mine"));
    EXPECT_FALSE (deleteTemplate ("Ember")) << "what comes with the program stays";
    EXPECT_TRUE (session.actions().run ("file.deleteTemplate", { { "name", "Mine too" } }));
    EXPECT_FALSE (std::filesystem::exists (userTemplatesFolder() / "Mine too.athanor"));
}

} // namespace athanor
