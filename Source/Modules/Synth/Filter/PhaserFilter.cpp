// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/PhaserFilter.h"

namespace athanor::synth
{

void PhaserFilter::reset (dsp::Mask<8> lanes) noexcept
{
    for (auto& stage : stages)
        stage.reset (lanes);

    noHighs.reset (lanes);
    noLows.reset (lanes);
    last = dsp::select (lanes, Lanes (0.0f), last);
}

void PhaserFilter::aim (const Turn& turn, const FilterSettings& settings) noexcept
{
    const Lanes zero (0.0f);
    const auto low = dsp::max (-settings.blend, zero), high = dsp::max (settings.blend, zero);
    const auto aimAt = [&] (Walk<Lanes>& walk, Lanes target) { walk.aim (target, turn.frames, turn.hasStarted); };
    aimAt (resonance, settings.resonance);
    aimAt (drive, dsp::fma (settings.resonance, 0.5f, 1.0f) * settings.drive);
    aimAt (peak1, low);
    aimAt (peak3, 1.0f - low - high);
    aimAt (peak5, high);
}

bool PhaserFilter::isSteady() const noexcept
{
    return resonance.isSteady() && drive.isSteady() && peak1.isSteady() && peak3.isSteady() && peak5.isSteady();
}

inline PhaserFilter::Coefficients PhaserFilter::derive (Lanes gain, int frame) const noexcept
{
    constexpr float loopWidth = 20.0f; // What feeds back reaches from a 20th of the cutoff to twenty times it.
    return { gain, dsp::min (gain * loopWidth, Lanes (0.9f)), gain * (1.0f / loopWidth), resonance.at (frame), drive.at (frame), peak1.at (frame), peak3.at (frame), peak5.at (frame) };
}

template <PhaserFilter::Taste t>
inline Lanes PhaserFilter::tick (Lanes in, Lanes sign, const Coefficients& c) noexcept
{
    const auto dull = noHighs.low (last, c.lowGain);
    const auto fed = c.resonance * (dull - noLows.low (dull, c.highGain));
    auto x = dsp::fma (sign, t == Taste::clean ? warmClip (fed) : fed, c.drive * in);

    if constexpr (t == Taste::driven)
        x = roundedClip (x);

    const auto through = [&] (std::size_t begin) {
        for (auto stage = begin; stage < begin + stagesPerPeak; ++stage)
            x = stages[stage].allpass (x, c.gain);

        return x;
    };

    const auto one = through (0), three = through (stagesPerPeak), five = through (2 * stagesPerPeak);
    last = dsp::fma (c.peak5, five, dsp::fma (c.peak3, three, c.peak1 * one));
    return dsp::fma (sign, last, in) * 0.5f;
}

void PhaserFilter::process (const Turn& turn, const FilterSettings& settings, Cutoff& cutoff, const Buffer& in, Buffer& out) noexcept
{
    aim (turn, settings);
    cutoff.design ([] (Lanes share) { return onePoleGain (share * tableSharpness); });

    auto local = *this;
    const Lanes sign (settings.style != 0 ? -1.0f : 1.0f);
    const auto isStill = cutoff.isSteady() && isSteady();
    const auto derive = [&] (int frame) { return this->derive (cutoff[frame], frame); };

    if (taste == Taste::clean)
        runFrames (turn.frames, isStill, in, out, derive, [&local, sign] (Lanes x, const Coefficients& c) { return local.tick<Taste::clean> (x, sign, c); });
    else
        runFrames (turn.frames, isStill, in, out, derive, [&local, sign] (Lanes x, const Coefficients& c) { return local.tick<Taste::driven> (x, sign, c); });

    *this = local;
}

} // namespace athanor::synth
