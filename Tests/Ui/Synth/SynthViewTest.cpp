// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the view of a synth, without a display.
#include "Ui/Synth/SynthFixture.h"

#include <set>

namespace athanor
{

namespace
{
/** Where a handle of an envelope stands, found by dragging from the highest point of its curve. */
juce::Point<float> peakOf (EnvelopeView& curve, float attack, float span) { return curve.toPixels ({ attack / span, 1 }); }
} // namespace

TEST_F (SynthTest, everyControlOfAPatchHasAPlaceInTheView)
{
    // Why some need none: the song's tempo and the wheels are played, the order is that of the rack, macros are the instrument's,
    // and the rest says how Vital's own window looks.
    std::set<Control> elsewhere { Control::beats_per_minute, Control::bypass, Control::mod_wheel, Control::pitch_wheel, Control::effect_chain_order, Control::view_spectrogram };

    for (int i = 0; i < patch::oscillators; ++i)
        elsewhere.insert (member (Control::osc_1_view_2d, i));

    for (int i = 0; i < patch::vitalMacros; ++i)
        elsewhere.insert (member (Control::macro_control_1, i));

    for (int i = 0; i < patch::slots; ++i)
        for (const auto first : { Control::modulation_1_amount, Control::modulation_1_power, Control::modulation_1_bipolar, Control::modulation_1_bypass, Control::modulation_1_stereo })
            elsewhere.insert (member (first, i)); // each in its row of the matrix

    std::set<Control> placed;
    const auto collect = [&] (const SynthPanel& panel) {
        for (int i = 0; i < controlCount; ++i)
            if (const auto control = static_cast<Control> (i); panel.knobOf (control) != nullptr || panel.choiceOf (control) != nullptr || panel.switched() == control)
                placed.insert (control);
    };

    for (auto& oscillator : page().oscillators)
        collect (oscillator);

    for (auto& filter : page().filters)
        collect (filter);

    for (const auto& [deck, count] : { std::pair { &page().envelopes, patch::envelopes }, std::pair { &page().lfos, patch::lfos }, std::pair { &page().randoms, patch::randoms } })
        for (int i = 0; i < count; ++i)
        {
            deck->show (i);
            collect (deck->panel());
        }

    collect (page().sample);
    collect (page().voices);

    for (int i = 0; i < synth::effectCount; ++i)
        collect (page().effects.panel (static_cast<synth::Effect> (i)));

    for (int i = 0; i < controlCount; ++i)
    {
        const auto control = static_cast<Control> (i);
        EXPECT_NE (placed.contains (control), elsewhere.contains (control)) << infoOf (control).id;
    }
}

TEST_F (SynthTest, whatIsSeldomTurnedIsFoldedAwayUntilItIsAskedFor)
{
    auto& panel = page().oscillators[0];
    auto& knob = *panel.knobOf (Control::osc_1_detune_power);
    EXPECT_FALSE (knob.isVisible());
    const auto height = panel.heightFor (318);
    panel.foldButton().onClick();
    EXPECT_TRUE (knob.isVisible());
    EXPECT_GT (panel.heightFor (318), height);
    panel.foldButton().onClick();
    EXPECT_FALSE (knob.isVisible());
}

TEST_F (SynthTest, theStylesOfAFilterAreThoseOfItsModel)
{
    auto& model = *page().filters[0].choiceOf (Control::filter_1_model);
    auto& style = *page().filters[0].choiceOf (Control::filter_1_style);
    EXPECT_EQ (style.nameNow(), "12 dB");
    model.choose (6);
    EXPECT_EQ (style.nameNow(), "Comb, low high");
    model.choose (5);
    EXPECT_EQ (style.nameNow(), "A O I E");
}

TEST_F (SynthTest, aScaleIsMadeOfItsNotes)
{
    auto& scale = dynamic_cast<ScaleView&> (*page().oscillators[0].choiceOf (Control::osc_1_transpose_quantize));
    EXPECT_EQ (scale.nameNow(), "Free");

    for (const auto semitone : { 0, 2, 4, 5, 7, 9, 11 })
        scale.toggle (semitone);

    EXPECT_EQ (scale.nameNow(), "Major");
    scale.toggle (11);
    EXPECT_EQ (scale.nameNow(), "6 notes");
}

TEST_F (SynthTest, aKnobTurnsItsControlInOneStepOfUndo)
{
    auto& knob = *page().filters[0].knobOf (Control::filter_1_cutoff);
    const auto before = value (Control::filter_1_cutoff);
    drag (knob, { 20, 40 }, { 20, 0 });
    EXPECT_GT (value (Control::filter_1_cutoff), before);
    EXPECT_EQ (session.nameOfUndo(), "turn Filter 1 Cutoff");
    session.undo();
    EXPECT_EQ (value (Control::filter_1_cutoff), before);
}

TEST_F (SynthTest, aTypedValueIsReadInTheUnitThatIsShown)
{
    EXPECT_EQ (textOf (Control::env_1_attack, 1), "1.00 s");
    EXPECT_EQ (textOf (Control::filter_1_drive, 6), "6.00 dB");
    EXPECT_EQ (textOf (Control::lfo_1_tempo, 8), "1/4");
    EXPECT_NEAR (*storedOf (Control::env_1_attack, "62.5 ms"), 0.5f, 1.0e-5f);
    EXPECT_EQ (*storedOf (Control::lfo_1_tempo, "1/8"), 9);
    EXPECT_FALSE (storedOf (Control::env_1_attack, "soon"));
}

TEST_F (SynthTest, draggingAnEnvelopePointChangesTheAttackAndCanBeUndone)
{
    auto& panel = dynamic_cast<EnvelopePanel&> (page().envelopes.panel());
    constexpr float span = 2.6f; // of a patch as it begins
    const auto before = value (Control::env_1_attack);
    const auto from = peakOf (panel.curve, before, span);
    drag (panel.curve, from, from.translated (60, 0));
    EXPECT_GT (value (Control::env_1_attack), before + 0.1f);
    EXPECT_EQ (session.nameOfUndo(), "turn Envelope 1 Attack");
    session.undo();
    EXPECT_EQ (value (Control::env_1_attack), before);
}

TEST_F (SynthTest, draggingTheKneeOfAnEnvelopeTurnsDecayAndSustainInOneStep)
{
    auto& panel = dynamic_cast<EnvelopePanel&> (page().envelopes.panel());
    constexpr float span = 2.6f;
    const auto from = panel.curve.toPixels ({ (value (Control::env_1_attack) + value (Control::env_1_decay)) / span, value (Control::env_1_sustain) });
    drag (panel.curve, from, from.translated (-30, 20));
    EXPECT_LT (value (Control::env_1_sustain), 1);
    EXPECT_LT (value (Control::env_1_decay), 1);
    session.undo();
    EXPECT_EQ (value (Control::env_1_sustain), 1);
    EXPECT_EQ (value (Control::env_1_decay), 1);
}

TEST_F (SynthTest, aSourceDroppedOnAKnobConnects)
{
    auto& knob = *page().filters[0].knobOf (Control::filter_1_cutoff);
    drop (page().lfos.handle (1), knob);
    const auto& slot = patch().slots[0];
    EXPECT_EQ (slot.source, PatchSource::lfo_2);
    EXPECT_EQ (slot.destination, Control::filter_1_cutoff);
    EXPECT_NE (page().modulation.rowOf (0), nullptr);

    const auto reach = knob.thing().modulation();
    EXPECT_TRUE (reach.isActive);
    EXPECT_GT (reach.high, reach.low);
    session.undo();
    EXPECT_FALSE (patch().slots[0].source);
    EXPECT_EQ (page().modulation.rowOf (0), nullptr);
}

TEST_F (SynthTest, aKnobThatModulationCannotReachTakesNoSource)
{
    auto& panel = dynamic_cast<EnvelopePanel&> (page().envelopes.panel());
    auto& knob = *panel.knobOf (Control::env_1_attack_power);
    EXPECT_FALSE (knob.isInterestedInDragSource ({ draggedOf (PatchSource::lfo_1), &view, {} }));
}

TEST_F (SynthTest, aRowOfTheListTurnsSwitchesAndRemovesItsModulation)
{
    drop (page().envelopes.handle (1), *page().oscillators[0].knobOf (Control::osc_1_wave_frame));
    auto* row = page().modulation.rowOf (0);
    ASSERT_NE (row, nullptr);
    const auto before = value (Control::modulation_1_amount);
    drag (row->amountBar(), { 10, 10 }, { 10, 30 });
    EXPECT_LT (value (Control::modulation_1_amount), before);

    row->bothWays.onClick();
    EXPECT_EQ (value (Control::modulation_1_bipolar), 1);
    row->stereo.onClick();
    EXPECT_EQ (value (Control::modulation_1_stereo), 1);
    page().modulation.rowOf (0)->remove.onClick();
    EXPECT_FALSE (patch().slots[0].source);
    EXPECT_EQ (value (Control::modulation_1_amount), 0);
}

TEST_F (SynthTest, aDoubleClickOnTheLineOfAnLfoAddsAPointAndAnotherOneTakesItAway)
{
    auto& curve = dynamic_cast<LfoPanel&> (page().lfos.panel()).curve;
    const auto before = patch().lfos[0].points.size();
    const auto at = curve.toPixels ({ 0.25f, 0.8f });
    curve.mouseDoubleClick (eventAt (curve, at));
    ASSERT_EQ (patch().lfos[0].points.size(), before + 1);
    EXPECT_EQ (session.nameOfUndo(), "add point to LFO 1");
    EXPECT_NEAR (patch().lfos[0].points[1].y, 0.2, 0.02);

    curve.mouseDoubleClick (eventAt (curve, at));
    EXPECT_EQ (patch().lfos[0].points.size(), before);
}

TEST_F (SynthTest, aPointOfAnLfoStaysBetweenItsNeighbours)
{
    auto& curve = dynamic_cast<LfoPanel&> (page().lfos.panel()).curve;
    const auto& middle = patch().lfos[0].points[1];
    const auto from = curve.toPixels ({ static_cast<float> (middle.x), 1 - static_cast<float> (middle.y) });
    drag (curve, from, curve.toPixels ({ 2, 0.5f }));
    const auto& moved = patch().lfos[0].points[1];
    EXPECT_LE (moved.x, patch().lfos[0].points[2].x);
    EXPECT_EQ (session.nameOfUndo(), "move point of LFO 1");
}

TEST_F (SynthTest, anotherEnvelopeIsShownByItsNumber)
{
    page().envelopes.show (3);
    EXPECT_NE (page().envelopes.panel().knobOf (Control::env_4_attack), nullptr);
    EXPECT_EQ (page().envelopes.panel().knobOf (Control::env_1_attack), nullptr);
}

TEST_F (SynthTest, effectsAreSwitchedAndPutIntoAnotherOrder)
{
    auto& rack = page().effects;
    rack.toggle (synth::Effect::reverb);
    EXPECT_EQ (value (Control::reverb_on), 1);
    rack.move (synth::Effect::reverb, 0);
    EXPECT_EQ (rack.order().front(), synth::Effect::reverb);
    EXPECT_EQ (rack.order()[1], synth::Effect::chorus);
    EXPECT_EQ (session.nameOfUndo(), "move reverb");
    session.undo();
    EXPECT_EQ (rack.order().back(), synth::Effect::reverb);
}

TEST_F (SynthTest, aMacroIsRenamedWhereverItIsNamed)
{
    page().macros.rename (4, "Grit");
    EXPECT_EQ (session.project().instruments.find (instrument)->macros.find (5)->name, "Grit");
    EXPECT_EQ (titleOf (PatchSource::macro_control_5, patch()), "Grit");
}

TEST_F (SynthTest, aPanelIsSwitchedByItsPower)
{
    page().oscillators[1].power()->onClick();
    EXPECT_EQ (value (Control::osc_2_on), 1);
    page().oscillators[1].power()->onClick();
    EXPECT_EQ (value (Control::osc_2_on), 0);
}

TEST_F (SynthTest, thePageFitsItsWidthAndScrollsDownwards)
{
    for (const auto width : { 400, 800, 1'400, 2'400 })
    {
        view.setSize (width, 600);
        EXPECT_LE (page().getWidth(), width);
        EXPECT_EQ (page().getHeight(), page().heightFor (page().getWidth()));
        EXPECT_LE (page().effects.getBottom(), page().getHeight());
    }
}

TEST_F (SynthTest, anyControlCanBeShownWhereItIsTurned)
{
    const auto show = [this] (const char* control) { return static_cast<bool> (session.actions().run ("synth.show", { { "control", control } })); };
    session.edit ("reverb on", [this] (Project& project) { setControl (project, instrument, Control::reverb_on, 1); });

    EXPECT_TRUE (show ("reverb_dry_wet"));
    EXPECT_TRUE (page().glow.isVisible());
    EXPECT_TRUE (page().glow.getBounds().intersects (page().effects.getBounds()));
    EXPECT_TRUE (show ("env_3_attack"));
    EXPECT_EQ (page().envelopes.panel().getTitle(), "Envelope 3");
    EXPECT_TRUE (page().glow.getBounds().intersects (page().envelopes.getBounds()));
    EXPECT_TRUE (show ("chorus_dry_wet")) << "an effect that is off: where it is switched";
    EXPECT_TRUE (page().glow.getBounds().intersects (page().effects.getBounds()));

    EXPECT_FALSE (show ("nothing_of_the_kind"));
}

TEST_F (SynthTest, whateverThePatchHasCanBeShown)
{
    for (int i = 0; i < controlCount; ++i)
    {
        const auto control = static_cast<Control> (i);
        auto* target = page().reveal (control);
        ASSERT_NE (target, nullptr) << infoOf (control).id;
        EXPECT_TRUE (page().isParentOf (target)) << infoOf (control).id;
    }
}

TEST_F (SynthTest, theLightAroundAControlGoesByItself)
{
    ASSERT_TRUE (session.actions().run ("synth.show", { { "control", "filter_1_cutoff" } }));

    for (int i = 0; i < 100; ++i)
        refreshTree (view);

    EXPECT_FALSE (page().glow.isVisible());
}

} // namespace athanor
