// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/DiodeFilter.h"

namespace athanor::synth
{

void DiodeFilter::reset (dsp::Mask<8> lanes) noexcept
{
    for (auto* pole : { &high1, &high2, &loopLow, &second, &third })
        pole->reset (lanes);

    first.reset (lanes);
    fourth.reset (lanes);
}

void DiodeFilter::aim (const Turn& turn, const FilterSettings& settings) noexcept
{
    constexpr float leastResonance = 0.7f, mostResonance = 17.0f;
    constexpr float lowestHighPass = -9.0f, highestHighPass = -1.0f; // In octaves from the cutoff.
    const auto cubed = settings.resonance * settings.resonance * settings.resonance;
    const auto k = dsp::fma (cubed, mostResonance - leastResonance, leastResonance);
    const auto amount = dsp::fma (settings.blend, 0.5f, 0.5f);
    const auto isShelf = settings.style == 0;

    const auto aimAt = [&] (Walk<Lanes>& walk, Lanes target) { walk.aim (target, turn.frames, turn.hasStarted); };
    aimAt (resonance, k);
    aimAt (drive, dsp::fma (k, 0.5f, 1.0f) * settings.drive);
    aimAt (level, 1.0f / dsp::sqrt (settings.drive));
    aimAt (highRatio, isShelf ? Lanes (0.5f) : dsp::exp2 (dsp::fma (amount, highestHighPass - lowestHighPass, lowestHighPass)));
    aimAt (highAmount, isShelf ? amount * amount : Lanes (1.0f));
}

bool DiodeFilter::isSteady() const noexcept
{
    return resonance.isSteady() && drive.isSteady() && level.isSteady() && highRatio.isSteady() && highAmount.isSteady();
}

inline DiodeFilter::Coefficients DiodeFilter::derive (Lanes gain, int frame) const noexcept
{
    Coefficients made;
    made.gain = gain;
    made.resonance = resonance.at (frame) * 0.5f;
    made.drive = drive.at (frame) * 0.5f;
    made.level = level.at (frame);
    made.highGain = gain * highRatio.at (frame);
    made.highRest = 1.0f - made.highGain;
    made.highTimes = 1.0f / (dsp::fma (made.highGain, made.highGain, -made.highGain) + 1.0f);
    made.highAmount = highAmount.at (frame);
    return made;
}

inline Lanes DiodeFilter::highPass (Lanes in, const Coefficients& c) noexcept
{
    const auto loop = c.highRest * dsp::fma (-c.highRest, high1.ahead(), high2.ahead());
    const auto x = (in - loop) * c.highTimes;
    const auto one = high1.low (x, c.highGain);
    const auto two = high2.low (one, c.highGain);
    return dsp::mix (in, x - one - one + two, c.highAmount);
}

inline Lanes DiodeFilter::tick (Lanes in, Lanes loopGain, const Coefficients& c) noexcept
{
    const auto driven = warmClip (dsp::fma (c.drive, highPass (in, c), -c.resonance * fourth.ahead()));
    const auto loop = driven + second.ahead();
    const auto one = first.low (loop - loopLow.low (loop, loopGain), c.gain); // The loop passes no DC.
    const auto two = second.low ((one + third.ahead()) * 0.5f, c.gain);
    const auto three = third.low ((two + fourth.ahead()) * 0.5f, c.gain);
    return fourth.low (three, c.gain) * c.level;
}

void DiodeFilter::process (const Turn& turn, const FilterSettings& settings, Cutoff& cutoff, const Buffer& in, Buffer& out) noexcept
{
    aim (turn, settings);
    cutoff.design ([] (Lanes share) { return onePoleGain (share * tableSharpness); });

    auto local = *this;
    const auto loopGain = onePoleGain (Lanes (static_cast<float> (20.0 / turn.sampleRate)));
    const auto derive = [&] (int frame) { return this->derive (cutoff[frame], frame); };
    runFrames (turn.frames, cutoff.isSteady() && isSteady(), in, out, derive, [&local, loopGain] (Lanes x, const Coefficients& c) { return local.tick (x, loopGain, c); });
    *this = local;
}

} // namespace athanor::synth
