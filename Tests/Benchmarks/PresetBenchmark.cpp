// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to search ten thousand presets, to open their list, and until a preset is heard.
#include "App/PatchFiles.h"
#include "App/Presets/PresetPhrase.h"
#include "App/Presets/PresetPreview.h"
#include "App/Presets/PresetShelf.h"
#include "App/Presets/PresetTimbre.h"
#include "Support/Dice.h"
#include "Support/Files.h"

#include <benchmark/benchmark.h>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
constexpr int many = 10'000;

struct Words
{
    std::uint64_t place = 0;

    std::string next()
    {
        static constexpr std::array words { "Warm", "Halogen", "Deep", "Low", "Tide", "Glass", "Brass", "Été", "Acid", "Rain", "Bronze", "Garden", "Cloud", "Copper", "Frozen", "Star", "Map", "Reese", "Wide", "Slow", "Magma", "Slap" };
        return words[mixBits (7, ++place) % words.size()];
    }
};

StoredPreset preset (Words& words, int number)
{
    static constexpr std::array categories { "Bass", "Bell", "Keys", "Lead", "Pad" };
    const std::string category = categories[static_cast<std::size_t> (number) % categories.size()];
    const auto name = words.next() + " " + words.next() + " " + std::to_string (number);
    return { "/presets/" + category + "/" + name + ".vital", 1, 1, name, words.next() + " " + words.next(), "A " + words.next() + " sound with some " + words.next() + " to it, for the night.", category, { words.next(), words.next() }, "" };
}

std::vector<PresetItem> items()
{
    std::vector<PresetItem> made;
    Words words;

    for (int i = 0; i < many; ++i)
    {
        const auto one = preset (words, i);
        made.push_back ({ one.file, one.name, one.author, one.style, one.comments, one.tags });
        std::ranges::sort (made.back().tags);
    }

    return made;
}

void search (benchmark::State& state, const char* typed)
{
    PresetIndex index;
    index.set (items());

    for (auto _ : state)
        benchmark::DoNotOptimize (index.find ({ .words = typed }));
}

void arrange (benchmark::State& state)
{
    PresetIndex index;

    for (auto _ : state)
        index.set (items());
}

/** From nothing to a list that can be shown: what a start of the program waits for when the list is on screen. */
void openList (benchmark::State& state)
{
    const TemporaryFolder folder;
    {
        auto table = *PresetTable::open (*Library::open (folder.path / "library.sqlite"));
        std::vector<StoredPreset> presets;
        Words words;

        for (int i = 0; i < many; ++i)
            presets.push_back (preset (words, i));

        static_cast<void> (table.put (presets));
    }

    for (auto _ : state)
        benchmark::DoNotOptimize (PresetShelf ({ folder.path / "library.sqlite", {}, {} }).index().find ({}));
}

/** Of our own presets, one after the other: from the file until its phrase can be played. */
void hear (benchmark::State& state)
{
    std::vector<fs::path> files;

    for (const auto& entry : fs::recursive_directory_iterator (repositoryRoot() / "Presets"))
        if (entry.path().extension() == ".json")
            files.push_back (entry.path());

    std::ranges::sort (files);
    std::size_t next = 0;

    for (auto _ : state)
    {
        PresetPreview preview;
        const auto& file = files[next++ % files.size()];
        preview.ask ({ file, file.parent_path().filename().string() }, 48'000);
        benchmark::DoNotOptimize (preview.wait());
    }
}

void measure (benchmark::State& state)
{
    const auto patch = loadPatch (repositoryRoot() / "Presets/Bass/Acid Rain.json")->patch;

    for (auto _ : state)
        benchmark::DoNotOptimize (timbreOfPatch (patch));
}
} // namespace

BENCHMARK_CAPTURE (search, "one letter", "w")->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (search, "one word", "warm")->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (search, "three words", "halogen bass 99")->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (search, "nothing there", "zzz")->Unit (benchmark::kMillisecond);
BENCHMARK (arrange)->Unit (benchmark::kMillisecond);
BENCHMARK (openList)->Unit (benchmark::kMillisecond);
BENCHMARK (hear)->Unit (benchmark::kMillisecond)->Iterations (87);
BENCHMARK (measure)->Unit (benchmark::kMillisecond);

} // namespace athanor

BENCHMARK_MAIN();
