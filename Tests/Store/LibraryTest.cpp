// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Library.h"

#include "Store/AtomicFile.h"
#include "Store/ProjectFolder.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
using namespace std::chrono_literals;

constexpr TimePoint noon { std::chrono::seconds { 1'795'262'400 } };
} // namespace

TEST (Library, listsRecentProjectsLastFirstAndEachOnce)
{
    const TemporaryFolder folder;
    {
        const auto library = *Library::open (folder.path / "library.sqlite");
        ASSERT_TRUE (library->addRecent ("/a", "A", noon));
        ASSERT_TRUE (library->addRecent ("/b", "B", noon + 1s));
        ASSERT_TRUE (library->addRecent ("/a", "A again", noon + 2s));
        ASSERT_TRUE (library->addRecent ("/c", "C", noon + 3s));
        ASSERT_TRUE (library->forgetRecent ("/c"));
    }

    const auto recent = (*Library::open (folder.path / "library.sqlite"))->recentProjects();
    ASSERT_EQ (recent.size(), 2u);
    EXPECT_EQ (recent[0].path, "/a");
    EXPECT_EQ (recent[0].title, "A again");
    EXPECT_EQ (recent[0].opened, noon + 2s);
    EXPECT_FALSE (recent[0].isThere());
    EXPECT_EQ (recent[1].path, "/b");
}

TEST (Library, forgetsTheOldestOfManyRecentProjects)
{
    const TemporaryFolder folder;
    const auto library = *Library::open (folder.path / "library.sqlite");

    for (int i = 0; i < 60; ++i)
        ASSERT_TRUE (library->addRecent ("/" + std::to_string (i), "", noon + i * 1s));

    const auto recent = library->recentProjects();
    EXPECT_EQ (recent.size(), 40u);
    EXPECT_EQ (recent.back().path, "/20");
}

TEST (Library, findsWhatIsTagged)
{
    const TemporaryFolder folder;
    const auto library = *Library::open (folder.path / "library.sqlite");
    ASSERT_TRUE (library->setTag ("preset/bell", Library::favourite, true));
    ASSERT_TRUE (library->setTag ("preset/bell", Library::favourite, true)) << "twice is once";
    ASSERT_TRUE (library->setTag ("preset/bell", "glass", true));
    ASSERT_TRUE (library->setTag ("preset/pad", Library::favourite, true));
    ASSERT_TRUE (library->setTag ("preset/pad", Library::favourite, false));

    EXPECT_EQ (library->tagsOf ("preset/bell"), (std::set<std::string> { "favourite", "glass" }));
    EXPECT_EQ (library->itemsWith (Library::favourite), std::set<std::string> { "preset/bell" });
    EXPECT_EQ (library->tags(), (std::set<std::string> { "favourite", "glass" }));
}

TEST (Library, isBegunAnewWhenItIsDamaged)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "library.sqlite";
    ASSERT_TRUE (writeFile (file, std::string (5'000, 'x')));

    std::string note;
    const auto library = Library::open (file, &note);
    ASSERT_TRUE (library);
    EXPECT_FALSE (note.empty());
    EXPECT_EQ (readWhole (folder.path / "library.damaged.sqlite"), std::string (5'000, 'x')) << "what was there is kept";
}

TEST (Templates, areTheProjectsOfAllFoldersByName)
{
    const TemporaryFolder mine, theirs;
    ASSERT_TRUE (ProjectFolder::create (mine.path / "Techno.athanor", Project()));
    ASSERT_TRUE (ProjectFolder::create (theirs.path / "Techno.athanor", Project()));
    ASSERT_TRUE (ProjectFolder::create (theirs.path / "Ambient.athanor", Project()));
    std::filesystem::create_directory (theirs.path / "Empty.athanor");

    const auto templates = findTemplates ({ mine.path, theirs.path, theirs.path / "missing" });
    ASSERT_EQ (templates.size(), 2u);
    EXPECT_EQ (templates[0].name, "Ambient");
    EXPECT_EQ (templates[1].path, mine.path / "Techno.athanor");
}

} // namespace athanor
