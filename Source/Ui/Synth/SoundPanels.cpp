// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SoundPanels.h"

namespace athanor
{

namespace
{
constexpr int waveHeight = 96, curveHeight = 96;

enum Model { formantModel = 5,
             combModel = 6 };
} // namespace

OscillatorPanel::OscillatorPanel (ShownSynth& s, int n) : SynthPanel (s, "Oscillator " + juce::String (n + 1), Ink::violet), wave (s, n), number (n)
{
    const auto of = [n] (Control first) { return member (first, n); };
    const auto isBent = [&s, type = of (Control::osc_1_distortion_type)] { return s.choiceNow (type) > 0; };
    const auto isMorphed = [&s, type = of (Control::osc_1_spectral_morph_type)] { return s.choiceNow (type) > 0; };
    setPicture (wave, waveHeight);
    addSwitch (of (Control::osc_1_on));
    add (of (Control::osc_1_wave_frame), "Frame");
    add (of (Control::osc_1_level), "Level");
    add (of (Control::osc_1_pan), "Pan");
    add (of (Control::osc_1_transpose), "Transpose");
    add (of (Control::osc_1_tune), "Tune");
    add (of (Control::osc_1_unison_voices), "Unison");
    add (of (Control::osc_1_unison_detune), "Detune");
    add (of (Control::osc_1_phase), "Phase");
    add (of (Control::osc_1_random_phase), "Random");
    add (of (Control::osc_1_stereo_spread), "Spread");
    add (of (Control::osc_1_distortion_type), "Distortion");
    add (of (Control::osc_1_distortion_amount), "Amount", isBent);
    add (of (Control::osc_1_spectral_morph_type), "Spectrum");
    add (of (Control::osc_1_spectral_morph_amount), "Amount", isMorphed);
    add (of (Control::osc_1_destination), "Goes to");
    update();
}

void OscillatorPanel::update()
{
    setSubtitle (synth.patch().wavetables[static_cast<std::size_t> (number)].name);
    wave.update();
    SynthPanel::update();
}

FilterPanel::FilterPanel (ShownSynth& s, int n)
    : SynthPanel (s, n < patch::filters ? "Filter " + juce::String (n + 1) : juce::String ("Filter"), Ink::gold), curve (s, n)
{
    const auto of = [n] (Control first) { return member (first, n); };
    const auto model = [&s, control = of (Control::filter_1_model)] { return s.choiceNow (control); };
    const auto isFormant = [model] { return model() == formantModel; };
    const auto isOther = [model] { return model() != formantModel; };
    setPicture (curve, curveHeight);
    addSwitch (of (Control::filter_1_on));
    add (of (Control::filter_1_cutoff), "Cutoff", isOther);
    add (of (Control::filter_1_resonance), "Resonance", isOther);
    add (of (Control::filter_1_formant_x), "X", isFormant);
    add (of (Control::filter_1_formant_y), "Y", isFormant);
    add (of (Control::filter_1_formant_transpose), "Transpose", isFormant);
    add (of (Control::filter_1_formant_resonance), "Resonance", isFormant);
    add (of (Control::filter_1_formant_spread), "Spread", isFormant);
    add (of (Control::filter_1_drive), "Drive", isOther);
    add (of (Control::filter_1_blend), "Blend", isOther);
    add (of (Control::filter_1_blend_transpose), "Offset", [model] { return model() == combModel; });
    add (of (Control::filter_1_keytrack), "Key track");
    add (of (Control::filter_1_mix), "Mix");
    add (of (Control::filter_1_model), "Model");
    add (of (Control::filter_1_style), "Style");

    if (n < patch::filters)
        add (n == 0 ? Control::filter_1_filter_input : Control::filter_2_filter_input, n == 0 ? "After filter 2" : "After filter 1");

    update();
}

SamplePanel::SamplePanel (ShownSynth& s) : SynthPanel (s, "Sample", Ink::violet), wave (s)
{
    setPicture (wave, waveHeight);
    addSwitch (Control::sample_on);
    add (Control::sample_level, "Level");
    add (Control::sample_pan, "Pan");
    add (Control::sample_transpose, "Transpose");
    add (Control::sample_tune, "Tune");
    add (Control::sample_destination, "Goes to");
    add (Control::sample_keytrack, "Key track");
    add (Control::sample_loop, "Loop");
    add (Control::sample_random_phase, "Random start");
    update();
}

void SamplePanel::update()
{
    setSubtitle (synth.patch().sample.name);
    wave.update();
    SynthPanel::update();
}

VoicePanel::VoicePanel (ShownSynth& s) : SynthPanel (s, "Voices", Ink::ember)
{
    add (Control::volume, "Volume");
    add (Control::polyphony, "Voices");
    add (Control::portamento_time, "Glide");
    add (Control::velocity_track, "Velocity");
    add (Control::pitch_bend_range, "Bend range");
    add (Control::legato, "Legato");
    add (Control::voice_priority, "Priority");
    add (Control::oversampling, "Oversampling");
    update();
}

} // namespace athanor
