// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Preferences.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

#include <fstream>

namespace athanor
{

namespace
{
struct PreferencesTest : testing::Test
{
    TemporaryFolder folder;
    const std::filesystem::path library = folder.path / "library.sqlite";
    const Action undo { "edit.undo", "Undo", "Takes it back.", "ctrl + Z", "", {}, {}, {} };

    std::filesystem::path file (const char* name) const
    {
        std::ofstream (folder.path / name) << "song";
        return folder.path / name;
    }
};
} // namespace

TEST_F (PreferencesTest, rememberWhatWasChosenUntilTheNextStart)
{
    {
        Preferences preferences;
        ASSERT_TRUE (preferences.open (library));
        preferences.set ("look.theme", "light");
        preferences.set ("look.scale", 1.5);
        preferences.setShortcut (undo, "F3");
        preferences.addRecent (file ("one.xm"), "One");
    }
    Preferences preferences;
    EXPECT_EQ (preferences.text ("look.theme", "dark"), "dark");
    ASSERT_TRUE (preferences.open (library));
    EXPECT_EQ (preferences.text ("look.theme", "dark"), "light");
    EXPECT_EQ (preferences.number ("look.scale", 1), 1.5);
    EXPECT_EQ (preferences.shortcutOf (undo), "F3");
    ASSERT_EQ (preferences.recentFiles().size(), 1u);
    EXPECT_EQ (preferences.recentFiles().front().title, "One");
}

TEST_F (PreferencesTest, holdWithoutALibraryForAsLongAsTheyLive)
{
    Preferences preferences;
    preferences.set ("welcome.show", false);
    preferences.addRecent (file ("one.xm"), "");
    EXPECT_FALSE (preferences.truth ("welcome.show", true));
    EXPECT_EQ (preferences.recentFiles().front().title, "one") << "a file without a title has its name";
}

TEST_F (PreferencesTest, tellWhoWantsToKnowOnlyOfWhatChanged)
{
    Preferences preferences;
    auto calls = 0;
    const auto subscription = preferences.onChange.add ([&] { ++calls; });
    preferences.set ("look.theme", "light");
    preferences.set ("look.theme", "light");
    EXPECT_EQ (calls, 1);
}

TEST_F (PreferencesTest, giveBackTheFirstKeysOfAnAction)
{
    Preferences preferences;
    preferences.setShortcut (undo, "F3");
    EXPECT_TRUE (preferences.isRebound (undo));
    preferences.resetShortcut (undo.id);
    EXPECT_EQ (preferences.shortcutOf (undo), "ctrl + Z");

    preferences.setShortcut (undo, "F3");
    preferences.setShortcut (undo, "ctrl + Z");
    EXPECT_FALSE (preferences.isRebound (undo)) << "the keys it had at first are no choice";
}

TEST_F (PreferencesTest, listRecentFilesOnceAndOnlyThoseThatAreThere)
{
    Preferences preferences;
    preferences.addRecent (file ("one.xm"), "One");
    preferences.addRecent (file ("two.xm"), "Two");
    preferences.addRecent (file ("one.xm"), "One");
    ASSERT_EQ (preferences.recentFiles().size(), 2u);
    EXPECT_EQ (preferences.recentFiles().front().title, "One");

    std::filesystem::remove (folder.path / "one.xm");
    EXPECT_EQ (preferences.recentFiles().size(), 1u);
}

TEST_F (PreferencesTest, beginAnewWhenTheLibraryIsDamaged)
{
    std::ofstream (library) << std::string (9'000, 'x');
    Preferences preferences;
    const auto opened = preferences.open (library);
    ASSERT_TRUE (opened);
    EXPECT_NE (opened->find ("damaged"), std::string::npos);
}

} // namespace athanor
