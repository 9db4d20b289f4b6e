// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/PatchEar.h"

#include "App/PresetRender.h"
#include "App/Presets/PresetPhrase.h"
#include "App/Presets/PresetTimbre.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace athanor
{

namespace
{
std::vector<Timbre> listenTo (std::span<const PatchSpec> patches, const std::stop_token& stop)
{
    constexpr std::size_t mostThreads = 4;
    std::vector<Timbre> heard (patches.size());
    std::atomic<std::size_t> next { 0 };
    const auto work = [&] {
        for (auto i = next++; i < patches.size() && ! stop.stop_requested(); i = next++)
            heard[i] = timbreOfPatch (patches[i]);
    };

    std::vector<std::jthread> helpers;
    const auto threads = std::min ({ mostThreads, patches.size(), static_cast<std::size_t> (std::max (1u, std::thread::hardware_concurrency())) });

    for (std::size_t i = 1; i < threads; ++i)
        helpers.emplace_back (work);

    work();
    helpers.clear();
    return heard;
}

std::string folderOf (SoundCategory category)
{
    std::string name (nameOf (category));
    name.front() = static_cast<char> (std::toupper (static_cast<unsigned char> (name.front())));
    return name;
}

PhraseLevel levelOf (const PatchSpec& patch, const std::vector<PresetNote>& notes, double seconds)
{
    const PresetRenderSettings settings { .seconds = seconds, .settling = 0 };
    const auto sound = renderPreset (patch, notes, settings);
    return { loudnessOf (sound, settings.sampleRate), 20 * std::log10 (std::max (1e-6, static_cast<double> (sound.peak))) };
}

PhraseLevel playPhrase (const PatchSpec& patch, SoundCategory category)
{
    const auto& phrase = phraseFor (folderOf (category));
    return levelOf (patch, phrase.notes, phrase.seconds);
}
} // namespace

Ear patchEar (std::stop_token stop, std::function<void (double)> progress)
{
    return { [stop] (std::span<const PatchSpec> patches) { return listenTo (patches, stop); }, playPhrase, std::move (progress), [stop] { return stop.stop_requested(); } };
}

Ear hastyEar() { return {}; }

} // namespace athanor
