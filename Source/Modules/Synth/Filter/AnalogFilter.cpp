// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/AnalogFilter.h"

namespace athanor::synth
{

void AnalogFilter::reset (dsp::Mask<8> lanes) noexcept
{
    for (auto* pole : { &clean1, &clean2, &driven1, &driven2 })
        pole->reset (lanes);
}

void AnalogFilter::aim (const Turn& turn, const FilterSettings& settings) noexcept
{
    constexpr float mostResonance = 2.15f, resonanceOfDrive = 1.1f;
    const Passes passes (settings.style, settings.blend);
    const auto room = dsp::fma (settings.resonance, 2.0f, 1.0f);
    const auto driven = passes.drive (settings.drive, settings.drive / room);

    const auto aimAt = [&] (Walk<Lanes>& walk, Lanes target) { walk.aim (target, turn.frames, turn.hasStarted); };
    aimAt (resonance, mostResonance * dsp::sqrt (settings.resonance) + resonanceOfDrive * settings.driveShare * settings.resonance);
    aimAt (drive, driven);
    aimAt (level, 1.0f / dsp::sqrt (room * driven));
    aimAt (low, passes.low);
    aimAt (band, passes.band);
    aimAt (high, passes.high);
}

bool AnalogFilter::isSteady() const noexcept
{
    return resonance.isSteady() && drive.isSteady() && level.isSteady() && low.isSteady() && band.isSteady() && high.isSteady();
}

inline AnalogFilter::Coefficients AnalogFilter::derive (Lanes gain, int frame, bool isSpread) const noexcept
{
    // Resonance gives way towards the top, where the loop would whistle by itself.
    const auto tuned = resonance.at (frame) / dsp::max (Lanes (1.0f), dsp::fma (gain, 0.18f, 0.97f));
    const auto bend = dsp::fma (gain, gain, -gain);
    const auto normal = 1.0f / dsp::fma (tuned, bend, 1.0f);
    const auto lowNow = low.at (frame), bandNow = band.at (frame), highNow = high.at (frame), levelNow = level.at (frame);

    Coefficients made;
    made.gain = gain;
    made.rest = 1.0f - gain;
    made.drive = drive.at (frame) * normal;
    made.feedback = tuned * normal;
    made.cleanTimes = 1.0f / (bend + 1.0f);
    made.clean = ChainWeights (lowNow, bandNow, highNow);

    // Spread notches: what the first half keeps of the highs, the second keeps of the lows.
    made.driven = isSpread ? ChainWeights (highNow * levelNow, Lanes (0.0f), lowNow * levelNow)
                           : ChainWeights (lowNow * levelNow, bandNow * levelNow, highNow * levelNow);
    return made;
}

inline Lanes AnalogFilter::drivenTick (Lanes in, const Coefficients& c) noexcept
{
    const auto loop = c.rest * dsp::fma (-c.rest, driven1.ahead(), driven2.ahead());
    const auto x = warmClip (dsp::fma (c.drive, in, -c.feedback * loop));
    const auto first = driven1.low (x, c.gain);
    return c.driven.of (x, first, driven2.low (first, c.gain));
}

inline Lanes AnalogFilter::cleanTick (Lanes in, const Coefficients& c) noexcept
{
    const auto loop = c.rest * dsp::fma (-c.rest, clean1.ahead(), clean2.ahead());
    const auto x = (in - loop) * c.cleanTimes;
    const auto first = clean1.low (x, c.gain);
    return c.clean.of (x, first, clean2.low (first, c.gain));
}

void AnalogFilter::process (const Turn& turn, const FilterSettings& settings, Cutoff& cutoff, const Buffer& in, Buffer& out) noexcept
{
    aim (turn, settings);
    cutoff.design ([] (Lanes share) { return onePoleGain (share * tableSharpness); });

    // Kept in a local copy, so that the compiler keeps the memories in registers.
    auto local = *this;
    const auto isStill = cutoff.isSteady() && isSteady();
    const auto isSpread = settings.style == Passes::notchSpread;
    const auto derive = [&] (int frame) { return this->derive (cutoff[frame], frame, isSpread); };

    if (settings.style == Passes::twelveDecibels)
        runFrames (turn.frames, isStill, in, out, derive, [&local] (Lanes x, const Coefficients& c) { return local.drivenTick (x, c); });
    else
        runFrames (turn.frames, isStill, in, out, derive, [&local] (Lanes x, const Coefficients& c) { return local.drivenTick (local.cleanTick (x, c), c); });

    *this = local;
}

} // namespace athanor::synth
