// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetShelf.h"

#include "App/PatchFiles.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

struct PresetShelfTest : testing::Test
{
    PresetShelfTest()
    {
        write ("factory/Bass/Low Tide.json", "Low Tide");
        write ("user/My Own.json", "My Own", "Lead");
        write ("others/Bank/Presets/Gift.vital", "Gift");
    }

    void write (const fs::path& place, const std::string& name, const std::string& style = {})
    {
        PatchSpec patch;
        patch.name = name;
        patch.style = style;
        patch.tags = { "given" };
        fs::create_directories ((folder.path / place).parent_path());
        ASSERT_TRUE (savePatchAs (patch, folder.path / place));
    }

    PresetPlaces places() const { return { folder.path / "library.sqlite", folder.path / "factory", folder.path / "user" }; }

    static std::vector<std::string> names (const PresetShelf& shelf)
    {
        std::vector<std::string> found;

        for (const auto& item : shelf.index().items())
            found.push_back (item.name);

        std::ranges::sort (found);
        return found;
    }

    TemporaryFolder folder;
    const fs::path tide = folder.path / "factory/Bass/Low Tide.json", own = folder.path / "user/My Own.json", gift = folder.path / "others/Bank/Presets/Gift.vital";
    using Names = std::vector<std::string>;
};
} // namespace

TEST_F (PresetShelfTest, holdsWhatCameWithTheProgramAndWhatIsTheMusiciansOwn)
{
    PresetShelf shelf (places());
    EXPECT_TRUE (shelf.index().items().empty()) << "nobody has looked yet";
    shelf.look();
    shelf.settle();
    EXPECT_EQ (names (shelf), (Names { "Low Tide", "My Own" }));
    EXPECT_EQ (shelf.find (tide)->category, "Bass") << "by its folder";
    EXPECT_TRUE (shelf.find (tide)->isFactory);
    EXPECT_EQ (shelf.find (own)->category, "Lead") << "by its style";
    EXPECT_FALSE (shelf.find (own)->isFactory);
}

TEST_F (PresetShelfTest, whatIsKnownIsThereBeforeAnybodyLooks)
{
    {
        PresetShelf shelf (places());
        shelf.look();
        shelf.settle();
    }

    EXPECT_EQ (names (PresetShelf (places())), (Names { "Low Tide", "My Own" }));
}

TEST_F (PresetShelfTest, aFolderComesAndGoes)
{
    {
        PresetShelf shelf (places());
        ASSERT_TRUE (shelf.setFolder (folder.path / "others", true));
        shelf.settle();
        EXPECT_EQ (names (shelf), (Names { "Gift", "Low Tide", "My Own" }));
        EXPECT_FALSE (shelf.setFolder (folder.path / "nowhere", true));
    }

    PresetShelf shelf (places());
    EXPECT_EQ (shelf.folders(), std::vector { folder.path / "others" });
    ASSERT_TRUE (shelf.setFolder (folder.path / "others", false));
    shelf.settle();
    EXPECT_EQ (names (shelf), (Names { "Low Tide", "My Own" }));
    EXPECT_TRUE (fs::exists (gift));
}

TEST_F (PresetShelfTest, heartsAndTagsAreKeptWithoutTouchingTheFile)
{
    const auto bytes = readWhole (tide);
    {
        PresetShelf shelf (places());
        shelf.look();
        shelf.settle();
        ASSERT_TRUE (shelf.setFavourite (tide, true));
        ASSERT_TRUE (shelf.setTag (tide, "wet", true));
        EXPECT_TRUE (shelf.find (tide)->isFavourite);
        EXPECT_EQ (shelf.find (tide)->tags, (std::vector<std::string> { "given", "wet" }));
        EXPECT_TRUE (shelf.isOwnTag (tide, "wet"));
        EXPECT_FALSE (shelf.isOwnTag (tide, "given"));
    }

    // Another version of the program lies elsewhere.
    fs::rename (folder.path / "factory", folder.path / "newer");
    auto now = places();
    now.factory = folder.path / "newer";
    PresetShelf shelf (now);
    shelf.look();
    shelf.settle();
    const auto* moved = shelf.find (folder.path / "newer/Bass/Low Tide.json");
    ASSERT_NE (moved, nullptr);
    EXPECT_TRUE (moved->isFavourite);
    EXPECT_EQ (moved->tags, (std::vector<std::string> { "given", "wet" }));
    EXPECT_EQ (readWhole (moved->file), bytes);
    ASSERT_TRUE (shelf.setFavourite (moved->file, false));
    EXPECT_FALSE (shelf.find (moved->file)->isFavourite);
}

TEST_F (PresetShelfTest, everythingWorksWithoutALibraryUntilTheProgramEnds)
{
    auto loose = places();
    loose.library.clear();
    PresetShelf shelf (loose);
    shelf.look();
    shelf.settle();
    EXPECT_EQ (names (shelf), (Names { "Low Tide", "My Own" }));
    ASSERT_TRUE (shelf.setFavourite (own, true));
    EXPECT_TRUE (shelf.find (own)->isFavourite);
}

TEST_F (PresetShelfTest, tellsWhenItHasChanged)
{
    PresetShelf shelf (places());
    int changes = 0;
    const auto listening = shelf.onChange.add ([&] { ++changes; });
    shelf.look();
    shelf.settle();
    EXPECT_GE (changes, 1);
    const auto before = changes;
    EXPECT_FALSE (shelf.update());
    EXPECT_EQ (changes, before);
    write ("user/New.json", "New");
    shelf.add (folder.path / "user/New.json");
    EXPECT_EQ (changes, before + 1);
    EXPECT_NE (shelf.find (folder.path / "user/New.json"), nullptr);
}

} // namespace athanor
