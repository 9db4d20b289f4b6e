// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetTimbre.h"

#include "App/PresetRender.h"

namespace athanor
{

Timbre timbreOfPatch (const PatchSpec& patch)
{
    constexpr double held = 1.5, seconds = 2.25;
    const PresetRenderSettings settings { .seconds = seconds, .settling = 0 };
    const auto played = renderPreset (patch, { { 48, 0, held, 100 } }, settings);
    dsp::Sound sound { settings.sampleRate, 2, {} };
    sound.samples.reserve (2 * played.frames.size());

    for (const auto& [left, right] : played.frames)
    {
        sound.samples.push_back (left);
        sound.samples.push_back (right);
    }

    constexpr double playedNote = 130.8127826502993;
    auto timbre = timbreOf (sound, held);
    timbre.tuning = timbre.tuning ? centsFrom (sound, playedNote, held) : std::nullopt;
    return timbre;
}

} // namespace athanor
