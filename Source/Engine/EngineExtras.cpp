// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard beside the song: the preview of a recording, and the metronome.
#include "Engine/Engine.h"

#include "Dsp/Fast.h"
#include "Model/ParameterAddress.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

std::uint64_t Engine::macroKey (TrackId track, int number) noexcept
{
    // The text of the address, without a string: this is the audio thread.
    std::array<char, 40> text {};
    std::size_t length = 0;
    const auto add = [&] (std::string_view part) { length = static_cast<std::size_t> (std::ranges::copy (part, text.begin() + static_cast<std::ptrdiff_t> (length)).out - text.begin()); };

    if (track)
    {
        add ("track/");

        for (int shift = 60; shift >= 0; shift -= 4)
            text[length++] = "0123456789abcdef"[track.value >> shift & 15];
    }
    else
        add ("song");

    add ("/macro/");
    text[length++] = static_cast<char> ('0' + std::clamp (number, 0, 9));
    return keyOf ({ text.data(), length });
}

void Engine::addPreview (const AudioThread& thread) noexcept
{
    if (const auto* next = previews.acquire (thread); next != preview)
    {
        preview = next;
        previewPosition = 0;
        previewGain = 0;
    }

    const auto* sound = preview != nullptr ? preview->sound.get() : nullptr;

    if (sound == nullptr || sound->frames() < 2)
        return;

    const auto last = static_cast<double> (sound->frames()) - 1;
    const auto channels = static_cast<std::size_t> (sound->channels);

    for (std::size_t i = 0; i < quantum && previewPosition < last; ++i, previewPosition += sound->sampleRate / plan->sampleRate)
    {
        previewGain = std::min (1.0f, previewGain + 1.0f / 64);
        const auto whole = static_cast<std::size_t> (previewPosition);
        const auto part = static_cast<float> (previewPosition - static_cast<double> (whole));
        const auto* here = &sound->samples[whole * channels];
        const auto read = [&] (std::size_t channel) { return here[channel] + (here[channels + channel] - here[channel]) * part; };
        outLeft[i] += previewGain * read (0);
        outRight[i] += previewGain * read (channels - 1);
    }
}

/** Whether something clicks on this frame of the quantum, and how. */
Engine::Click Engine::clickAt (int frame) const noexcept
{
    // Backwards from the start of the song, so that the last beat is as long as all others.
    const auto beatsLeft = [this] (std::int64_t frames) { return static_cast<int> (std::ceil (static_cast<double> (frames) / framesPerCount - 1.0e-9)); };

    if (countLeft > 0)
    {
        const auto left = beatsLeft (countLeft - frame);
        return left == beatsLeft (countLeft - frame + 1) ? Click::none : left % countsPerBar == 0 ? Click::accent
                                                                                                  : Click::beat;
    }

    if (! hasMetronome || ! isPlaying)
        return Click::none;

    const auto& moment = *plan->moment;
    const auto beat = moment.beatAt (frame), before = beat - moment.beatsPerFrame;
    const auto now = static_cast<std::int64_t> (beat + 1.0e-9);
    const auto isOnBeat = now != static_cast<std::int64_t> (before + 1.0e-9) || (beat < moment.beatsPerFrame && clickFrame < 0);
    return ! isOnBeat ? Click::none : now % countsPerBar == 0 ? Click::accent
                                                              : Click::beat;
}

/** A short ping on each beat of the song or of what is counted before it, a higher one on the first of a bar. */
void Engine::addMetronome() noexcept
{
    if (! hasMetronome && countLeft <= 0 && clickFrame < 0)
        return;

    for (int i = 0; i < quantum; ++i)
    {
        if (const auto click = clickAt (i); click != Click::none)
        {
            clickFrame = 0;
            isAccent = click == Click::accent;
        }

        if (clickFrame < 0)
            continue;

        const auto seconds = static_cast<float> (clickFrame) / static_cast<float> (plan->sampleRate);
        const auto turns = seconds * (isAccent ? 1'760.0f : 1'320.0f);
        const auto sound = 0.25f * dsp::exp (-seconds * 60) * dsp::sine (turns - static_cast<float> (static_cast<int> (turns)));
        outLeft[static_cast<std::size_t> (i)] += sound;
        outRight[static_cast<std::size_t> (i)] += sound;
        clickFrame = seconds > 0.15f ? -1 : clickFrame + 1;
    }

    if (countLeft > 0)
    {
        countLeft -= quantum;
        isPlaying = countLeft == 0;
    }
}

} // namespace athanor
