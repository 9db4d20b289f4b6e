// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/EqualiserEffect.h"

namespace athanor::synth
{

namespace
{
/** One over the resonance that a control of 0 to 1 asks for. */
Stereo dampingOf (Stereo resonance) noexcept
{
    const auto share = dsp::clamp (resonance, Stereo (0.0f), Stereo (1.0f));
    return 1.0f / dsp::fma (share * share * share, 15.5f, Stereo (0.5f));
}
} // namespace

void StereoBand::reset() noexcept
{
    filter.reset();
    isFresh = true;
}

void StereoBand::aim (const EffectTurn& turn, const Target& target) noexcept
{
    const auto aimAt = [&] (Walk<Lanes>& walk, Stereo value) {
        if (isFresh)
            walk.set (widened (value));
        else
            walk.aim (widened (value), turn.frames);
    };

    aimAt (pitch, target.pitch);
    aimAt (damping, target.damping);
    aimAt (in, target.high);
    aimAt (band, target.band - target.damping * target.high);
    aimAt (low, target.low - target.high);
    isFresh = false;
}

void StereoBand::process (const EffectTurn& turn, StereoBuffer& sound) noexcept
{
    const auto gainAt = [&] (int frame) { return svfGain (dsp::min (pitchToShare (pitch.at (frame), turn.sampleRate), Lanes (1.0f)) * tableSharpness); };
    const auto isStill = pitch.isSteady() && damping.isSteady() && in.isSteady() && band.isSteady() && low.isSteady();
    auto shape = Svf<Lanes>::Shape::of (gainAt (turn.frames - 1), damping.end());
    SvfMix<Lanes> mix { in.end(), band.end(), low.end() };
    auto local = filter;

    for (int i = 0; i < turn.frames; ++i)
    {
        if (! isStill)
        {
            // New filters at each fourth frame: they move by very little in between.
            if (i % 4 == 0)
                shape = Svf<Lanes>::Shape::of (gainAt (i), damping.at (i));

            mix = { in.at (i), band.at (i), low.at (i) };
        }

        sound[i] = narrowed (local.tick (widened (sound[i]), shape, mix));
    }

    filter = local;
}

void EqualiserEffect::reset() noexcept
{
    for (auto& band : bands)
        band.reset();
}

void EqualiserEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    struct Band
    {
        Control cutoff, resonance, gain, mode;
    };

    constexpr Band controls[3] {
        { Control::eq_low_cutoff, Control::eq_low_resonance, Control::eq_low_gain, Control::eq_low_mode },
        { Control::eq_band_cutoff, Control::eq_band_resonance, Control::eq_band_gain, Control::eq_band_mode },
        { Control::eq_high_cutoff, Control::eq_high_resonance, Control::eq_high_gain, Control::eq_high_mode },
    };

    const Stereo none (0.0f), one (1.0f);

    for (std::size_t i = 0; i < 3; ++i)
    {
        const auto& c = controls[i];
        const auto damping = dampingOf (values.scaled (c.resonance));
        const auto gain = dsp::decibelsToGain (values[c.gain]);
        const auto root = dsp::sqrt (gain);
        const auto isPass = values.choice (c.mode) != 0;
        const auto isLow = i == 0, isHigh = i == 2;
        StereoBand::Target target { values[c.cutoff], damping, isLow ? gain : one, damping * (isLow || isHigh ? root : gain), isHigh ? gain : one };

        if (isPass)
            target = { values[c.cutoff], damping, isLow ? none : one, none, isHigh ? none : one };

        if (isPass != wasPass[i])
            bands[i].reset();

        wasPass[i] = isPass;
        bands[i].aim (turn, target);
        bands[i].process (turn, sound);
    }
}

} // namespace athanor::synth
