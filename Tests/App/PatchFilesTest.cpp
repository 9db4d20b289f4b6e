// SPDX-License-Identifier: GPL-3.0-or-later
// Patches are opened, told about, and turned from one kind of file into the other.
#include "App/PatchFiles.h"

#include "App/CommandLineTools.h"
#include "App/LoadProject.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Vital/VitalFile.h"
#include "Store/AtomicFile.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{

class PatchFilesTest : public testing::Test
{
protected:
    PatchFilesTest()
    {
        patch.name = "Evening";
        patch.author = "Somebody";
        patch.style = "Pad";
        patch.values[Control::osc_1_unison_voices] = 5;
        patch.values[Control::filter_2_on] = 1;
        patch.values[Control::filter_2_model] = 2;
        patch.values[Control::reverb_on] = patch.values[Control::distortion_on] = patch.values[Control::chorus_on] = 1;
        patch.values[Control::effect_chain_order] = 57'501; // distortion … chorus … reverb
        patch.slots[3] = { PatchSource::macro_control_6, Control::filter_2_cutoff, {}, {}, {} };
        patch.macros[5].name = "Glow";
        patch.wavetables[0].name = "Dusk";
        patch.unknownSettings["random_values"] = "[1]";
    }

    std::filesystem::path saved (const char* name)
    {
        EXPECT_TRUE (savePatchAs (patch, folder.path / name));
        return folder.path / name;
    }

    TemporaryFolder folder;
    PatchSpec patch;
};

TEST_F (PatchFilesTest, AreToldByWhatIsInThem)
{
    EXPECT_TRUE (isPatchFile (saved ("a.vital")));
    EXPECT_TRUE (isPatchFile (saved ("a.json")));
    ASSERT_TRUE (writeFile (folder.path / "b.json", "{\"a\": 1}"));
    EXPECT_FALSE (isPatchFile (folder.path / "b.json"));
    EXPECT_FALSE (isPatchFile (folder.path));
}

TEST_F (PatchFilesTest, AreOpenedAsTheyWereSaved)
{
    const auto ours = loadPatch (saved ("a.json"));
    ASSERT_TRUE (ours);
    EXPECT_EQ (ours->patch, patch);
    EXPECT_EQ (ours->kind, "Athanor patch");
    EXPECT_EQ (loadPatch (saved ("a.vital"))->kind, "Vital preset");
}

TEST_F (PatchFilesTest, GetTheNameOfTheirFileWhereTheyHaveNone)
{
    patch.name.clear();
    EXPECT_EQ (loadPatch (saved ("Dawn.vital"))->patch.name, "Dawn");
}

TEST_F (PatchFilesTest, OnlyKnownEndingsAreWritten)
{
    const auto result = savePatchAs (patch, folder.path / "a.txt");
    ASSERT_FALSE (result);
    EXPECT_EQ (result.failure().message, "\"a.txt\" does not say which kind of patch it is: end it in .vital, .json or .adg.");
}

TEST_F (PatchFilesTest, ABrokenPresetIsRefusedByName)
{
    ASSERT_TRUE (writeFile (folder.path / "broken.vital", "{"));
    const auto result = loadPatch (folder.path / "broken.vital");
    ASSERT_FALSE (result);
    EXPECT_EQ (result.failure().message, "\"broken.vital\" was not opened. This is not a preset of Vital, or it is damaged.");
}

TEST_F (PatchFilesTest, AreDescribed)
{
    const auto text = describePatch ({ patch, { "A remark." }, "Vital preset" });
    EXPECT_EQ (text, "Vital preset \"Evening\" by Somebody, Pad.\n"
                     "Oscillators: 1 \"Dusk\", 5 in unison\n"
                     "Filters: 2 Ladder\n"
                     "Effects: distortion; chorus; reverb\n"
                     "Wavetables: Dusk; Init; Init\n"
                     "Macros: 6 Glow\n"
                     "Modulations: 1 of 64: macro_control_6 to filter_2_cutoff\n"
                     "Kept, but not understood: random_values\n"
                     "- A remark.");
}

TEST_F (PatchFilesTest, ConvertAndInfoTakeThem)
{
    const auto there = tools::convert (saved ("a.json"), folder.path / "b.vital");
    ASSERT_TRUE (there) << there.failure().message;
    EXPECT_NE (there->text.find ("macro 6 (Glow) stays where it is"), std::string::npos) << there->text;

    const auto back = tools::convert (folder.path / "b.vital", folder.path / "c.json");
    ASSERT_TRUE (back) << back.failure().message;
    EXPECT_EQ (loadPatch (folder.path / "c.json")->patch, loadPatch (folder.path / "b.vital")->patch);

    const auto told = tools::info (folder.path / "c.json");
    ASSERT_TRUE (told) << told.failure().message;
    EXPECT_EQ (*told->data.part ("name"), Value ("Evening"));
    EXPECT_TRUE (told->text.starts_with ("Athanor patch \"Evening\" by Somebody, Pad."));
}

TEST_F (PatchFilesTest, GoToLiveAndComeBack)
{
    const auto rack = loadPatch (saved ("a.adg"));
    ASSERT_TRUE (rack) << rack.failure().message;
    EXPECT_EQ (rack->kind, "Ableton rack with Vital");
    EXPECT_EQ (rack->patch, loadPatch (saved ("a.vital"))->patch);
    ASSERT_TRUE (writeFile (folder.path / "b.adg", "no rack"));
    EXPECT_FALSE (loadPatch (folder.path / "b.adg"));
    EXPECT_TRUE (loadProject (folder.path / "a.adg"));
}

TEST_F (PatchFilesTest, AreTakenOutOfBundles)
{
    auto parts = BundleParts { .patch = patch, .category = "pad", .request = {}, .origin = Value::Parts { { "seed", "7" } }, .why = "", .flac = "", .ogg = "", .svg = "", .png = "" };
    const auto bundle = writeBundle (parts);
    ASSERT_TRUE (bundle) << bundle.failure().detail;
    const auto file = folder.path / bundle->fileName;
    ASSERT_TRUE (writeFile (file, bundle->bytes));
    EXPECT_TRUE (isPatchFile (file));

    const auto loaded = loadPatch (file);
    ASSERT_TRUE (loaded) << loaded.failure().message;
    EXPECT_EQ (loaded->kind, "Athanor bundle");
    EXPECT_EQ (loaded->patch.values, patch.values);
    EXPECT_EQ (loaded->patch.origin, "{\"seed\":\"7\"}") << "how it came to be comes with it";
    EXPECT_TRUE (tools::info (file)->text.starts_with ("Athanor bundle \"Evening\""));
    ASSERT_TRUE (tools::convert (file, folder.path / "d.vital"));
    EXPECT_EQ (readWhole (folder.path / "d.vital"), *writeVital (loaded->patch));
    EXPECT_TRUE (loadProject (file)) << "and plays as a song of one track";

    ASSERT_TRUE (writeFile (file, bundle->bytes.substr (0, bundle->bytes.size() - 400)));
    EXPECT_FALSE (loadPatch (file));
}

} // namespace

} // namespace athanor
