// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/DigitalFilter.h"

namespace athanor::synth
{

void DigitalFilter::reset (dsp::Mask<8> lanes) noexcept
{
    one.reset (lanes);
    two.reset (lanes);
}

void DigitalFilter::aim (const Turn& turn, const FilterSettings& settings) noexcept
{
    constexpr float leastResonance = 0.5f, mostResonance = 16.0f;
    const Passes passes (settings.style, settings.blend);
    const auto cubed = settings.resonance * settings.resonance * settings.resonance;
    const auto damp = 1.0f / dsp::fma (cubed, mostResonance - leastResonance, leastResonance);

    const auto aimAt = [&] (Walk<Lanes>& walk, Lanes target) { walk.aim (target, turn.frames, turn.hasStarted); };
    aimAt (damping, damp);
    aimAt (drive, passes.drive (settings.drive, settings.drive / dsp::fma (cubed, 2.0f, 1.0f)));
    aimAt (level, 1.0f / dsp::sqrt (settings.drive));

    const auto aimMix = [&] (MixWalk& walk, Lanes low, Lanes high) {
        aimAt (walk.in, high);
        aimAt (walk.band, passes.band - damp * high);
        aimAt (walk.low, low - high);
    };

    aimMix (mix, passes.low, passes.high);
    aimMix (mirrored, passes.high, passes.low);
}

bool DigitalFilter::isSteady() const noexcept
{
    return damping.isSteady() && drive.isSteady() && level.isSteady() && mix.in.isSteady() && mix.band.isSteady() && mix.low.isSteady();
}

inline DigitalFilter::Coefficients DigitalFilter::derive (Lanes gain, int frame, bool isSpread) const noexcept
{
    const auto mixAt = [frame] (const MixWalk& walk) { return SvfMix<Lanes> { walk.in.at (frame), walk.band.at (frame), walk.low.at (frame) }; };

    Coefficients made;
    made.resonant = Svf<Lanes>::Shape::of (gain, damping.at (frame));
    made.plain = Svf<Lanes>::Shape::of (gain, Lanes (1.0f));
    made.first = mixAt (mix);
    made.second = isSpread ? mixAt (mirrored) : made.first;
    made.drive = drive.at (frame);
    made.level = level.at (frame);
    return made;
}

void DigitalFilter::process (const Turn& turn, const FilterSettings& settings, Cutoff& cutoff, const Buffer& in, Buffer& out) noexcept
{
    aim (turn, settings);
    cutoff.design ([] (Lanes share) { return svfGain (share * tableSharpness); });

    auto before = one, after = two;
    const auto isStill = cutoff.isSteady() && isSteady();
    const auto isSpread = settings.style == Passes::notchSpread;
    const auto derive = [&] (int frame) { return this->derive (cutoff[frame], frame, isSpread); };

    if (settings.style == Passes::twelveDecibels)
        runFrames (turn.frames, isStill, in, out, derive, [&after] (Lanes x, const Coefficients& c) {
            return roundedClip (after.tick (c.drive * x, c.resonant, c.first)) * c.level;
        });
    else
        runFrames (turn.frames, isStill, in, out, derive, [&before, &after] (Lanes x, const Coefficients& c) {
            return roundedClip (after.tick (roundedClip (before.tick (c.drive * x, c.plain, c.first)), c.resonant, c.second)) * c.level;
        });

    one = before;
    two = after;
}

} // namespace athanor::synth
