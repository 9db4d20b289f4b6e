// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetScan.h"

#include "App/PatchFiles.h"
#include "Store/AtomicFile.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

struct PresetScanTest : testing::Test
{
    fs::path write (const fs::path& place, const std::string& name)
    {
        PatchSpec patch;
        patch.name = name;
        fs::create_directories ((folder.path / place).parent_path());
        EXPECT_TRUE (savePatchAs (patch, folder.path / place));
        return folder.path / place;
    }

    /** Names that were read, and keeps everything in `known`. */
    std::vector<std::string> look (const std::vector<fs::path>& folders)
    {
        std::vector<std::string> names;
        gone.clear();

        scanPresets (
            folders, KnownPresets (known), [&] (const ScanPart& part) {
                for (const auto& preset : part.read)
                {
                    names.push_back (preset.name);
                    known.insert_or_assign (preset.file.native(), preset);
                }

                for (const auto& file : part.missing)
                {
                    gone.push_back (file);
                    known.erase (file.native());
                } },
            [] { return false; });
        return names;
    }

    TemporaryFolder folder;
    KnownPresets known;
    std::vector<fs::path> gone;
    using Names = std::vector<std::string>;
};
} // namespace

TEST_F (PresetScanTest, presetsOfBothKindsAreFoundInAllFoldersBelow)
{
    write ("Bass/One.json", "One");
    write ("Deep/er/Two.vital", "Two");
    EXPECT_EQ (look ({ folder.path }), (Names { "One", "Two" }));
}

TEST_F (PresetScanTest, whatIsKnownIsNotReadAgainUntilItIsWritten)
{
    const auto file = write ("One.json", "One");
    EXPECT_EQ (look ({ folder.path }), Names { "One" });
    EXPECT_EQ (look ({ folder.path }), Names {});
    write ("One.json", "Another one");
    EXPECT_EQ (look ({ folder.path }), Names { "Another one" });
    EXPECT_EQ (known.size(), 1u);
}

TEST_F (PresetScanTest, whatIsGoneIsTold)
{
    const auto file = write ("One.json", "One");
    look ({ folder.path });
    fs::remove (file);
    look ({ folder.path });
    EXPECT_EQ (gone, std::vector { file });
}

TEST_F (PresetScanTest, presetsOfAFolderThatIsNotPluggedInAreKept)
{
    write ("stick/One.json", "One");
    look ({ folder.path / "stick" });
    fs::rename (folder.path / "stick", folder.path / "away");
    look ({ folder.path / "stick" });
    EXPECT_TRUE (gone.empty());
    look ({});
    EXPECT_EQ (gone.size(), 1u) << "the folder is not looked into any more";
}

TEST_F (PresetScanTest, aBrokenPresetIsListedWithItsSentenceAndOtherFilesAreNot)
{
    ASSERT_TRUE (writeFile (folder.path / "Torn.vital", "{\"settings\": "));
    ASSERT_TRUE (writeFile (folder.path / "package.json", "{\"name\": \"something else\"}"));
    ASSERT_TRUE (writeFile (folder.path / "readme.txt", "hello"));
    EXPECT_EQ (look ({ folder.path }), Names { "Torn" });
    EXPECT_EQ (known.begin()->second.problem.back(), '.');
}

TEST_F (PresetScanTest, aFolderIsReadOnceThoughItIsNamedTwice)
{
    write ("Bass/One.json", "One");
    EXPECT_EQ (look ({ folder.path, folder.path / "Bass" }), Names { "One" });
}

TEST_F (PresetScanTest, stopsWhenNobodyWantsToKnow)
{
    write ("One.json", "One");
    write ("Two.json", "Two");
    int asked = 0;
    scanPresets (
        { folder.path }, {}, [] (const ScanPart& part) { EXPECT_TRUE (part.missing.empty()); }, [&] { return ++asked > 1; });
    EXPECT_EQ (asked, 2);
}

} // namespace athanor
