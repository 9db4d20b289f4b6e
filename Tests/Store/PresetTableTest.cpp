// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/PresetTable.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct PresetTableTest : testing::Test
{
    PresetTable open() { return *PresetTable::open (*Library::open (folder.path / "library.sqlite")); }

    TemporaryFolder folder;
    const StoredPreset warm { "/a/Warm.json", 100, 7, "Warm", "Somebody", "Soft.", "Pad", { "soft", "wide" }, "" };
    const StoredPreset broken { "/a/Broken.vital", 3, 9, "Broken", "", "", "", {}, "The file is damaged." };
};
} // namespace

TEST_F (PresetTableTest, remembersPresetsByTheirFiles)
{
    {
        auto table = open();
        ASSERT_TRUE (table.put (std::array { warm, broken }));
    }

    EXPECT_EQ (open().all(), (std::vector { broken, warm }));
    auto changed = warm;
    changed.name = "Warmer";
    changed.changed = 8;
    ASSERT_TRUE (open().put (std::array { changed }));
    EXPECT_EQ (open().all(), (std::vector { broken, changed }));
    ASSERT_TRUE (open().forget (std::array { broken.file }));
    EXPECT_EQ (open().all(), std::vector { changed });
}

TEST_F (PresetTableTest, remembersFoldersInTheirOrder)
{
    auto table = open();
    ASSERT_TRUE (table.setFolder ("/b", true));
    ASSERT_TRUE (table.setFolder ("/a", true));
    ASSERT_TRUE (table.setFolder ("/b", true));
    EXPECT_EQ (table.folders(), (std::vector<std::filesystem::path> { "/b", "/a" }));
    ASSERT_TRUE (table.setFolder ("/b", false));
    EXPECT_EQ (table.folders(), std::vector<std::filesystem::path> { "/a" });
}

TEST_F (PresetTableTest, aSoundIsForgottenWhenItsFileIsWrittenAnew)
{
    auto table = open();
    ASSERT_TRUE (table.put (std::array { warm, broken }));
    EXPECT_EQ (table.unmeasured (1, 9), std::vector { warm.file }) << "nobody can play what is broken";
    ASSERT_TRUE (table.putSound (warm.file, 1, { 0.5, -20, 3 }));
    EXPECT_TRUE (table.unmeasured (1, 9).empty());
    EXPECT_EQ (table.sounds (1).at (warm.file), (StoredSound { 0.5, -20, 3 }));

    ASSERT_TRUE (table.put (std::array { warm }));
    EXPECT_EQ (table.sounds (1).size(), 1u) << "it is the same file";
    auto changed = warm;
    changed.size = 101;
    ASSERT_TRUE (table.put (std::array { changed }));
    EXPECT_TRUE (table.sounds (1).empty());
}

TEST_F (PresetTableTest, soundsThatWereMeasuredInAnotherWayDoNotCount)
{
    auto table = open();
    ASSERT_TRUE (table.put (std::array { warm }));
    ASSERT_TRUE (table.putSound (warm.file, 1, { 1 }));
    EXPECT_TRUE (table.sounds (2).empty());
    EXPECT_EQ (table.unmeasured (2, 9), std::vector { warm.file });
}

} // namespace athanor
