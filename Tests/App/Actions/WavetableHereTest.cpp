// SPDX-License-Identifier: GPL-3.0-or-later
// The actions on wavetables, as a script calls them.
#include "App/Actions/WavetableHere.h"

#include "App/Edits/WaveDrawing.h"
#include "App/StartProject.h"
#include "Engine/Engine.h"
#include "Formats/Vital/VitalFile.h"
#include "Media/AudioFile.h"
#include "Media/AudioWriter.h"
#include "Support/Files.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace athanor
{

namespace
{
struct WavetableActions : testing::Test
{
    WavetableActions()
    {
        session.start (patchProject (PatchSpec()));
        instrument = session.project().instruments.begin()->first;
        session.select ([this] (Selection& selection) { selection.instrument = instrument; });
    }

    bool run (const std::string& id, Arguments arguments = {})
    {
        const auto result = session.actions().run (id, std::move (arguments));
        sentence = result ? "" : result.failure().message;
        return static_cast<bool> (result);
    }

    const WavetableSpec& table (std::size_t oscillator = 0) const { return session.patchOf (instrument)->wavetables[oscillator]; }

    const std::vector<float>& wave (std::size_t keyframe = 0) const { return *table().groups.front().front().keyframes[keyframe].wave; }

    std::string recording (const char* name, std::vector<float> samples, int channels = 1) const
    {
        AudioSettings settings;
        settings.channels = channels;
        const auto file = folder.path / name;
        std::ofstream (file, std::ios::binary) << *encodeAudio ({ 48'000, channels, std::move (samples) }, settings);
        return file.string();
    }

    TemporaryFolder folder;
    Session session;
    InstrumentId instrument;
    std::string sentence;
};
} // namespace

TEST_F (WavetableActions, aStrokeOfAScriptIsDrawnAndUndone)
{
    EXPECT_TRUE (run ("wavetable.draw", { { "stroke", "0 1, 0.5 1" }, { "oscillator", 2 } })) << sentence;
    EXPECT_EQ ((*table (1).groups[0][0].keyframes[0].wave)[500], 1.0f);
    EXPECT_EQ (table(), WavetableSpec::saw());
    EXPECT_EQ (session.nameOfUndo(), "draw wave");
    session.undo();
    EXPECT_EQ (table (1), WavetableSpec::saw());
}

TEST_F (WavetableActions, aStrokeThatIsNoneIsRefused)
{
    for (const auto* stroke : { "", "0 1 0.5", "up and down", "0 nan" })
    {
        EXPECT_FALSE (run ("wavetable.draw", { { "stroke", stroke } })) << stroke;
        EXPECT_TRUE (sentence.ends_with (".")) << sentence;
    }

    EXPECT_EQ (table(), WavetableSpec::saw());
}

TEST_F (WavetableActions, harmonicsAreSetByNumber)
{
    EXPECT_TRUE (run ("wavetable.drawHarmonics", { { "harmonics", "2 0.75 3 0" } })) << sentence;
    EXPECT_NEAR (harmonicsOf (wave())[1].amplitude, 0.75, 1e-4);
    EXPECT_NEAR (harmonicsOf (wave())[2].amplitude, 0, 1e-4);
}

TEST_F (WavetableActions, aRecipeIsBuiltStepByStepAndTakenBackStepByStep)
{
    std::vector<WavetableSpec> states { table() };

    const std::vector<std::pair<std::string, Arguments>> steps {
        { "wavetable.addGroup", { { "source", "Line Source" } } },
        { "wavetable.addComponent", { { "type", "Wave Folder" } } },
        { "wavetable.addComponent", { { "type", "Phase Shift" } } },
        { "wavetable.moveComponent", { { "component", 3 }, { "to", 2 } } },
        { "wavetable.addKeyframe", { { "position", 100 } } },
        { "wavetable.duplicateKeyframe", { { "keyframe", 2 }, { "position", 200 } } },
        { "wavetable.moveKeyframe", { { "keyframe", 2 }, { "position", 50 } } },
        { "wavetable.set", { { "name", "phase" }, { "value", 90 }, { "component", 2 }, { "keyframe", 1 } } },
        { "wavetable.set", { { "name", "remove_all_dc" }, { "value", 0 } } },
        { "wavetable.draw", { { "stroke", "0 1, 1 0.5" }, { "position", 50 } } },
        { "wavetable.reverse", {} },
        { "wavetable.removeDc", { { "position", 50 } } },
        { "wavetable.align", {} },
        { "wavetable.normalise", {} },
        { "wavetable.rename", { { "name", "Rust" } } },
        { "wavetable.moveGroup", { { "group", 2 }, { "to", 1 } } },
        { "wavetable.changeSource", { { "source", "Wave Source" } } },
        { "wavetable.removeKeyframe", { { "keyframe", 1 }, { "group", 2 } } },
        { "wavetable.removeComponent", { { "component", 2 }, { "group", 2 } } },
        { "wavetable.removeGroup", { { "group", 1 } } },
        { "wavetable.toWaves", {} },
    };

    for (const auto& [id, arguments] : steps)
    {
        ASSERT_TRUE (run (id, arguments)) << id << ": " << sentence;
        ASSERT_NE (table(), states.back()) << id;
        states.push_back (table());
    }

    EXPECT_TRUE (faultsOf (*session.patchOf (instrument)).empty());

    for (auto state = std::next (states.rbegin()); state != states.rend(); ++state)
    {
        ASSERT_TRUE (session.undo());
        EXPECT_EQ (table(), *state);
    }
}

TEST_F (WavetableActions, aTableIsExportedAndComesBackFromItsFile)
{
    ASSERT_TRUE (run ("wavetable.addKeyframe", { { "position", 256 } }));
    ASSERT_TRUE (run ("wavetable.draw", { { "stroke", "0 0.5 1 0.5" }, { "position", 256 } }));
    const auto file = (folder.path / "Out.wav").string();
    ASSERT_TRUE (run ("wavetable.exportAudio", { { "file", file }, { "waves", 16 } })) << sentence;
    const auto sound = readAudioFile (file);
    ASSERT_TRUE (sound);
    EXPECT_EQ (sound->frames(), 16u * 2'048u);
    ASSERT_TRUE (run ("wavetable.importAudio", { { "file", file }, { "oscillator", 3 } })) << sentence;
    EXPECT_EQ (table (2).name, "Out");
    EXPECT_EQ (table (2).groups[0][0].keyframes.size(), 16u);
    EXPECT_TRUE (session.patchOf (instrument)->values.isOn (Control::osc_3_on)) << "so that it is heard";
    session.undo();
    EXPECT_FALSE (session.patchOf (instrument)->values.isOn (Control::osc_3_on));
}

TEST_F (WavetableActions, whatCannotBeReadLeavesThePatchAsItWas)
{
    EXPECT_FALSE (run ("wavetable.importAudio", { { "file", (folder.path / "missing.wav").string() } }));
    EXPECT_TRUE (sentence.ends_with (".")) << sentence;
    EXPECT_FALSE (run ("wavetable.importAudio", { { "file", recording ("Silence.wav", std::vector<float> (4'000, 0.0f)) } }));
    EXPECT_EQ (sentence, "This recording is silent.");
    EXPECT_FALSE (run ("wavetable.importAudio", { { "file", recording ("Silence.wav", std::vector<float> (4'000, 0.5f)) }, { "mode", "sideways" } }));
    EXPECT_EQ (table(), WavetableSpec::saw());
    EXPECT_EQ (session.nameOfUndo(), "");
}

TEST_F (WavetableActions, aPatchIsResynthesised)
{
    ASSERT_TRUE (run ("wavetable.resynthesise", { { "oscillator", 2 } })) << sentence;
    EXPECT_GT (table (1).groups[0][0].keyframes.size(), 30u);
    const auto harmonics = harmonicsOf (*table (1).groups[0][0].keyframes[40].wave);
    EXPECT_NEAR (harmonics[1].amplitude / harmonics[0].amplitude, 0.5, 0.05) << "it was a saw";
    EXPECT_NEAR (harmonics[2].amplitude / harmonics[0].amplitude, 0.333, 0.05);
}

TEST_F (WavetableActions, aRecordingBecomesTheSampleAndIsSwitchedOn)
{
    ASSERT_TRUE (run ("patch.loadSample", { { "file", recording ("Knock.wav", { 0.5f, -0.5f, 0.25f, 1 }, 2) } })) << sentence;
    const auto& patch = *session.patchOf (instrument);
    EXPECT_EQ (patch.sample.name, "Knock");
    EXPECT_TRUE (patch.values.isOn (Control::sample_on));
    ASSERT_NE (patch.sample.right, nullptr);
    EXPECT_EQ (session.nameOfUndo(), "load sample Knock");
}

TEST_F (WavetableActions, whatIsDrawnIsHeardByANoteThatIsHeld)
{
    ThreadsForTests threads;
    const auto listen = [&] {
        std::vector<float> left (12'000), right (left);
        session.player().engine().process (threads.audio, left.data(), right.data(), static_cast<int> (left.size()));
        return *std::ranges::max_element (left);
    };
    const auto& tracks = session.project().tracks;
    const auto track = std::ranges::find_if (tracks, [] (const auto& entry) { return entry.second->kind == TrackKind::note; })->first;
    session.player().startNote (track, instrument, 60, 1);
    EXPECT_GT (listen(), 0.01f);
    ASSERT_TRUE (run ("wavetable.draw", { { "stroke", "0 0, 1 0" } })) << sentence;
    listen(); // fades
    EXPECT_LT (listen(), 1e-4f) << "a wave that was drawn flat is silent";
    session.undo();
    listen();
    EXPECT_GT (listen(), 0.01f);
}

TEST_F (WavetableActions, withoutASynthTheySayWhyNot)
{
    session.start (startProject());

    for (const auto* id : { "wavetable.draw", "wavetable.importAudio", "wavetable.exportAudio", "wavetable.addKeyframe", "patch.loadSample" })
        EXPECT_EQ (session.actions().find (id)->whyNot(), "The chosen instrument is no synth: load a patch onto it first.") << id;
}

TEST_F (WavetableActions, anEditedPatchIsAPresetOfVital)
{
    ASSERT_TRUE (run ("wavetable.importAudio", { { "file", recording ("Tone.wav", [] {
                                                       std::vector<float> saw;

                                                       for (int i = 0; i < 9'000; ++i)
                                                           saw.push_back (static_cast<float> (i % 200) / 100 - 1);

                                                       return saw;
                                                   }()) },
                                                 { "mode", "vocode" } }))
        << sentence;
    const auto written = writeVital (*session.patchOf (instrument));
    ASSERT_TRUE (written);
    const auto back = readVital (*written);
    ASSERT_TRUE (back);
    EXPECT_EQ (back->patch.wavetables[0], table());
    EXPECT_EQ (*writeVital (back->patch), *written);
}

} // namespace athanor
