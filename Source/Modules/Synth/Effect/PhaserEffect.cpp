// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/PhaserEffect.h"

namespace athanor::synth
{

namespace
{
/** The lanes beyond the first two are empty. */
void widen (const StereoBuffer& from, int frames, Buffer& to) noexcept
{
    for (int i = 0; i < frames; ++i)
        to[i] = __builtin_shufflevector (from[i].value, Stereo (0.0f).value, 0, 1, 2, 2, 2, 2, 2, 2);
}

Turn voicesTurn (const EffectTurn& turn, bool isFresh) noexcept
{
    Turn made;
    made.sampleRate = turn.sampleRate;
    made.oversampling = turn.oversampling;
    made.frames = turn.frames;
    made.isActive.value = dsp::Integers<8> { -1, -1, 0, 0, 0, 0, 0, 0 };
    made.hasStarted.value = dsp::Integers<8> {} - (isFresh ? 1 : 0);
    return made;
}
} // namespace

void PhaserEffect::reset() noexcept
{
    filter.reset ({ dsp::Integers<8> {} - 1 });
    isFresh = true;
}

void PhaserEffect::skip (const EffectTurn& turn, const EffectValues& values) noexcept
{
    swing.advance (turn, swingOf (turn, values, Control::phaser_frequency, Control::phaser_tempo, Control::phaser_sync));
}

void PhaserEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    const auto aimAt = [&] (Walk<Stereo>& walk, Control c) {
        if (isFresh)
            walk.set (values[c]);

        walk.aim (values[c], turn.frames);
    };

    aimAt (mix, Control::phaser_dry_wet);
    aimAt (centre, Control::phaser_center);
    aimAt (depth, Control::phaser_mod_depth);
    aimAt (offset, Control::phaser_phase_offset);
    const auto voices = voicesTurn (turn, isFresh);
    isFresh = false;

    // The triangle stands still within a turn; only its centre, depth and offset walk.
    const Stereo sides (Stereo::Floats { 0.5f, -0.5f });
    const auto pitchWith = [&] (Stereo middle, Stereo reach, Stereo apart) {
        const auto phase = dsp::fraction (swing.turns() + apart * sides);
        return widened (dsp::fma (dsp::min (phase, 1.0f - phase) * 4.0f - 1.0f, reach, middle));
    };

    FilterControls controls;
    controls.cutoff = { pitchWith (centre.at (-1), depth.at (-1), offset.at (-1)), pitchWith (centre.end(), depth.end(), offset.end()) };
    controls.resonance.to = widened (values[Control::phaser_feedback]);
    controls.blend.to = widened (values[Control::phaser_blend]);
    Cutoff cutoff (voices, controls.cutoff, controls.keytrack);

    widen (sound, turn.frames, in);
    filter.process (voices, FilterSettings (controls), cutoff, in, out);

    for (int i = 0; i < turn.frames; ++i)
        sound[i] = dsp::mix (sound[i], narrowed (out[i]), mix.at (i));

    skip (turn, values);
}

void FilterEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    FilterControls controls;
    controls.isOn = true;
    controls.model = values.choice (Control::filter_fx_model);
    controls.style = values.choice (Control::filter_fx_style);
    controls.note = widened (turn.note);

    struct Pair
    {
        Ramp* ramp;
        Control control;
    };

    const Pair pairs[rampCount] {
        { &controls.cutoff, Control::filter_fx_cutoff },
        { &controls.resonance, Control::filter_fx_resonance },
        { &controls.drive, Control::filter_fx_drive },
        { &controls.blend, Control::filter_fx_blend },
        { &controls.blendTranspose, Control::filter_fx_blend_transpose },
        { &controls.mix, Control::filter_fx_mix },
        { &controls.keytrack, Control::filter_fx_keytrack },
        { &controls.formantX, Control::filter_fx_formant_x },
        { &controls.formantY, Control::filter_fx_formant_y },
        { &controls.formantTranspose, Control::filter_fx_formant_transpose },
        { &controls.formantResonance, Control::filter_fx_formant_resonance },
        { &controls.formantSpread, Control::filter_fx_formant_spread },
    };

    for (std::size_t i = 0; i < rampCount; ++i)
    {
        const auto now = values[pairs[i].control];
        *pairs[i].ramp = { widened (isFresh ? now : before[i]), widened (now) };
        before[i] = now;
    }

    widen (sound, turn.frames, in);
    filter.process (voicesTurn (turn, isFresh), controls, in, out);
    isFresh = false;

    for (int i = 0; i < turn.frames; ++i)
        sound[i] = narrowed (out[i]);
}

} // namespace athanor::synth
