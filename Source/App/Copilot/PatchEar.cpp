// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/PatchEar.h"

#include "App/PresetRender.h"
#include "App/Presets/PresetPhrase.h"
#include "App/Presets/PresetTimbre.h"
#include "Core/Text.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <functional>
#include <thread>

namespace athanor
{

namespace
{
/** Does it for each of so many, in as many threads as there are cores, and no more than four. */
void forEach (std::size_t count, const std::stop_token& stop, const std::function<void (std::size_t)>& doIt)
{
    constexpr std::size_t mostThreads = 4;
    std::atomic<std::size_t> next { 0 };
    const auto work = [&] {
        for (auto i = next++; i < count && ! stop.stop_requested(); i = next++)
            doIt (i);
    };

    std::vector<std::jthread> helpers;
    const auto threads = std::min ({ mostThreads, count, static_cast<std::size_t> (std::max (1u, std::thread::hardware_concurrency())) });

    for (std::size_t i = 1; i < threads; ++i)
        helpers.emplace_back (work);

    work();
}

std::vector<Timbre> listenTo (std::span<const PatchSpec> patches, const std::stop_token& stop)
{
    std::vector<Timbre> heard (patches.size());
    forEach (patches.size(), stop, [&] (std::size_t i) { heard[i] = timbreOfPatch (patches[i]); });
    return heard;
}

/** Played to two notes that touch, so that what glides between them is heard too. */
std::vector<double> compareTo (const PatchSpec& patch, std::span<const PatchSpec> others, const std::stop_token& stop)
{
    std::vector<PresetSound> played (1 + others.size());
    forEach (played.size(), stop, [&] (std::size_t i) {
        played[i] = renderPreset (i == 0 ? patch : others[i - 1], { { 48, 0, 0.35, 100 }, { 55, 0.3, 0.3, 100 } }, { .seconds = 0.85, .settling = 0 });
    });

    std::vector<double> apart;

    for (std::size_t i = 1; i < played.size(); ++i)
        apart.push_back (stop.stop_requested() ? 1 : differenceOf (played[0], played[i]));

    return apart;
}

std::string folderOf (SoundCategory category)
{
    return capitalised (std::string (nameOf (category)));
}

PresetSound soundOf (const PatchSpec& patch, SoundCategory category, PresetRenderSettings& settings)
{
    const auto& phrase = phraseFor (folderOf (category));
    settings = { .seconds = phrase.seconds, .settling = 0 };
    return renderPreset (patch, phrase.notes, settings);
}

PhraseLevel playPhrase (const PatchSpec& patch, SoundCategory category)
{
    constexpr double held = 1.5;
    PresetSound note;
    std::jthread other ([&] { note = renderPreset (patch, { { 48, 0, held, 127 } }, { .seconds = held, .settling = 0 }); });
    PresetRenderSettings settings;
    const auto sound = soundOf (patch, category, settings);
    other.join();
    std::array<double, 2> sums {};

    for (const auto& frame : note.frames)
        for (std::size_t side = 0; side < sums.size(); ++side)
            sums[side] += frame[side];

    const auto decibels = [] (double x) { return 20 * std::log10 (std::max (1e-6, x)); };
    const auto offset = std::max (std::abs (sums[0]), std::abs (sums[1])) / static_cast<double> (std::max<std::size_t> (1, note.frames.size()));
    return { loudnessOf (sound, settings.sampleRate), decibels (std::max (sound.peak, note.peak)), decibels (offset) };
}
} // namespace

Ear patchEar (std::stop_token stop, std::function<void (double)> progress)
{
    Ear ear;
    ear.listen = [stop] (std::span<const PatchSpec> patches) { return listenTo (patches, stop); };
    ear.play = playPhrase;
    ear.compare = [stop] (const PatchSpec& patch, std::span<const PatchSpec> others) { return compareTo (patch, others, stop); };
    ear.progress = std::move (progress);
    ear.isCancelled = [stop] { return stop.stop_requested(); };
    return ear;
}

dsp::SharedSound playedPhrase (const PatchSpec& patch, SoundCategory category)
{
    PresetRenderSettings settings;
    const auto played = soundOf (patch, category, settings);
    auto sound = std::make_shared<dsp::Sound> (dsp::Sound { settings.sampleRate, 2, {} });
    sound->samples.reserve (2 * played.frames.size());

    for (const auto& [left, right] : played.frames)
    {
        sound->samples.push_back (left);
        sound->samples.push_back (right);
    }

    return sound;
}

Ear hastyEar() { return {}; }

} // namespace athanor
