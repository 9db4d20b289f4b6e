// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/TimbreJob.h"

#include "App/Jobs/JobDesk.h"
#include "App/PatchFiles.h"
#include "App/Presets/PresetShelf.h"
#include "App/Presets/PresetTimbre.h"
#include "Store/AtomicFile.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <thread>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
using namespace std::chrono_literals;

struct TimbreJobTest : testing::Test
{
    fs::path write (const char* name, float transpose)
    {
        PatchSpec patch;
        patch.name = name;
        patch.values[Control::osc_1_transpose] = transpose;
        const auto file = folder.path / "Presets" / (std::string (name) + ".json");
        fs::create_directories (file.parent_path());
        EXPECT_TRUE (savePatchAs (patch, file));
        return file;
    }

    /** Orders it and waits until every preset is known that can be. */
    void listen()
    {
        JobDesk desk ({ .library = library, .artifacts = folder.path / "Artifacts", .niceness = 0, .tick = 5ms });
        desk.measurePresets();
        desk.settle();
        const auto table = *PresetTable::open (*Library::open (library));

        while (! table.unmeasured (presetTimbreVersion, 1).empty())
            std::this_thread::sleep_for (1ms);
    }

    TemporaryFolder folder;
    const fs::path library = folder.path / "library.sqlite";
};
} // namespace

TEST_F (TimbreJobTest, everyPresetOfTheLibraryIsListenedToOnce)
{
    const auto low = write ("Low", -12), high = write ("High", 24);
    ASSERT_TRUE (writeFile (folder.path / "Presets/Torn.vital", "{\"settings\": {}, \"settings\": []}"));
    PresetShelf shelf ({ library, {}, folder.path / "Presets" });
    shelf.look();
    shelf.settle();
    listen();
    const auto sounds = shelf.sounds (presetTimbreVersion);
    ASSERT_EQ (sounds.count (low.string()), 1u);
    EXPECT_EQ (timbreFrom (sounds.at (low.string())), timbreOfPatch (loadPatch (low)->patch));
    EXPECT_GT (timbreFrom (sounds.at (high.string())).brightness, 1.3 * timbreFrom (sounds.at (low.string())).brightness);

    shelf.keepSound (low, presetTimbreVersion, numbersOf (Timbre()));
    write ("New", 0);
    shelf.look();
    shelf.settle();
    listen();
    EXPECT_EQ (shelf.sounds (presetTimbreVersion).count ((folder.path / "Presets/New.json").string()), 1u);
    EXPECT_EQ (timbreFrom (shelf.sounds (presetTimbreVersion).at (low.string())), Timbre()) << "what is known is not listened to again";
}

} // namespace athanor
