// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/GroupControls.h"

namespace athanor::synth
{

namespace
{
constexpr std::size_t at (int i) { return static_cast<std::size_t> (i); }

template <typename Choice>
Choice choiceOf (const ControlValues& values, Control control, int last)
{
    const auto value = values[control];
    return static_cast<Choice> (value >= 0 && value <= static_cast<float> (last) ? static_cast<int> (value + 0.5f) : 0);
}
} // namespace

GroupControls::GroupControls() noexcept
{
    placeModulators();
    placeSources();
    placeFilters();
    placeNote();
}

void GroupControls::place (Control c, Ramp& ramp) noexcept
{
    places[static_cast<std::size_t> (c)] = &ramp;
}

void GroupControls::placeRate (RateControls& rate, Control frequency, Control tempo, Control transpose, Control tune, int n) noexcept
{
    place (member (frequency, n), rate.frequency);
    place (member (tempo, n), rate.tempo);
    place (member (transpose, n), rate.keytrackTranspose);
    place (member (tune, n), rate.keytrackTune);
}

void GroupControls::placeModulators() noexcept
{
    for (int n = 0; n < patch::envelopes; ++n)
    {
        auto& e = envelopes[at (n)];
        place (member (Control::env_1_delay, n), e.delay);
        place (member (Control::env_1_attack, n), e.attack);
        place (member (Control::env_1_hold, n), e.hold);
        place (member (Control::env_1_decay, n), e.decay);
        place (member (Control::env_1_sustain, n), e.sustain);
        place (member (Control::env_1_release, n), e.release);
    }

    for (int n = 0; n < patch::lfos; ++n)
    {
        auto& l = lfos[at (n)];
        placeRate (l.rate, Control::lfo_1_frequency, Control::lfo_1_tempo, Control::lfo_1_keytrack_transpose, Control::lfo_1_keytrack_tune, n);
        place (member (Control::lfo_1_phase, n), l.phase);
        place (member (Control::lfo_1_stereo, n), l.stereo);
        place (member (Control::lfo_1_delay_time, n), l.delay);
        place (member (Control::lfo_1_fade_time, n), l.fade);
        place (member (Control::lfo_1_smooth_time, n), l.smooth);
    }

    for (int n = 0; n < patch::randoms; ++n)
        placeRate (randoms[at (n)].rate, Control::random_1_frequency, Control::random_1_tempo, Control::random_1_keytrack_transpose,
                   Control::random_1_keytrack_tune, n);

    for (int n = 0; n < patch::slots; ++n)
    {
        place (member (Control::modulation_1_amount, n), slots[at (n)].amount);
        place (member (Control::modulation_1_power, n), slots[at (n)].power);
    }
}

void GroupControls::placeSources() noexcept
{
    for (int n = 0; n < patch::oscillators; ++n)
    {
        auto& o = oscillators[at (n)];
        place (member (Control::osc_1_level, n), o.level);
        place (member (Control::osc_1_pan, n), o.pan);
        place (member (Control::osc_1_transpose, n), o.transpose);
        place (member (Control::osc_1_tune, n), o.tune);
        place (member (Control::osc_1_phase, n), o.phase);
        place (member (Control::osc_1_wave_frame, n), o.waveFrame);
        place (member (Control::osc_1_unison_voices, n), o.unisonVoices);
        place (member (Control::osc_1_unison_detune, n), o.unisonDetune);
        place (member (Control::osc_1_detune_power, n), o.detunePower);
        place (member (Control::osc_1_detune_range, n), o.detuneRange);
        place (member (Control::osc_1_unison_blend, n), o.unisonBlend);
        place (member (Control::osc_1_stereo_spread, n), o.stereoSpread);
        place (member (Control::osc_1_frame_spread, n), o.frameSpread);
        place (member (Control::osc_1_distortion_spread, n), o.distortionSpread);
        place (member (Control::osc_1_spectral_morph_spread, n), o.morphSpread);
        place (member (Control::osc_1_distortion_amount, n), o.distortionAmount);
        place (member (Control::osc_1_distortion_phase, n), o.distortionPhase);
        place (member (Control::osc_1_spectral_morph_amount, n), o.morphAmount);
        place (member (Control::osc_1_random_phase, n), o.randomPhase);
    }

    place (Control::sample_level, sample.level);
    place (Control::sample_pan, sample.pan);
    place (Control::sample_transpose, sample.transpose);
    place (Control::sample_tune, sample.tune);
}

void GroupControls::placeFilters() noexcept
{
    for (int n = 0; n < patch::filters; ++n)
    {
        auto& f = filters[at (n)];
        place (member (Control::filter_1_cutoff, n), f.cutoff);
        place (member (Control::filter_1_resonance, n), f.resonance);
        place (member (Control::filter_1_drive, n), f.drive);
        place (member (Control::filter_1_blend, n), f.blend);
        place (member (Control::filter_1_blend_transpose, n), f.blendTranspose);
        place (member (Control::filter_1_mix, n), f.mix);
        place (member (Control::filter_1_keytrack, n), f.keytrack);
        place (member (Control::filter_1_formant_x, n), f.formantX);
        place (member (Control::filter_1_formant_y, n), f.formantY);
        place (member (Control::filter_1_formant_transpose, n), f.formantTranspose);
        place (member (Control::filter_1_formant_resonance, n), f.formantResonance);
        place (member (Control::filter_1_formant_spread, n), f.formantSpread);
    }
}

void GroupControls::placeNote() noexcept
{
    place (Control::portamento_time, note.glideTime);
    place (Control::portamento_slope, note.glideSlope);
    place (Control::pitch_bend_range, note.bendRange);
    place (Control::voice_tune, note.tune);
    place (Control::voice_transpose, note.transpose);
    place (Control::velocity_track, note.velocityTrack);
    place (Control::voice_amplitude, note.amplitude);
}

void GroupControls::set (const ControlValues& values) noexcept
{
    for (int c = 0; c < controlCount; ++c)
        if (auto* ramp = places[at (c)])
            *ramp = { Lanes (values[static_cast<Control> (c)]), Lanes (values[static_cast<Control> (c)]), nullptr };

    setChoices (values);
}

void GroupControls::setChoices (const ControlValues& values) noexcept
{
    setModulatorChoices (values);
    setOscillatorChoices (values);

    for (int n = 0; n < patch::filters; ++n)
    {
        auto& f = filters[at (n)];
        f.isOn = values.isOn (member (Control::filter_1_on, n));
        f.model = values.choice (member (Control::filter_1_model, n));
        f.style = values.choice (member (Control::filter_1_style, n));
    }

    note.alwaysGlides = values.isOn (Control::portamento_force);
    note.glidesByOctave = values.isOn (Control::portamento_scale);
}

void GroupControls::setModulatorChoices (const ControlValues& values) noexcept
{
    for (int n = 0; n < patch::envelopes; ++n)
    {
        auto& e = envelopes[at (n)];
        e.attackPower = values[member (Control::env_1_attack_power, n)];
        e.decayPower = values[member (Control::env_1_decay_power, n)];
        e.releasePower = values[member (Control::env_1_release_power, n)];
    }

    for (int n = 0; n < patch::lfos; ++n)
    {
        auto& l = lfos[at (n)];
        l.rate.sync = values.choice (member (Control::lfo_1_sync, n));
        l.mode = choiceOf<LfoMode> (values, member (Control::lfo_1_sync_type, n), 5);
        l.isSmooth = values.isOn (member (Control::lfo_1_smooth_mode, n));
    }

    for (int n = 0; n < patch::randoms; ++n)
    {
        auto& r = randoms[at (n)];
        r.rate.sync = values.choice (member (Control::random_1_sync, n));
        r.style = choiceOf<WanderStyle> (values, member (Control::random_1_style, n), 3);
        r.isStereo = values.isOn (member (Control::random_1_stereo, n));
        r.isSynced = values.isOn (member (Control::random_1_sync_type, n));
    }
}

void GroupControls::setOscillatorChoices (const ControlValues& values) noexcept
{
    for (int n = 0; n < patch::oscillators; ++n)
    {
        auto& o = oscillators[at (n)];
        o.transposeQuantize = values.choice (member (Control::osc_1_transpose_quantize, n));
        o.stackStyle = values.choice (member (Control::osc_1_stack_style, n));
        o.distortion = values.choice (member (Control::osc_1_distortion_type, n));
        o.morph = values.choice (member (Control::osc_1_spectral_morph_type, n));
        o.tracksKeys = values.isOn (member (Control::osc_1_midi_track, n));
        o.hasSpectralUnison = values.isOn (member (Control::osc_1_spectral_unison, n));
    }

    sample.transposeQuantize = values.choice (Control::sample_transpose_quantize);
    sample.tracksKeys = values.isOn (Control::sample_keytrack);
    sample.loops = values.isOn (Control::sample_loop);
    sample.bounces = values.isOn (Control::sample_bounce);
    sample.hasRandomPhase = values.isOn (Control::sample_random_phase);
}

} // namespace athanor::synth
