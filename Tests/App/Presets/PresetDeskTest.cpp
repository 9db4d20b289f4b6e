// SPDX-License-Identifier: GPL-3.0-or-later
// Presets as a musician uses them, through the actions.
#include "App/Presets/PresetDesk.h"

#include "App/PatchFiles.h"
#include "App/Session.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

struct PresetDeskTest : testing::Test
{
    PresetDeskTest()
    {
        own ("Bass/Deep.json", "Qq Deep", 1);
        own ("Bass/Round.json", "Qq Round", 13);
        own ("Pad/Wide.json", "Qq Wide", 37);
        EXPECT_TRUE (run ("preset.search", { { "words", "qq" } }));
        instrument = session.selection().instrument;
    }

    fs::path own (const char* place, const char* name, float transpose)
    {
        PatchSpec patch;
        patch.name = name;
        patch.values[Control::osc_1_transpose] = transpose;
        const auto file = folder.path / "data/Presets" / place;
        fs::create_directories (file.parent_path());
        EXPECT_TRUE (savePatchAs (patch, file));
        return file;
    }

    Result<Value> run (const std::string& id, Arguments arguments = {}) { return session.actions().run (id, std::move (arguments)); }

    std::vector<std::string> listed()
    {
        std::vector<std::string> names;

        for (std::size_t i = 0; i < session.presets().list().size(); ++i)
            names.push_back (session.presets().listed (i).name);

        return names;
    }

    std::string playing() { return session.patchOf (instrument) != nullptr ? session.patchOf (instrument)->name : "no synth"; }

    float transpose() { return session.patchOf (instrument)->values[Control::osc_1_transpose]; }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", folder.path.string() };
    Session session;
    InstrumentId instrument;
    using Names = std::vector<std::string>;
};
} // namespace

TEST_F (PresetDeskTest, aSearchIsAListThatNextAndPreviousWalkThrough)
{
    EXPECT_EQ (listed(), (Names { "Qq Deep", "Qq Round", "Qq Wide" }));
    ASSERT_TRUE (run ("patch.next"));
    EXPECT_EQ (playing(), "Qq Deep");
    ASSERT_TRUE (run ("patch.next"));
    EXPECT_EQ (playing(), "Qq Round");
    ASSERT_TRUE (run ("patch.previous"));
    ASSERT_TRUE (run ("patch.previous"));
    EXPECT_EQ (playing(), "Qq Wide") << "all around";
    ASSERT_TRUE (run ("preset.search", { { "words", "qq" }, { "category", "Bass" } }));
    ASSERT_TRUE (run ("patch.previous"));
    EXPECT_EQ (playing(), "Qq Round") << "the one before is none of the list: its last";
    ASSERT_TRUE (run ("preset.search", { { "words", "of this name there is none" } }));
    EXPECT_FALSE (run ("patch.next"));
    EXPECT_EQ (playing(), "Qq Round");
}

TEST_F (PresetDeskTest, aSearchTellsAScriptWhatItFound)
{
    const auto told = run ("preset.search", { { "words", "qq wide" } });
    ASSERT_TRUE (told);
    const auto* list = told->as<Value::List>();
    ASSERT_NE (list, nullptr);
    ASSERT_EQ (list->size(), 1u);
    EXPECT_EQ (*list->front().part ("name"), Value ("Qq Wide"));
    EXPECT_EQ (*list->front().part ("category"), Value ("Pad"));
}

TEST_F (PresetDeskTest, factoryPresetsAreAmongThem)
{
    ASSERT_TRUE (run ("preset.search"));
    EXPECT_GE (session.presets().list().size(), 90u);
    EXPECT_EQ (session.presets().shelf.index().categories().count ("Bell"), 1u);
}

TEST_F (PresetDeskTest, loadingIsOneStepThatCanBeTakenBack)
{
    ASSERT_TRUE (run ("preset.load", { { "file", (folder.path / "data/Presets/Bass/Deep.json").string() } }));
    EXPECT_EQ (playing(), "Qq Deep");
    EXPECT_EQ (session.presets().presetOf (instrument), folder.path / "data/Presets/Bass/Deep.json");
    session.undo();
    EXPECT_EQ (playing(), "no synth");
    EXPECT_FALSE (run ("preset.load", { { "file", "/nowhere.json" } }));
}

TEST_F (PresetDeskTest, comparingGoesToWhatWasPlayedBeforeAndBack)
{
    ASSERT_TRUE (run ("patch.next"));
    ASSERT_TRUE (run ("patch.next"));
    ASSERT_TRUE (run ("preset.compare"));
    EXPECT_EQ (playing(), "Qq Deep");
    EXPECT_EQ (session.project().instruments.find (instrument)->name, "Qq Deep");
    EXPECT_TRUE (session.presets().isComparing (instrument));
    ASSERT_TRUE (run ("preset.compare"));
    EXPECT_EQ (playing(), "Qq Round");
    EXPECT_FALSE (session.presets().isComparing (instrument));
}

TEST_F (PresetDeskTest, comparingATurnedPatchGoesToHowItWasLoadedAndLosesNothing)
{
    ASSERT_TRUE (run ("patch.next"));
    ASSERT_TRUE (run ("patch.setControl", { { "control", "osc_1_transpose" }, { "value", 7.0 } }));
    ASSERT_TRUE (run ("preset.compare"));
    EXPECT_EQ (transpose(), 1);
    ASSERT_TRUE (run ("patch.setControl", { { "control", "osc_1_transpose" }, { "value", -5.0 } }));
    ASSERT_TRUE (run ("preset.compare"));
    EXPECT_EQ (transpose(), 7) << "what was done meanwhile is on the other side";
    ASSERT_TRUE (run ("preset.compare"));
    EXPECT_EQ (transpose(), -5);
    session.undo();
    EXPECT_EQ (transpose(), 7) << "each is a step";
}

TEST_F (PresetDeskTest, thereIsASentenceWhileThereIsNothingToCompare)
{
    EXPECT_FALSE (run ("preset.compare")) << "no synth";
    ASSERT_TRUE (run ("patch.next"));
    const auto compared = run ("preset.compare");
    ASSERT_FALSE (compared);
    EXPECT_EQ (compared.failure().message.back(), '.');
}

TEST_F (PresetDeskTest, aPatchIsKeptWithItsLabelsAndNeverOverAnother)
{
    ASSERT_TRUE (run ("patch.next"));
    ASSERT_TRUE (run ("patch.setControl", { { "control", "osc_1_transpose" }, { "value", 7.0 } }));
    const Arguments labels { { "name", "Qq Mine" }, { "author", "Me" }, { "category", "Lead" }, { "comments", "Loud." }, { "tags", "warm, sharp,warm" } };
    const auto saved = run ("preset.save", labels);
    ASSERT_TRUE (saved) << saved.failure().message;
    EXPECT_EQ (*saved, Value ((folder.path / "data/Presets/Lead/Qq Mine.json").string()));
    const auto* item = session.presets().shelf.find (folder.path / "data/Presets/Lead/Qq Mine.json");
    ASSERT_NE (item, nullptr) << "it is listed at once";
    EXPECT_EQ (item->author, "Me");
    EXPECT_EQ (item->category, "Lead");
    EXPECT_EQ (item->comments, "Loud.");
    EXPECT_EQ (item->tags, (Names { "sharp", "warm" }));
    EXPECT_EQ (loadPatch (item->file)->patch.values[Control::osc_1_transpose], 7);
    EXPECT_EQ (loadPatch (item->file)->patch.style, "Lead");
    EXPECT_EQ (playing(), "Qq Mine") << "the instrument plays it now";
    EXPECT_EQ (listed().size(), 4u) << "the list is what was searched for";

    ASSERT_TRUE (run ("patch.setControl", { { "control", "osc_1_transpose" }, { "value", 9.0 } }));
    EXPECT_FALSE (run ("preset.save", labels));
    EXPECT_EQ (loadPatch (item->file)->patch.values[Control::osc_1_transpose], 7);
    auto replacing = labels;
    replacing["replace"] = true;
    ASSERT_TRUE (run ("preset.save", replacing));
    EXPECT_EQ (loadPatch (folder.path / "data/Presets/Lead/Qq Mine.json")->patch.values[Control::osc_1_transpose], 9);
}

TEST_F (PresetDeskTest, aNameCannotLeaveTheMusiciansFolder)
{
    ASSERT_TRUE (run ("patch.next"));
    const auto saved = run ("preset.save", { { "name", "../../Qq out" }, { "category", ".." } });
    ASSERT_TRUE (saved);
    const fs::path file = *saved->as<std::string>();
    EXPECT_TRUE (file.lexically_normal().string().starts_with ((folder.path / "data/Presets").string())) << file;
    EXPECT_TRUE (fs::exists (file));
    EXPECT_FALSE (run ("preset.save", { { "name", " / " } }));
}

TEST_F (PresetDeskTest, heartsAndTagsArePutOnThePresetThatPlays)
{
    EXPECT_FALSE (run ("preset.favourite")) << "nothing plays";
    ASSERT_TRUE (run ("patch.next"));
    EXPECT_EQ (*run ("preset.favourite"), Value (true));
    EXPECT_EQ (*run ("preset.tag", { { "tag", "wet" } }), Value (true));
    ASSERT_TRUE (run ("preset.search", { { "favourites", true } }));
    EXPECT_EQ (listed(), Names { "Qq Deep" });
    ASSERT_TRUE (run ("preset.search", { { "tags", "wet" } }));
    EXPECT_EQ (listed(), Names { "Qq Deep" });
    EXPECT_EQ (*run ("preset.tag", { { "tag", "wet" } }), Value (false));
    EXPECT_TRUE (listed().empty());
    EXPECT_FALSE (run ("preset.tag", { { "tag", " " } }));
    EXPECT_EQ (*run ("preset.favourite"), Value (false));
}

TEST_F (PresetDeskTest, similarSoundsStandNearestFirst)
{
    const auto deep = (folder.path / "data/Presets/Bass/Deep.json").string(), round = (folder.path / "data/Presets/Bass/Round.json").string(), wide = (folder.path / "data/Presets/Pad/Wide.json").string();

    for (const auto& file : { wide, round, deep })
        ASSERT_TRUE (run ("preset.similar", { { "file", file } })) << "each is listened to by the way";

    EXPECT_EQ (listed(), (Names { "Qq Deep", "Qq Round", "Qq Wide" })) << "an octave and three octaves higher";
    EXPECT_EQ (session.presets().query().similarTo, "Qq Deep");
    ASSERT_TRUE (run ("preset.similar", { { "file", wide } }));
    EXPECT_EQ (listed(), (Names { "Qq Wide", "Qq Round", "Qq Deep" }));
    ASSERT_TRUE (run ("patch.next"));
    EXPECT_EQ (playing(), "Qq Wide") << "next walks through this list, too";

    ASSERT_TRUE (run ("patch.setControl", { { "control", "osc_1_transpose" }, { "value", 1.0 } }));
    ASSERT_TRUE (run ("preset.similar"));
    EXPECT_EQ (listed().front(), "Qq Deep") << "the patch as it is turned now";
    ASSERT_TRUE (run ("preset.search", { { "words", "qq" } }));
    EXPECT_EQ (listed().size(), 3u);
    EXPECT_FALSE (run ("preset.similar", { { "file", "/nowhere.json" } }));
}

TEST_F (PresetDeskTest, aPresetOnATrackIsPlayedByItsOwnInstrument)
{
    const auto isNotes = [] (const auto& entry) { return entry.second->kind == TrackKind::note; };
    const auto track = std::ranges::find_if (session.project().tracks, isNotes)->first;
    session.edit ("free the track", [&] (Project& project) { project.tracks.edit (track).instrument = {}; });
    const auto before = session.project().instruments.size();
    const Arguments put { { "file", (folder.path / "data/Presets/Bass/Deep.json").string() }, { "track", toHex (track.value) } };
    ASSERT_TRUE (run ("preset.toTrack", put));
    EXPECT_EQ (session.project().instruments.size(), before + 1);
    const auto own = session.project().tracks.find (track)->instrument;
    EXPECT_EQ (session.patchOf (own)->name, "Qq Deep");
    EXPECT_EQ (session.selection().instrument, own);
    EXPECT_EQ (session.selection().cursor.track, track);

    ASSERT_TRUE (run ("preset.toTrack", { { "file", (folder.path / "data/Presets/Pad/Wide.json").string() }, { "track", toHex (track.value) } }));
    EXPECT_EQ (session.project().instruments.size(), before + 1) << "the same instrument plays another one";
    EXPECT_EQ (session.patchOf (own)->name, "Qq Wide");
    EXPECT_FALSE (run ("preset.toTrack", { { "file", "/nowhere.json" }, { "track", toHex (track.value) } }));
    EXPECT_FALSE (run ("preset.toTrack", { { "file", put.at ("file") }, { "track", "0" } }));
}

TEST_F (PresetDeskTest, aPreviewIsHeardAndTheProjectIsNotTouched)
{
    const auto before = session.project();
    ASSERT_TRUE (run ("preset.preview", { { "file", (folder.path / "data/Presets/Bass/Deep.json").string() } }));
    EXPECT_EQ (session.presets().previewed(), folder.path / "data/Presets/Bass/Deep.json");
    EXPECT_TRUE (session.project() == before);
    session.presets().stopPreview();
    EXPECT_TRUE (session.presets().previewed().empty());
}

TEST_F (PresetDeskTest, thePresetOfAPatchIsFoundByItsNameToo)
{
    ASSERT_TRUE (session.open (folder.path / "data/Presets/Pad/Wide.json"));
    instrument = session.selection().instrument;
    EXPECT_EQ (session.presets().presetOf (instrument), folder.path / "data/Presets/Pad/Wide.json");
    EXPECT_EQ (session.presets().labelsOf (instrument).category, "Pad");
}

} // namespace athanor
