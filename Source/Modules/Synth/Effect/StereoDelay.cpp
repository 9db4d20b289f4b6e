// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/StereoDelay.h"

namespace athanor::synth
{

DelayBand::DelayBand (Stereo cutoff, Stereo spread, double sampleRate) noexcept
{
    const auto reach = dsp::max (spread * 96.0f, Stereo (0.0f));
    const auto shareOf = [sampleRate] (Stereo note) {
        return dsp::clamp (pitchToShare (note, sampleRate), Stereo (static_cast<float> (1.0 / sampleRate)), Stereo (0.45351473923f));
    };

    const auto upper = shareOf (cutoff + reach), lower = shareOf (cutoff - reach);
    lowGain = onePoleGain (upper);
    highGain = onePoleGain (lower);
    amount = lower / upper + 1.0f;
}

void StereoDelay::reset() noexcept
{
    memory.clear();
    noHighs.reset();
    noLows.reset();
    isFresh = true;
}

void StereoDelay::aimPeriod (const EffectTurn& turn, const Settings& settings) noexcept
{
    // The time glides with a half-life of 20 ms, and then once more by half in each turn.
    const auto keep = dsp::exp2 (-turn.perSecond (static_cast<float> (turn.frames)) / 0.02f);
    slowHertz = isFresh ? settings.hertz : dsp::mix (settings.hertz, slowHertz, Stereo (keep));
    auto target = static_cast<float> (turn.sampleRate) / dsp::max (slowHertz, Stereo (1e-3f));

    if (settings.style == Style::midPingPong)
        target = target + Stereo (Stereo::Floats { target[1], 0.0f });

    target = dsp::clamp (target, Stereo (3.0f), Stereo (static_cast<float> (memory.maxPeriod())));

    if (isFresh)
        period.set (target);
    else
        period.aim (dsp::mix (period.end(), target, Stereo (0.5f)), turn.frames);
}

void StereoDelay::aim (const EffectTurn& turn, const Settings& settings) noexcept
{
    const auto aimAt = [&] (Walk<Stereo>& walk, Stereo target) {
        if (isFresh)
            walk.set (target);
        else
            walk.aim (target, turn.frames);
    };

    aimPeriod (turn, settings);
    const DelayBand band (settings.cutoff, settings.spread, turn.sampleRate);
    const auto fed = settings.style == Style::pingPong ? Stereo (Stereo::Floats { settings.feedback[0], 1.0f }) : settings.feedback;
    aimAt (feedback, fed);
    aimAt (wet, wetGain (settings.mix));
    aimAt (dry, dryGain (settings.mix));
    aimAt (amount, band.amount);
    aimAt (lowGain, band.lowGain);
    aimAt (highGain, band.highGain);
    isFresh = false;
}

template <StereoDelay::Style style>
inline Stereo StereoDelay::tick (Stereo in, const Loop& loop) noexcept
{
    const auto past = memory.read (loop.period);

    if constexpr (style == Style::unfiltered)
    {
        memory.push (roundedClip (in + past * loop.feedback));
    }
    else
    {
        // A ping-pong enters on the left with both channels; what comes back changes sides.
        const auto entering = style == Style::pingPong ? Stereo (Stereo::Floats { (in[0] + in[1]) * 0.70710678f, 0.0f }) : in;
        const auto heard = roundedHigh (entering + past * loop.feedback);
        const auto sides = style == Style::pingPong || style == Style::midPingPong ? swapped (heard) : heard;
        const auto dull = noHighs.low (sides * loop.amount, loop.lowGain);
        memory.push (dull - noLows.low (dull, loop.highGain));
    }

    return past;
}

template <StereoDelay::Style style>
void StereoDelay::run (int frames, StereoBuffer& sound) noexcept
{
    const auto isStill = period.isSteady() && feedback.isSteady() && wet.isSteady() && dry.isSteady() && amount.isSteady() && lowGain.isSteady() && highGain.isSteady();
    Loop loop { period.end(), feedback.end(), amount.end(), lowGain.end(), highGain.end() };
    auto wetNow = wet.end(), dryNow = dry.end();

    for (int i = 0; i < frames; ++i)
    {
        if (! isStill)
        {
            loop = { period.at (i - 1), feedback.at (i), amount.at (i), lowGain.at (i), highGain.at (i) };
            wetNow = wet.at (i);
            dryNow = dry.at (i);
        }

        const auto in = sound[i];
        sound[i] = dryNow * in + wetNow * tick<style> (in, loop);
    }
}

void StereoDelay::process (const EffectTurn& turn, const Settings& settings, StereoBuffer& sound) noexcept
{
    aim (turn, settings);

    switch (settings.style)
    {
        case Style::mono:
        case Style::stereo:
            run<Style::stereo> (turn.frames, sound);
            break;
        case Style::pingPong:
            run<Style::pingPong> (turn.frames, sound);
            break;
        case Style::midPingPong:
            run<Style::midPingPong> (turn.frames, sound);
            break;
        case Style::unfiltered:
            run<Style::unfiltered> (turn.frames, sound);
            break;
    }
}

StereoDelay::Settings DelayEffect::settingsOf (const EffectTurn& turn, const EffectValues& values) noexcept
{
    StereoDelay::Settings settings;
    settings.style = static_cast<StereoDelay::Style> (values.choice (Control::delay_style));
    settings.hertz = swingOf (turn, values, Control::delay_frequency, Control::delay_tempo, Control::delay_sync);

    if (settings.style != StereoDelay::Style::mono)
    {
        const auto right = swingOf (turn, values, Control::delay_aux_frequency, Control::delay_aux_tempo, Control::delay_aux_sync);
        settings.hertz.set (1, right[1]);
    }

    settings.mix = values[Control::delay_dry_wet];
    settings.feedback = values[Control::delay_feedback];
    settings.cutoff = values[Control::delay_filter_cutoff];
    settings.spread = values[Control::delay_filter_spread];
    return settings;
}

void DelayEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    delay.process (turn, settingsOf (turn, values), sound);
}

void DelayEffect::skip (const EffectTurn& turn, const EffectValues& values) noexcept
{
    delay.skip (turn, settingsOf (turn, values));
}

/** Moves on by a turn. */
StereoDelay::Settings FlangerEffect::swung (const EffectTurn& turn, const EffectValues& values) noexcept
{
    constexpr float shortest = 0.0005f, highestHertz = 20'000.0f;
    swing.advance (turn, swingOf (turn, values, Control::flanger_frequency, Control::flanger_tempo, Control::flanger_sync));
    const auto offset = values[Control::flanger_phase_offset];
    const auto phase = swing.turns() + offset * Stereo (Stereo::Floats { -0.5f, 0.5f });
    const auto triangle = dsp::abs (1.0f - 2.0f * dsp::fraction (phase + 0.75f));
    const auto swung = dsp::fma (values[Control::flanger_mod_depth], triangle * 2.0f - 1.0f, Stereo (1.0f));
    const auto centre = 1.0f / (dsp::exp2 (values[Control::flanger_center] * (1.0f / 12.0f)) * lowestHertz);
    const auto seconds = dsp::fma (centre - shortest, swung, Stereo (shortest));

    StereoDelay::Settings settings;
    settings.style = StereoDelay::Style::unfiltered;
    settings.hertz = 1.0f / dsp::max (seconds, Stereo (1.0f / highestHertz));
    settings.mix = values[Control::flanger_dry_wet];
    settings.feedback = values[Control::flanger_feedback];
    return settings;
}

void FlangerEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    delay.process (turn, swung (turn, values), sound);
}

void FlangerEffect::skip (const EffectTurn& turn, const EffectValues& values) noexcept
{
    delay.skip (turn, swung (turn, values));
}

} // namespace athanor::synth
