// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/CombFilter.h"

namespace athanor::synth
{

void CombFilter::reset (dsp::Mask<8> lanes) noexcept
{
    memory.begin (lanes);
    noHighs.reset (lanes);
    noLows.reset (lanes);
}

void CombFilter::aimFeedback (const Turn& turn, const FilterSettings& settings) noexcept
{
    const Lanes zero (0.0f);
    auto fed = settings.resonance;
    auto input = 1.0f / (fed + 1.0f);

    if (settings.style % 3 == 0)
    {
        fed = dsp::fma (settings.resonance, 2.0f, -1.0f);
        fed = fed / dsp::sqrt (dsp::abs (fed) + 0.00001f);
        input = dsp::fma (fed * fed, -0.5f, 1.0f);
    }

    feedback.aim (fed, turn.frames, turn.hasStarted);

    // A voice's first quantum goes in and out of nothing; it is faded in through the second.
    scale.aim (dsp::select (turn.hasStarted, zero, input), turn.frames, turn.hasStarted);
}

void CombFilter::aim (const Turn& turn, const FilterSettings& settings, Lanes pitch) noexcept
{
    const Lanes zero (0.0f), one (1.0f);
    const auto lowest = pitch - 48.0f;
    const auto shareOf = [&turn] (Lanes note, double highest) {
        return dsp::clamp (pitchToShare (note, turn.sampleRate), Lanes (static_cast<float> (1.0 / turn.sampleRate)), Lanes (static_cast<float> (highest)));
    };

    const auto middle = pitch + settings.transpose;
    auto upper = shareOf (middle, 0.45351473923), lower = shareOf (lowest, 0.45351473923);
    auto low = dsp::clamp (one - settings.blend, zero, one), high = dsp::clamp (settings.blend + 1.0f, zero, one);

    if (settings.style / 3 == 1)
    {
        const auto reach = (settings.blend + 1.0f) * 48.0f; // Up to eight octaves to either side.
        upper = shareOf (middle + reach, 1 / 2.1);
        lower = shareOf (dsp::max (lowest, middle - reach), 1 / 2.1);
        low = lower / upper + 1.0f;
        high = zero;
    }

    lowGain.aim (onePoleGain (upper), turn.frames, turn.hasStarted);
    highGain.aim (onePoleGain (lower), turn.frames, turn.hasStarted);
    lowAmount.aim (dsp::select (turn.hasStarted, zero, low), turn.frames, turn.hasStarted);
    highAmount.aim (dsp::select (turn.hasStarted, zero, high), turn.frames, turn.hasStarted);
    aimFeedback (turn, settings);
}

bool CombFilter::isSteady() const noexcept
{
    return feedback.isSteady() && scale.isSteady() && lowGain.isSteady() && highGain.isSteady() && lowAmount.isSteady() && highAmount.isSteady();
}

inline CombFilter::Coefficients CombFilter::derive (Lanes period, int frame) const noexcept
{
    return { period, feedback.at (frame), scale.at (frame), lowGain.at (frame), highGain.at (frame), lowAmount.at (frame), highAmount.at (frame) };
}

template <CombFilter::Feedback kind>
inline Lanes CombFilter::tick (Lanes in, const Coefficients& c) noexcept
{
    const auto coloured = [&] (Lanes x) {
        const auto low = noHighs.low (x, c.lowGain);
        const auto both = dsp::fma (x - low, c.highAmount, low * c.lowAmount);
        return both - noLows.low (both, c.highGain);
    };

    const auto past = memory.read (c.period);

    if constexpr (kind == Feedback::comb)
    {
        const auto result = coloured (dsp::fma (past, c.feedback, c.scale * in));
        memory.push (roundedClip (result));
        return result;
    }
    else
    {
        constexpr float sign = kind == Feedback::flangePlus ? 1.0f : -1.0f;
        const auto echo = coloured (past);
        const auto fresh = in * 0.70710678f;
        memory.push (dsp::fma (roundedClip (echo * c.feedback), sign, fresh));
        return dsp::fma (echo, sign, fresh * c.scale);
    }
}

void CombFilter::process (const Turn& turn, const FilterSettings& settings, Cutoff& cutoff, const Buffer& in, Buffer& out) noexcept
{
    const auto kind = static_cast<Feedback> (settings.style % 3);
    aim (turn, settings, cutoff.pitchAt (0));

    // A flanger that subtracts sounds an octave lower, and so is tuned to half its period.
    const auto times = kind == Feedback::flangeMinus ? 0.5f : 1.0f;
    const auto longest = static_cast<float> (memory.maxPeriod() - 5) * times;
    cutoff.design ([=] (Lanes share) { return dsp::clamp (times / share, Lanes (2.0f), Lanes (longest)); });

    const auto isStill = cutoff.isSteady() && isSteady();
    const auto derive = [&] (int frame) { return this->derive (cutoff[frame], frame); };

    switch (kind)
    {
        case Feedback::comb:
            runFrames (turn.frames, isStill, in, out, derive, [this] (Lanes x, const Coefficients& c) { return tick<Feedback::comb> (x, c); });
            break;
        case Feedback::flangePlus:
            runFrames (turn.frames, isStill, in, out, derive, [this] (Lanes x, const Coefficients& c) { return tick<Feedback::flangePlus> (x, c); });
            break;
        case Feedback::flangeMinus:
            runFrames (turn.frames, isStill, in, out, derive, [this] (Lanes x, const Coefficients& c) { return tick<Feedback::flangeMinus> (x, c); });
            break;
    }
}

} // namespace athanor::synth
