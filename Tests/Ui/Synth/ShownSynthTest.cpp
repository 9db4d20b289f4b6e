// SPDX-License-Identifier: GPL-3.0-or-later
// What moves on the view of a synth while it sounds.
#include "Ui/Synth/ShownSynth.h"

#include "Ui/Synth/SynthFixture.h"

namespace athanor
{

TEST_F (SynthTest, aRingStandsWhereModulationHasCarriedItsControl)
{
    auto& knob = *page().filters[0].knobOf (Control::filter_1_cutoff);
    page().filters[0].power()->onClick();
    drop (page().lfos.handle (0), knob);
    const auto silent = knob.thing().modulation();
    EXPECT_EQ (silent.now, knob.thing().toPosition (knob.thing().value())) << "in silence nothing moves";
    EXPECT_NEAR (silent.high, 1, 1.0e-5f) << "as in Vital, a new modulation reaches to the end of the knob";

    press();
    hear (4'800);
    const auto early = knob.thing().modulation().now;
    hear (4'800);
    const auto late = knob.thing().modulation().now;
    EXPECT_GT (early, silent.low);
    EXPECT_GT (std::abs (late - early), 0.02f);
    EXPECT_LE (late, silent.high);
}

TEST_F (SynthTest, aMacroCarriesItsRingInSilence)
{
    auto& knob = *page().filters[0].knobOf (Control::filter_1_resonance);
    deeds.run ("patch.connect", { { "source", "macro_control_5" }, { "destination", "filter_1_resonance" }, { "amount", 0.4 } });
    deeds.session.editPatch (instrument, "turn", [] (PatchSpec& patch) { patch.macros[4].value = 0.5; });
    EXPECT_NEAR (knob.thing().modulation().now, 0.5f + 0.2f, 1.0e-5f);
}

TEST_F (SynthTest, aDotGoesAlongAnEnvelopeAndAnLfoWhileANoteSounds)
{
    drop (page().lfos.handle (0), *page().filters[0].knobOf (Control::filter_1_cutoff));
    auto& envelope = dynamic_cast<EnvelopePanel&> (page().envelopes.panel()).curve;
    auto& lfo = dynamic_cast<LfoPanel&> (page().lfos.panel()).curve;
    EXPECT_FALSE (envelope.mark());
    EXPECT_FALSE (lfo.mark());

    press();
    hear (1'024);
    ASSERT_TRUE (envelope.mark());
    ASSERT_TRUE (lfo.mark());
    const auto start = *envelope.mark(), beginning = *lfo.mark();
    hear (9'600);
    EXPECT_GT (envelope.mark()->x, start.x);
    EXPECT_GT (lfo.mark()->x, beginning.x);

    session.player().stopNote (sounding);
    hear (480);
    const auto sustained = envelope.mark()->x;
    hear (2'400);
    EXPECT_GT (envelope.mark()->x, sustained) << "the release goes on";
    hear (96'000);
    EXPECT_FALSE (envelope.mark()) << "no voice sounds any more";
}

TEST_F (SynthTest, anLfoThatMovesNothingHasNoDot)
{
    press();
    hear (4'800);
    EXPECT_FALSE (dynamic_cast<LfoPanel&> (page().lfos.panel()).curve.mark());
}

TEST_F (SynthTest, aTooltipSaysHowAValueComesAbout)
{
    auto& knob = *page().filters[0].knobOf (Control::filter_1_drive);
    EXPECT_TRUE (knob.getTooltip().contains ("in dB"));
    EXPECT_FALSE (knob.getTooltip().contains ("Stored"));

    const auto key = format (*addressOf (session.project(), instrument, Control::filter_1_drive));
    session.player().turn (key, 0.5);
    EXPECT_TRUE (knob.getTooltip().contains ("Stored 0 dB")) << knob.getTooltip();
    EXPECT_TRUE (knob.getTooltip().contains ("10.0 dB")) << knob.getTooltip();
    session.player().release (key);

    drop (page().lfos.handle (0), knob);
    EXPECT_TRUE (knob.getTooltip().contains ("Then modulation"));
}

} // namespace athanor
