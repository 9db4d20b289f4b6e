// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/DistortionEffect.h"

namespace athanor::synth
{

namespace
{
constexpr float leastDecibels = -30.0f, mostDecibels = 30.0f;
constexpr float finest = 32.0f / 2147483647.0f;

template <int n>
dsp::Lanes<n> shareOf (dsp::Lanes<n> decibels) noexcept
{
    return dsp::clamp ((decibels - leastDecibels) * (1.0f / (mostDecibels - leastDecibels)), dsp::Lanes<n> (0.0f), dsp::Lanes<n> (1.0f));
}

Lanes gainOf (Lanes decibels) noexcept
{
    return dsp::decibelsToGain (dsp::clamp (decibels, Lanes (leastDecibels), Lanes (mostDecibels)));
}

/** The height of a step. */
Lanes stepOf (Lanes decibels) noexcept
{
    const auto share = shareOf (decibels);
    return dsp::clamp (share * share, Lanes (finest), Lanes (1.0f));
}

/** For how many seconds a sample is held. */
Stereo holdOf (Stereo decibels) noexcept
{
    const auto rest = 1.0f - shareOf (decibels);
    return dsp::max (0.99f / dsp::clamp (rest * rest, Stereo (finest), Stereo (1.0f)), Stereo (1.0f)) * (1.0f / 88'200.0f);
}
} // namespace

void DistortionEffect::reset() noexcept
{
    band.reset();
    held = since = Stereo (0.0f);
    isFresh = true;
}

/** Four frames of two channels at a time. */
template <typename Scale, typename Bend>
void DistortionEffect::bend (int frames, StereoBuffer& sound, Scale scale, Bend bendOne) noexcept
{
    const auto isStill = drive.isSteady();
    auto amount = scale (widened (drive.end()));

    for (int i = 0; i < frames; i += 4)
    {
        if (! isStill)
        {
            auto decibels = widened (drive.at (i));

            for (int next = 1; next < 4; ++next)
                for (int channel = 0; channel < 2; ++channel)
                    decibels.set (2 * next + channel, drive.at (i + next)[channel]);

            amount = scale (decibels);
        }

        Lanes four;
        std::memcpy (&four, &sound[i], sizeof four);
        four = bendOne (four, amount);
        std::memcpy (&sound[i], &four, sizeof four);
    }
}

void DistortionEffect::downSample (const EffectTurn& turn, StereoBuffer& sound) noexcept
{
    // Only every other frame is looked at, and so all lasts twice as long as it says.
    for (int i = 0; i < turn.frames; i += 2)
    {
        const auto period = holdOf (drive.at (i)) * static_cast<float> (turn.sampleRate);
        since += Stereo (1.0f);
        const auto isDue = since >= period;
        held = dsp::select (isDue, sound[i], held);
        since = dsp::select (isDue, since - period, since);
        sound[i] = sound[i + 1] = held;
    }
}

void DistortionEffect::setShape (Shape kind) noexcept
{
    if (static_cast<int> (kind) != before)
        held = since = Stereo (0.0f);

    before = static_cast<int> (kind);
}

/** How long a sample has been held already shows when sound comes. */
void DistortionEffect::skip (const EffectTurn& turn, const EffectValues& values) noexcept
{
    aim (turn, values);
    const auto kind = static_cast<Shape> (values.choice (Control::distortion_type));
    setShape (kind);

    if (kind == Shape::downSample)
    {
        StereoBuffer silence;
        silence.clear (turn.frames);
        downSample (turn, silence);
    }
}

void DistortionEffect::shape (const EffectTurn& turn, Shape kind, StereoBuffer& sound) noexcept
{
    setShape (kind);
    const auto frames = turn.frames;

    switch (kind)
    {
        case Shape::softClip:
            bend (frames, sound, gainOf, [] (Lanes x, Lanes gain) { return warmClip (x * gain); });
            break;
        case Shape::hardClip:
            bend (frames, sound, gainOf, [] (Lanes x, Lanes gain) { return dsp::clamp (x * gain, Lanes (-1.0f), Lanes (1.0f)); });
            break;
        case Shape::fold:
            bend (frames, sound, gainOf, [] (Lanes x, Lanes gain) { return dsp::abs (dsp::fraction (dsp::fma (x * gain, 0.25f, 0.75f)) * -4.0f + 2.0f) - 1.0f; });
            break;
        case Shape::sineFold:
            bend (frames, sound, gainOf, [] (Lanes x, Lanes gain) { return dsp::sine (x * gain * 0.25f); });
            break;
        case Shape::crush:
            bend (frames, sound, stepOf, [] (Lanes x, Lanes step) { return dsp::floor (dsp::clamp (x / step, Lanes (-4e6f), Lanes (4e6f)) + 0.5f) * step; });
            break;
        case Shape::downSample:
            downSample (turn, sound);
            break;
    }
}

void DistortionEffect::filter (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    const Stereo none (0.0f), one (1.0f);
    const auto share = values[Control::distortion_filter_resonance];
    const auto blend = values[Control::distortion_filter_blend] - 1.0f;
    band.aim (turn, { values[Control::distortion_filter_cutoff], 1.0f / dsp::fma (share * share * share, 15.5f, Stereo (0.5f)), dsp::max (-blend, none), dsp::sqrt (one - blend * blend), dsp::max (blend, none) });
    band.process (turn, sound);
}

void DistortionEffect::aim (const EffectTurn& turn, const EffectValues& values) noexcept
{
    if (isFresh)
    {
        drive.set (values[Control::distortion_drive]);
        mix.set (values[Control::distortion_mix]);
    }

    isFresh = false;
    drive.aim (values[Control::distortion_drive], turn.frames);
    mix.aim (values[Control::distortion_mix], turn.frames);
}

void DistortionEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    enum FilterOrder { none,
                       before_,
                       behind };

    aim (turn, values);
    const auto isMixed = ! mix.isSteady() || ! isSame (mix.end(), Stereo (1.0f));
    const auto dry = sound;
    const auto order = values.choice (Control::distortion_filter_order);

    if (order == before_)
        filter (turn, values, sound);

    shape (turn, static_cast<Shape> (values.choice (Control::distortion_type)), sound);

    if (order == behind)
        filter (turn, values, sound);

    for (int i = 0; isMixed && i < turn.frames; ++i)
        sound[i] = dsp::mix (dry[i], sound[i], mix.at (i));
}

} // namespace athanor::synth
