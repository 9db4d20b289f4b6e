// SPDX-License-Identifier: GPL-3.0-or-later
// The synth in a project: patches are opened, loaded, turned, modulated, saved, undone, played and rendered.
#include "App/Session.h"

#include "App/Edits/SynthEdits.h"
#include "App/PatchFiles.h"
#include "App/RenderFile.h"
#include "App/SynthPatches.h"
#include "Engine/Engine.h"
#include "Formats/Patch/PatchFile.h"
#include "Media/AudioFile.h"
#include "Modules/Registry.h"
#include "Support/Files.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace athanor
{

namespace
{
PatchSpec evening()
{
    PatchSpec patch;
    patch.name = "Evening";
    patch.author = "Somebody";
    patch.tags = { "soft" };
    patch.values[Control::osc_1_transpose] = -12;
    patch.values[Control::osc_1_random_phase] = 0;
    patch.values[Control::filter_1_on] = 1;
    patch.values[Control::filter_1_cutoff] = 81.25f;
    patch.values[Control::macro_control_2] = 0.375f;
    patch.values[Control::modulation_4_amount] = 0.5f;
    patch.slots[3] = { PatchSource::macro_control_2, Control::filter_1_cutoff, PatchLine::straight(), {}, {} };
    patch.lfos[2].points[1].y = 0.1;
    patch.wavetables[0].name = "Dusk";
    patch.macros[1].name = "Glow";
    patch.macros[5].name = "Air";
    patch.macros[5].value = 0.75;
    patch.unknownSettings["random_values"] = "[1]";
    return patch;
}

struct SessionSynth : testing::Test
{
    std::filesystem::path saved (const char* name, const PatchSpec& patch = evening())
    {
        EXPECT_TRUE (savePatchAs (patch, folder.path / name));
        return folder.path / name;
    }

    Result<Value> run (const std::string& id, Arguments arguments = {}) { return session.actions().run (id, std::move (arguments)); }

    void open()
    {
        ASSERT_TRUE (session.open (saved ("Evening.vital")));
        instrument = session.project().instruments.begin()->first;
    }

    float control (Control c) { return session.patchOf (instrument)->values[c]; }

    float listen (int frames)
    {
        std::vector<float> left (static_cast<std::size_t> (frames)), right (left);
        session.player().engine().process (threads.audio, left.data(), right.data(), frames);
        float peak = 0;

        for (const auto x : left)
            peak = std::max (peak, std::abs (x));

        return peak;
    }

    TemporaryFolder folder;
    ThreadsForTests threads;
    Session session;
    InstrumentId instrument;
};
} // namespace

TEST_F (SessionSynth, aPresetOfVitalIsAProjectOfOneTrackThatIsReadyToPlay)
{
    open();
    const auto& project = session.project();
    EXPECT_EQ (project.instruments.size(), 1u);
    EXPECT_EQ (project.tracks.size(), 2u) << "one to play, and the master";
    EXPECT_EQ (project.instruments.find (instrument)->name, "Evening");
    EXPECT_EQ (session.selection().instrument, instrument);
    const auto track = std::ranges::find_if (project.tracks, [] (const auto& entry) { return entry.second->kind == TrackKind::note; })->first;
    EXPECT_EQ (listen (4'800), 0.0f);
    session.player().startNote (track, instrument, 60, 1);
    EXPECT_GT (listen (24'000), 0.01f);
}

TEST_F (SessionSynth, aPatchOfOursIsOpenedLikewise)
{
    ASSERT_TRUE (session.open (saved ("Evening.json")));
    instrument = session.project().instruments.begin()->first;
    ASSERT_NE (session.patchOf (instrument), nullptr);
    EXPECT_EQ (writePatch (*session.patchOf (instrument)), writePatch (evening()));
}

TEST_F (SessionSynth, aPatchComesBackFromTheProjectAsItWas)
{
    open();
    const auto loaded = run ("patch.load", { { "file", saved ("Evening.json").string() } });
    ASSERT_TRUE (loaded) << loaded.failure().message;
    ASSERT_TRUE (session.saveAs (folder.path / "song.athanor"));
    const auto kept = instrument;
    open(); // Something else: the song is let go of.
    ASSERT_TRUE (session.open (folder.path / "song.athanor"));
    ASSERT_NE (session.patchOf (kept), nullptr);
    EXPECT_EQ (writePatch (*session.patchOf (kept)), writePatch (evening()));
}

TEST_F (SessionSynth, aWavetableOfManyWavesComesBackFromTheProject)
{
    auto patch = evening();
    auto& source = patch.wavetables[0].groups.at (0).at (0);

    for (int i = 1; i <= 250; ++i)
    {
        auto keyframe = source.keyframes.at (0);
        auto wave = std::make_shared<std::vector<float>> (2'048);

        for (std::size_t k = 0; k < wave->size(); ++k)
            (*wave)[k] = static_cast<float> ((k * 7919 + static_cast<std::size_t> (i) * 104729) % 2003) / 2003;

        keyframe.position = i;
        keyframe.wave = wave;
        source.keyframes.push_back (keyframe);
    }

    ASSERT_TRUE (faultsOf (patch).empty()) << faultsOf (patch)[0].path << ": " << faultsOf (patch)[0].sentence;
    open();
    const auto loaded = run ("patch.load", { { "file", saved ("Many.json", patch).string() } });
    ASSERT_TRUE (loaded) << loaded.failure().message;
    ASSERT_TRUE (session.saveAs (folder.path / "song.athanor"));
    const auto kept = instrument;
    open(); // Something else: the song is let go of.
    ASSERT_TRUE (session.open (folder.path / "song.athanor"));
    EXPECT_EQ (session.patchOf (kept)->wavetables[0], patch.wavetables[0]);
}

TEST_F (SessionSynth, loadingIsOneStepAndUndoBringsBackWhatWasThere)
{
    instrument = session.selection().instrument;
    const auto before = session.project();
    ASSERT_EQ (session.patchOf (instrument), nullptr);
    ASSERT_TRUE (run ("patch.load", { { "file", saved ("Evening.vital").string() } }));
    EXPECT_EQ (session.nameOfUndo(), "load patch Evening");
    ASSERT_NE (session.patchOf (instrument), nullptr);
    EXPECT_EQ (session.patchOf (instrument)->name, "Evening");
    session.undo();
    EXPECT_EQ (session.project(), before);
    session.redo();
    EXPECT_EQ (session.patchOf (instrument)->author, "Somebody");
}

TEST_F (SessionSynth, anotherPatchLeavesNothingOfTheOneBefore)
{
    open();
    PatchSpec plain;
    plain.name = "Plain";
    ASSERT_TRUE (run ("patch.load", { { "file", saved ("Plain.json", plain).string() } }));
    EXPECT_EQ (writePatch (*session.patchOf (instrument)), writePatch (plain));
    const auto& node = *session.project().instruments.find (instrument)->graph.nodes.find (*synthOf (session.project(), instrument));
    EXPECT_TRUE (node.knobs.empty());
    EXPECT_EQ (node.texts.size(), 1u) << "its name";
}

TEST_F (SessionSynth, aPatchIsSavedAsItIsNow)
{
    open();
    ASSERT_TRUE (run ("patch.setControl", { { "control", "osc_1_transpose" }, { "value", 7 } }));
    ASSERT_TRUE (run ("patch.save", { { "file", (folder.path / "now.json").string() } }));
    ASSERT_TRUE (run ("patch.save", { { "file", (folder.path / "now.vital").string() } }));
    EXPECT_EQ (loadPatch (folder.path / "now.json")->patch.values[Control::osc_1_transpose], 7);
    EXPECT_EQ (loadPatch (folder.path / "now.vital")->patch.values[Control::osc_1_transpose], 7);
    EXPECT_FALSE (run ("patch.save", { { "file", (folder.path / "now.txt").string() } }));
}

TEST_F (SessionSynth, aControlIsTurnedWithinItsRangeAndByItsName)
{
    open();
    ASSERT_TRUE (run ("patch.setControl", { { "control", "filter_1_cutoff" }, { "value", 64.5 } }));
    EXPECT_EQ (session.nameOfUndo(), "turn filter 1 cutoff");
    EXPECT_EQ (control (Control::filter_1_cutoff), 64.5f);
    ASSERT_TRUE (run ("patch.setControl", { { "control", "filter_1_cutoff" }, { "value", 1e9 } }));
    EXPECT_EQ (control (Control::filter_1_cutoff), infoOf (Control::filter_1_cutoff).greatest);
    session.undo();
    EXPECT_EQ (control (Control::filter_1_cutoff), 64.5f);
    EXPECT_FALSE (run ("patch.setControl", { { "control", "filter_9_cutoff" }, { "value", 1 } }));
}

TEST_F (SessionSynth, theEightMacrosAreThoseOfTheInstrument)
{
    open();
    const auto& macros = session.project().instruments.find (instrument)->macros;
    ASSERT_EQ (macros.size(), 8u);
    EXPECT_EQ (macros.find (2)->name, "Glow");
    EXPECT_EQ (macros.find (2)->value, 0.375);
    const auto address = addressOf (session.project(), instrument, Control::macro_control_2);
    ASSERT_TRUE (address);
    EXPECT_EQ (format (*address), format (macroOf (instrument, 2)));
    ASSERT_TRUE (run ("patch.setControl", { { "control", "macro_control_2" }, { "value", 0.5 } }));
    EXPECT_EQ (session.project().instruments.find (instrument)->macros.find (2)->value, 0.5);
    EXPECT_EQ (control (Control::macro_control_2), 0.5f);
    EXPECT_EQ (session.patchOf (instrument)->macros[1].name, "Glow");
}

TEST_F (SessionSynth, aSourceIsConnectedChangedAndTakenAway)
{
    open();
    const auto made = run ("patch.connect", { { "source", "lfo_1" }, { "destination", "osc_1_level" }, { "amount", -0.25 }, { "bipolar", true } });
    ASSERT_TRUE (made);
    EXPECT_EQ (*made->as<std::int64_t>(), 1);
    EXPECT_EQ (session.nameOfUndo(), "modulate oscillator 1 level with lfo 1");
    EXPECT_EQ (session.patchOf (instrument)->slots[0].source, PatchSource::lfo_1);
    EXPECT_EQ (control (Control::modulation_1_amount), -0.25f);
    EXPECT_EQ (control (Control::modulation_1_bipolar), 1);

    ASSERT_TRUE (run ("patch.connect", { { "source", "lfo_1" }, { "destination", "osc_1_level" }, { "amount", 0.5 } }));
    EXPECT_EQ (control (Control::modulation_1_amount), 0.5f);
    EXPECT_EQ (session.patchOf (instrument)->slots[1], PatchSlot()) << "it was there already";

    ASSERT_TRUE (run ("patch.disconnect", { { "slot", 1 } }));
    EXPECT_EQ (session.patchOf (instrument)->slots[0], PatchSlot());
    EXPECT_EQ (control (Control::modulation_1_amount), 0.0f);
    EXPECT_FALSE (run ("patch.disconnect", { { "slot", 1 } }));
}

TEST_F (SessionSynth, whatCannotBeModulatedSaysSo)
{
    open();
    EXPECT_FALSE (run ("patch.connect", { { "source", "lfo_1" }, { "destination", "osc_1_on" } }));
    EXPECT_FALSE (run ("patch.connect", { { "source", "lfo_77" }, { "destination", "osc_1_level" } }));
    EXPECT_FALSE (run ("patch.connect", { { "source", "lfo_1" }, { "destination", "modulation_1_amount" } })) << "it would move itself";
}

TEST_F (SessionSynth, aPartOfThePatchIsEditedAsOneStep)
{
    open();
    const auto before = session.project();
    ASSERT_TRUE (session.editPatch (instrument, "draw LFO 3", [] (PatchSpec& patch) { patch.lfos[2].points[1].y = 0.9; }));
    EXPECT_EQ (session.nameOfUndo(), "draw LFO 3");
    EXPECT_EQ (session.patchOf (instrument)->lfos[2].points[1].y, 0.9);
    EXPECT_FALSE (session.editPatch (instrument, "nothing", [] (PatchSpec&) {}));
    session.undo();
    EXPECT_EQ (session.project(), before);
}

TEST_F (SessionSynth, isRenderedTheSameInBlocksOfEverySize)
{
    open();
    session.edit ("write", [] (Project& project) {
        Cell cell;
        cell.key = 57;
        project.clips.edit (project.clips.begin()->first).notes.put ({ 0, 0 }, cell);
    });
    std::vector<dsp::Sound> sounds;

    for (const auto block : { 64, 511 })
    {
        const auto wanted = renderRequestFor (session, folder.path / ("r" + std::to_string (block) + ".wav"));
        ASSERT_TRUE (wanted);
        auto request = *wanted;
        request.blockSize = block;
        request.settings.bits = 32;
        request.to = 2;
        const auto done = renderToFiles (
            session.project(), [] (const std::string&) { return dsp::SharedSound(); }, request, nullptr, {});
        ASSERT_TRUE (done);
        EXPECT_GT (done->peak, -40);
        sounds.push_back (*readAudioFile (request.file));
    }

    EXPECT_EQ (sounds[0].samples, sounds[1].samples);
}

TEST_F (SessionSynth, aBrokenPresetIsRefusedWithASentence)
{
    std::ofstream (folder.path / "broken.vital") << "{";
    EXPECT_FALSE (session.open (folder.path / "broken.vital"));
    const auto loaded = run ("patch.load", { { "file", (folder.path / "broken.vital").string() } });
    ASSERT_FALSE (loaded);
    EXPECT_EQ (loaded.failure().message.back(), '.');
}

TEST_F (SessionSynth, whatIsTurnedIsNotCookedAgain)
{
    open();
    SynthPatches patches;
    const auto nodeNow = [&] { return *session.project().instruments.find (instrument)->graph.nodes.find (*synthOf (session.project(), instrument)); };
    const auto first = patches.materialOf (nodeNow());
    ASSERT_NE (first, nullptr);
    ASSERT_TRUE (run ("patch.setControl", { { "control", "filter_1_cutoff" }, { "value", 50 } }));
    EXPECT_EQ (patches.materialOf (nodeNow()), first);
    ASSERT_TRUE (run ("patch.connect", { { "source", "lfo_1" }, { "destination", "osc_1_level" } }));
    EXPECT_NE (patches.materialOf (nodeNow()), first);
}

TEST_F (SessionSynth, aModulationIsSetInItsPlaceAndMappedByALine)
{
    open();
    EXPECT_FALSE (run ("patch.setModulation", { { "slot", 9 }, { "source", "lfo_2" } })) << "it has no destination";
    ASSERT_TRUE (run ("patch.setModulation", { { "slot", 9 }, { "source", "lfo_2" }, { "destination", "filter_1_cutoff" }, { "amount", 0.5 } }));
    EXPECT_EQ (session.patchOf (instrument)->slots[8].source, PatchSource::lfo_2);
    EXPECT_EQ (control (Control::modulation_9_amount), 0.5f);
    ASSERT_TRUE (run ("patch.setModulation", { { "slot", 9 }, { "destination", "osc_1_level" } }));
    EXPECT_EQ (session.patchOf (instrument)->slots[8].destination, Control::osc_1_level);
    EXPECT_EQ (control (Control::modulation_9_amount), 0.5f);
    EXPECT_FALSE (run ("patch.setModulation", { { "slot", 9 }, { "destination", "polyphony_of_angels" } }));
    EXPECT_FALSE (run ("patch.setModulation", { { "slot", 9 }, { "destination", "modulation_9_amount" } }));

    ASSERT_TRUE (run ("patch.setLine", { { "line", "modulation_9" }, { "points", "0 1 0; 0.5 0.2 -3; 1 0 0" } }));
    ASSERT_TRUE (session.patchOf (instrument)->slots[8].mapping);
    EXPECT_EQ (session.patchOf (instrument)->slots[8].mapping->points[1].power, -3);
    ASSERT_TRUE (run ("patch.removeMapping", { { "slot", 9 } }));
    EXPECT_FALSE (session.patchOf (instrument)->slots[8].mapping);
}

TEST_F (SessionSynth, aLineOfAnLfoIsDrawnByItsPoints)
{
    open();
    ASSERT_TRUE (run ("patch.setLine", { { "line", "lfo_8" }, { "points", "smooth; 0 1; 1 0" } }));
    EXPECT_TRUE (session.patchOf (instrument)->lfos[7].isSmooth);
    EXPECT_EQ (session.patchOf (instrument)->lfos[7].points.size(), 2u);
    EXPECT_FALSE (run ("patch.setLine", { { "line", "lfo_9" }, { "points", "0 1; 1 0" } }));
    EXPECT_FALSE (run ("patch.setLine", { { "line", "lfo_1" }, { "points", "0 1; 3 0" } }));
}

} // namespace athanor
