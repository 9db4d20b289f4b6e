// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the wavetable editor, without a display.
#include "Ui/Synth/WavetablePage.h"

#include "App/Edits/WavetableImport.h"
#include "Support/Files.h"
#include "Support/SmallWav.h"
#include "Ui/Synth/SynthFixture.h"

namespace athanor
{

namespace
{
struct WavetablePageTest : SynthTest
{
    WavetablePageTest() { view.openWavetable (0); }

    WavetablePage& editor() { return *view.wavetable(); }

    const WavetableSpec& table() const { return patch().wavetables[0]; }

    const std::vector<WaveKeyframe>& keyframes() const { return table().groups.front().front().keyframes; }

    /** A file of a saw of a known pitch. */
    juce::StringArray sawFile() const
    {
        std::vector<float> saw;

        for (int i = 0; i < 20'000; ++i)
            saw.push_back (static_cast<float> (i % 160) / 80 - 1);

        const auto file = writeSmallWav (folder.path / "Saw.wav", saw);
        return { juce::String (file.string()) };
    }

    TemporaryFolder folder;
};
} // namespace

TEST_F (WavetablePageTest, aStrokeChangesTheWaveInOneStepOfUndo)
{
    const auto before = table();
    drag (editor().canvas, editor().canvas.toPixels ({ 0.25f, 0.5f }), editor().canvas.toPixels ({ 0.5f, -0.5f }));
    EXPECT_NEAR ((*keyframes()[0].wave)[600], 0.5 - (600.0 / 2'047 - 0.25) * 4, 0.02);
    EXPECT_EQ ((*keyframes()[0].wave)[1'500], (*before.groups[0][0].keyframes[0].wave)[1'500]);
    EXPECT_EQ (session.nameOfUndo(), "draw wave");
    session.undo();
    EXPECT_EQ (table(), before);
}

TEST_F (WavetablePageTest, withShiftAStrokeIsStraightFromWhereItBegan)
{
    auto& canvas = editor().canvas;
    const juce::ModifierKeys shift (juce::ModifierKeys::leftButtonModifier | juce::ModifierKeys::shiftModifier);
    canvas.mouseDown (eventAt (canvas, canvas.toPixels ({ 0, -1 }), shift));
    canvas.mouseDrag (eventAt (canvas, canvas.toPixels ({ 0.5f, 1 }), shift));
    canvas.mouseDrag (eventAt (canvas, canvas.toPixels ({ 1, 1 }), shift));
    canvas.mouseUp (eventAt (canvas, canvas.toPixels ({ 1, 1 }), shift));
    EXPECT_NEAR ((*keyframes()[0].wave)[1'024], 0, 0.02);
}

TEST_F (WavetablePageTest, drawingAtAnotherPositionMakesAKeyframe)
{
    auto& lanes = editor().lanes;
    drag (lanes, lanes.toPixels (-1, 0), lanes.toPixels (-1, 128));
    EXPECT_NEAR (value (Control::osc_1_wave_frame), 128, 1);
    EXPECT_EQ (session.nameOfUndo(), "turn Oscillator 1 Wave Frame");
    drag (editor().canvas, editor().canvas.toPixels ({ 0.25f, 0.5f }), editor().canvas.toPixels ({ 0.5f, -0.5f }));
    ASSERT_EQ (keyframes().size(), 2u);
    EXPECT_NEAR (keyframes()[1].position, 128, 1);
}

TEST_F (WavetablePageTest, theKeysDrawAsWell)
{
    auto& canvas = editor().canvas;
    const auto before = (*keyframes()[0].wave)[16];
    EXPECT_TRUE (canvas.keyPressed (key ("cursor up")));
    EXPECT_NEAR ((*keyframes()[0].wave)[16], before + 0.05f, 0.01);
    EXPECT_TRUE (canvas.keyPressed (key ("cursor right")));
    EXPECT_TRUE (canvas.keyPressed (key ("cursor down")));
    EXPECT_EQ (session.nameOfUndo(), "draw wave");
}

TEST_F (WavetablePageTest, barsOfHarmonicsAreDrawn)
{
    auto& bars = editor().amplitudes;
    click (bars, bars.toPixels (5, 0.5f));
    EXPECT_NEAR (harmonicsOf (*keyframes()[0].wave)[4].amplitude, 0.5, 0.03);
    EXPECT_EQ (session.nameOfUndo(), "draw harmonics");
    auto& phases = editor().phases;
    click (phases, phases.toPixels (5, 0.25f));
    EXPECT_NEAR (harmonicsOf (*keyframes()[0].wave)[4].turns, 0.25, 0.03);
    EXPECT_NEAR (harmonicsOf (*keyframes()[0].wave)[4].amplitude, 0.5, 0.03);
    EXPECT_EQ (session.nameOfUndo(), "draw phases");
}

TEST_F (WavetablePageTest, keyframesAreAddedDraggedAndRemoved)
{
    auto& lanes = editor().lanes;
    lanes.mouseDoubleClick (eventAt (lanes, lanes.toPixels (0, 100)));
    ASSERT_EQ (keyframes().size(), 2u);
    EXPECT_NEAR (keyframes()[1].position, 100, 1);
    drag (lanes, lanes.toPixels (0, keyframes()[1].position), lanes.toPixels (0, 200));
    EXPECT_NEAR (keyframes()[1].position, 200, 1);
    EXPECT_EQ (session.nameOfUndo(), "move keyframe");
    EXPECT_EQ (value (Control::osc_1_wave_frame), static_cast<float> (keyframes()[1].position)) << "one goes along";
    const auto before = keyframes()[1].position;
    EXPECT_TRUE (lanes.keyPressed (key ("ctrl + cursor right")));
    EXPECT_TRUE (lanes.keyPressed (key ("ctrl + cursor right")));
    EXPECT_EQ (keyframes()[1].position, before + 2);
    EXPECT_TRUE (lanes.keyPressed (key ("delete")));
    EXPECT_EQ (keyframes().size(), 1u);
    session.undo();
    session.undo();
    session.undo();
    EXPECT_EQ (keyframes()[1].position, before);
    EXPECT_EQ (value (Control::osc_1_wave_frame), static_cast<float> (before));
}

TEST_F (WavetablePageTest, withAltACopyOfAKeyframeIsDragged)
{
    auto& lanes = editor().lanes;
    drag (lanes, lanes.toPixels (0, 0), lanes.toPixels (0, 64), juce::ModifierKeys (juce::ModifierKeys::leftButtonModifier | juce::ModifierKeys::altModifier));
    ASSERT_EQ (keyframes().size(), 2u);
    EXPECT_NEAR (keyframes()[1].position, 64, 1);
    EXPECT_TRUE (lanes.keyPressed (key ("ctrl + D")));
    ASSERT_EQ (keyframes().size(), 3u);
    EXPECT_EQ (keyframes()[2].position, keyframes()[1].position + 16);
    EXPECT_EQ (session.nameOfUndo(), "duplicate keyframe");
}

TEST_F (WavetablePageTest, aKnobOfAModifierTurnsItAtThePosition)
{
    ASSERT_TRUE (session.actions().run ("wavetable.addComponent", { { "type", "Wave Folder" } }));
    auto& lanes = editor().lanes;
    auto* knob = editor().panel.knobOf ("fold_boost");
    ASSERT_NE (knob, nullptr) << "what was just added is chosen";
    drag (*knob, { 20, 40 }, { 20, 10 });
    const auto& folded = table().groups[0][1];
    EXPECT_GT (folded.keyframes[0].numbers.at ("fold_boost"), 1);
    EXPECT_EQ (session.nameOfUndo(), "set wavetable");

    lanes.onPosition (64, true);
    drag (*editor().panel.knobOf ("fold_boost"), { 20, 40 }, { 20, 10 });
    ASSERT_EQ (table().groups[0][1].keyframes.size(), 2u) << "it is turned where one is, so a keyframe is made there";
    EXPECT_EQ (table().groups[0][1].keyframes[1].position, 64);
    editor().panel.remove.onClick();
    EXPECT_EQ (table().groups[0].size(), 1u);
}

TEST_F (WavetablePageTest, componentsAreMovedWithinTheirGroupAndGroupsAmongEachOther)
{
    for (const auto* type : { "Wave Folder", "Wave Warp" })
        ASSERT_TRUE (session.actions().run ("wavetable.addComponent", { { "type", type } }));

    ASSERT_TRUE (session.actions().run ("wavetable.addGroup", { { "source", "Line Source" } }));
    auto& lanes = editor().lanes;
    click (lanes, lanes.toPixels (2, 0));
    editor().panel.earlier.onClick();
    EXPECT_EQ (table().groups[0][1].type, "Wave Warp");
    editor().panel.later.onClick();
    EXPECT_EQ (table().groups[0][2].type, "Wave Warp");
    click (lanes, lanes.toPixels (3, 0));
    editor().panel.earlier.onClick();
    EXPECT_EQ (table().groups[0][0].type, "Line Source");
    editor().panel.remove.onClick();
    EXPECT_EQ (table().groups.size(), 1u);
}

TEST_F (WavetablePageTest, menusOfferWhatCanBeDone)
{
    EXPECT_GT (editor().menu().getNumItems(), 8);
    EXPECT_GT (editor().additions().getNumItems(), 6);
}

TEST_F (WavetablePageTest, aRecordingDroppedOnTheEditorOrOnAnOscillatorBecomesTheTable)
{
    const auto files = sawFile();
    ASSERT_TRUE (editor().isInterestedInFileDrag (files));
    editor().filesDropped (files, 0, 0);
    EXPECT_EQ (table().name, "Saw");
    EXPECT_EQ (keyframes().size(), static_cast<std::size_t> (mostPeriods));
    session.undo();
    EXPECT_EQ (table(), WavetableSpec::saw());

    view.closeWavetable();
    auto& wave = page().oscillators[1].wave;
    ASSERT_TRUE (wave.isInterestedInFileDrag (files));
    wave.filesDropped (files, 0, 0);
    EXPECT_EQ (patch().wavetables[1].name, "Saw");
    EXPECT_FALSE (wave.isInterestedInFileDrag ({ "song.xm" }));
}

TEST_F (WavetablePageTest, whatIsNotDrawnSaysWhy)
{
    ASSERT_TRUE (session.actions().run ("wavetable.importAudio", { { "file", sawFile()[0].toStdString() }, { "mode", "vocode" } }));
    const auto before = table();
    drag (editor().canvas, editor().canvas.toPixels ({ 0.25f, 0.5f }), editor().canvas.toPixels ({ 0.5f, -0.5f }));
    EXPECT_EQ (table(), before);
    EXPECT_TRUE (editor().canvas.getTooltip().contains ("turn the table into waves first"));
}

TEST_F (WavetablePageTest, theLineOfALineSourceIsDraggedBentAndGetsPoints)
{
    ASSERT_TRUE (session.actions().run ("wavetable.changeSource", { { "source", "Line Source" } }));
    auto& line = editor().line;
    ASSERT_TRUE (line.isVisible());
    drag (line, line.toPixels ({ 0.5f, 1 }), line.toPixels ({ 0.25f, 0.5f }));
    EXPECT_NEAR (keyframes()[0].line->points[1].x, 0.25, 0.02);
    EXPECT_NEAR (keyframes()[0].line->points[1].y, 0.5, 0.02);
    EXPECT_EQ (session.nameOfUndo(), "move point of line");

    line.mouseDoubleClick (eventAt (line, line.toPixels ({ 0.75f, 0.25f })));
    EXPECT_EQ (keyframes()[0].line->points.size(), 4u);
    drag (line, line.toPixels ({ 0, 0 }), line.toPixels ({ 0, 0 }).translated (0, -30), juce::ModifierKeys (juce::ModifierKeys::leftButtonModifier | juce::ModifierKeys::altModifier));
    EXPECT_GT (keyframes()[0].line->points[0].power, 1);
    EXPECT_EQ (session.nameOfUndo(), "bend line");
}

TEST_F (WavetablePageTest, aDoubleClickOnTheWavesOpensItAndEscapeGoesBack)
{
    view.closeWavetable();
    ASSERT_EQ (view.wavetable(), nullptr);
    auto& wave = page().oscillators[2].wave;
    wave.mouseDoubleClick (eventAt (wave, { 20, 20 }));
    deliverMessages();
    ASSERT_NE (view.wavetable(), nullptr);
    EXPECT_EQ (editor().oscillator(), 2);
    EXPECT_TRUE (editor().keyPressed (key ("escape")));
    deliverMessages();
    EXPECT_EQ (view.wavetable(), nullptr);
}

TEST_F (WavetablePageTest, allWavesOrOneOfThemAreShownBesideTheKnobs)
{
    view.closeWavetable();
    auto &first = page().oscillators[0].wave, &second = page().oscillators[1].wave;
    EXPECT_FALSE (first.flat.getToggleState());
    first.flat.onClick();
    EXPECT_TRUE (first.flat.getToggleState());
    EXPECT_TRUE (second.flat.getToggleState());
    first.flat.onClick();
    EXPECT_FALSE (second.flat.getToggleState());
}

TEST_F (WavetablePageTest, isShownInItsThemes)
{
    ASSERT_TRUE (session.actions().run ("wavetable.importAudio", { { "file", sawFile()[0].toStdString() } }));
    ASSERT_TRUE (session.actions().run ("wavetable.addComponent", { { "type", "Wave Folder" } }));
    look.setTheme (ThemeKind::light);
    save (picture (view), "wavetable-light");
    look.setTheme (ThemeKind::dark);
    save (picture (view, 2), "wavetable-dark");
    EXPECT_FALSE (editor().getTitle().isEmpty());
}

} // namespace athanor
