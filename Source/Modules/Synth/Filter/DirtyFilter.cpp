// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/DirtyFilter.h"

namespace athanor::synth
{

namespace
{
constexpr float hotter = 1.4f; // The loop runs so much louder than what leaves it.
}

void DirtyFilter::reset (dsp::Mask<8> lanes) noexcept
{
    for (auto* pole : { &clean1, &clean2, &pass1, &pass2 })
        pole->reset (lanes);

    loop1.reset (lanes);
    loop2.reset (lanes);
}

void DirtyFilter::aim (const Turn& turn, const FilterSettings& settings) noexcept
{
    constexpr float resonanceOfDrive = 0.05f;
    const Passes passes (settings.style, settings.blend);
    const auto aimAt = [&] (Walk<Lanes>& walk, Lanes target) { walk.aim (target, turn.frames, turn.hasStarted); };

    aimAt (resonance, dsp::sqrt (settings.resonance));
    aimAt (drive, dsp::fma (settings.drive - 1.0f, 2.0f, 1.0f));
    aimAt (boost, settings.driveShare * resonanceOfDrive);
    aimAt (scaledShare, passes.scaledDriveShare);
    aimAt (scaledTimes, passes.scaledDriveTimes);
    aimAt (low, passes.low);
    aimAt (band, passes.band);
    aimAt (high, passes.high);
}

bool DirtyFilter::isSteady() const noexcept
{
    return resonance.isSteady() && drive.isSteady() && boost.isSteady() && scaledShare.isSteady() && scaledTimes.isSteady() && low.isSteady() && band.isSteady() && high.isSteady();
}

inline DirtyFilter::Coefficients DirtyFilter::derive (Lanes gain, int frame, bool isSpread) const noexcept
{
    constexpr float leastResonance = 0.1f, mostResonance = 2.15f, leastDrive = 0.1f;
    const Lanes zero (0.0f), one (1.0f);
    const auto tuned = dsp::clamp (resonance.at (frame) / dsp::max (one, dsp::fma (gain, 0.5f, 0.97f)), zero, one);
    const auto k = dsp::fma (tuned, mostResonance - leastResonance, leastResonance) + boost.at (frame);
    const auto square = k * k;
    const auto bend = dsp::fma (gain, gain, -gain);
    const auto full = drive.at (frame);
    const auto scaled = dsp::max (full, Lanes (leastDrive)) / dsp::fma (square, 0.5f, 1.0f);
    const auto level = hotter / (square + 1.0f);
    const auto lowNow = low.at (frame), bandNow = band.at (frame), highNow = high.at (frame);

    Coefficients made;
    made.gain = gain;
    made.drive = dsp::mix (full, scaled * scaledTimes.at (frame), scaledShare.at (frame));
    made.resonance = k;
    made.feed = 1.0f / (dsp::fma (k, bend, 1.0f) * (gain + 1.0f));
    made.level = level;
    made.cleanTimes = 1.0f / (bend + 1.0f);
    made.driven = ChainWeights (lowNow, bandNow, highNow);
    made.clean = isSpread ? ChainWeights (highNow, zero, lowNow) : made.driven;
    return made;
}

inline Lanes DirtyFilter::cleanTick (Lanes in, const Coefficients& c) noexcept
{
    // Scaled as if these poles had feedback; Vital means them to, but they have none.
    const auto x = in * c.cleanTimes;
    const auto first = clean1.low (x, c.gain);
    return c.clean.of (x, first, clean2.low (first, c.gain));
}

inline Lanes DirtyFilter::drivenTick (Lanes in, const Coefficients& c) noexcept
{
    const auto x = c.level * in;
    const auto first = pass1.low (x, c.gain);
    const auto passed = c.driven.of (x, first, pass2.low (first, c.gain));
    const auto feedback = loop2.ahead() + dsp::fma (c.gain, passed - loop1.ahead(), passed);
    const auto driven = warmClip (dsp::fma (c.resonance, c.feed * feedback, c.drive * passed));
    loop2.low (driven - loop1.low (driven, c.gain), c.gain);
    return driven * (1.0f / hotter);
}

void DirtyFilter::process (const Turn& turn, const FilterSettings& settings, Cutoff& cutoff, const Buffer& in, Buffer& out) noexcept
{
    aim (turn, settings);
    cutoff.design ([] (Lanes share) { return onePoleGain (share * tableSharpness); });

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
