// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/EqualiserEffect.h"

#include <utility>

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
    filter.reset();
    isFresh = true;
}

void EqualiserEffect::aim (const EffectTurn& turn, const EffectValues& values) noexcept
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

    Lanes pitches (0.0f), dampings (1.0f), ins (0.0f), mids (0.0f), lows (0.0f);
    dsp::Mask<8> isNew {};

    for (int i = 0; i < 3; ++i)
    {
        const auto& c = controls[i];
        const auto gain = dsp::decibelsToGain (values[c.gain]), root = dsp::sqrt (gain), own = dampingOf (values.scaled (c.resonance));
        const auto isPass = values.choice (c.mode) != 0, isLow = i == 0, isHigh = i == 2;
        const auto isOther = isPass != std::exchange (wasPass[static_cast<std::size_t> (i)], isPass) || isFresh;
        const Stereo one (1.0f), none (0.0f), cutOff = isPass ? none : gain;
        const auto lowGain = isLow ? cutOff : one, highGain = isHigh ? cutOff : one, midGain = isPass ? none : own * (isLow || isHigh ? root : gain);

        for (int channel = 0; channel < 2; ++channel)
        {
            const auto lane = 2 * i + channel;
            pitches.set (lane, values[c.cutoff][channel]);
            dampings.set (lane, own[channel]);
            ins.set (lane, highGain[channel]);
            mids.set (lane, (midGain - own * highGain)[channel]);
            lows.set (lane, (lowGain - highGain)[channel]);
            isNew.value[lane] = isOther ? -1 : 0;
        }
    }

    filter.reset (isNew);
    pitch.aim (pitches, turn.frames, isNew);
    damping.aim (dampings, turn.frames, isNew);
    in.aim (ins, turn.frames, isNew);
    band.aim (mids, turn.frames, isNew);
    low.aim (lows, turn.frames, isNew);
    isFresh = false;
}

Svf<Lanes>::Shape EqualiserEffect::shapeAt (Lanes frames, double sampleRate) const noexcept
{
    const auto gain = svfGain (dsp::min (pitchToShare (pitch.at (frames), sampleRate), Lanes (1.0f)) * tableSharpness);
    return Svf<Lanes>::Shape::of (gain, damping.at (frames));
}

void EqualiserEffect::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    constexpr int late = 4; // Frames from one band to the next. New filters come as often, for they move by very little in between.
    const Lanes behind (Lanes::Floats { 0, 0, late, late, 2 * late, 2 * late, 0, 0 });
    aim (turn, values);
    const auto isStill = pitch.isSteady() && damping.isSteady() && in.isSteady() && band.isSteady() && low.isSteady();
    auto shape = shapeAt (Lanes (static_cast<float> (turn.frames - 1)), turn.sampleRate);
    SvfMix<Lanes> mix { in.end(), band.end(), low.end() };
    auto local = filter;
    std::array<Lanes, late> said;
    said.fill (Lanes (0.0f));

    const auto tick = [&] (int i, bool hasAll) {
        const auto frames = Lanes (static_cast<float> (i)) - behind;

        if (! isStill)
        {
            if (i % late == 0)
                shape = shapeAt (frames, turn.sampleRate);

            mix = { in.at (frames), band.at (frames), low.at (frames) };
        }

        const auto last = static_cast<float> (turn.frames - 1);
        auto& heard = said[static_cast<std::size_t> (i % late)];
        const auto now = hasAll || i < turn.frames ? sound[i] : Stereo (0.0f);
        const Lanes fed (__builtin_shufflevector (widened (now).value, heard.value, 0, 1, 8, 9, 10, 11, 14, 15));
        const auto before = local;
        heard = local.tick (fed, shape, mix);

        // As a turn begins, the later bands wait; as it ends, the earlier ones are done.
        if (! hasAll)
            local.take ((frames < 0.0f) | (frames > last), before);

        if (hasAll || i >= 2 * late)
            sound[i - 2 * late] = Stereo (__builtin_shufflevector (heard.value, heard.value, 4, 5));
    };

    for (int i = 0; i < 2 * late; ++i)
        tick (i, false);

    for (int i = 2 * late; i < turn.frames; ++i)
        tick (i, true);

    for (int i = turn.frames; i < turn.frames + 2 * late; ++i)
        tick (i, false);

    filter = local;
}

} // namespace athanor::synth
