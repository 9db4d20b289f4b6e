// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/OutputStage.h"

namespace athanor::synth
{

void OutputStage::process (const Controls& controls, std::array<Stereo, quantum>& sound) noexcept
{
    constexpr float silence = -80.0f, loudest = 12.2f;
    const auto routing = dsp::clamp (controls.stereoRouting, Stereo (0.0f), Stereo (1.0f));
    const auto decibels = dsp::clamp (dsp::sqrt (controls.volume) + silence, Stereo (silence), Stereo (loudest));
    const auto gain = dsp::select (decibels <= silence, Stereo (0.0f), dsp::decibelsToGain (decibels));

    // Rotation turns by a whole circle, backwards; spread fades from the middle (both channels in each) to how it came.
    const auto rotates = controls.stereoMode != 0;
    const auto turns = rotates ? -routing : (1.0f - routing) * 0.125f;
    const Stereo sign = rotates ? Stereo (Stereo::Floats { 1.0f, -1.0f }) : Stereo (1.0f);
    const auto aim = [this] (Walk<Stereo>& walk, Stereo target) {
        if (isFirst)
            walk.set (target);
        else
            walk.aim (target, quantum);
    };

    aim (straight, dsp::cosine (turns));
    aim (crossed, sign * dsp::sine (turns));
    aim (level, gain);
    isFirst = false;

    for (int i = 0; i < quantum; ++i)
    {
        auto& frame = sound[static_cast<std::size_t> (i)];
        const auto placed = frame * straight.at (i) + swapped (frame) * crossed.at (i);
        frame = dsp::clamp (placed * level.at (i), Stereo (-2.1f), Stereo (2.1f));
    }
}

} // namespace athanor::synth
