// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to draw a sleeve, to paint it, to write a rack, to make a bundle and to get it again.
#include "App/Copilot/BundleMaker.h"
#include "App/PatchFiles.h"
#include "Formats/Ableton/RackRules.h"
#include "Formats/Ableton/VitalRack.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Picture/Picture.h"
#include "Support/Files.h"

#include <benchmark/benchmark.h>

namespace athanor
{

namespace
{
BundleOrder order (std::uint64_t seed = 1)
{
    BundleOrder made;
    made.made.patch = loadPatch (repositoryRoot() / "Presets/Pad/Warm Tape.json")->patch;
    made.made.category = SoundCategory::pad;
    made.made.origin.seed = seed;
    return made;
}

CoverRequest sleeve (const benchmark::State& state)
{
    auto request = coverRequestFor (order(), { .level = -18, .brightness = 900, .movement = 4, .tuning = {} });
    request.series = static_cast<CoverSeries> (state.range (0));
    return request;
}

void drawSleeve (benchmark::State& state)
{
    const auto request = sleeve (state);

    for (auto _ : state)
        benchmark::DoNotOptimize (makeCover (request));

    state.SetLabel (std::string (nameOf (*request.series)));
}

void paintSleeve (benchmark::State& state)
{
    const auto drawing = makeCover (sleeve (state));

    for (auto _ : state)
        benchmark::DoNotOptimize (writePng (drawing, 512));

    state.SetLabel (std::string (nameOf (static_cast<CoverSeries> (state.range (0)))));
}

void writeRack (benchmark::State& state)
{
    const auto made = order();

    for (auto _ : state)
        benchmark::DoNotOptimize (writeVitalRack (made.made.patch, LiveForm::live12));
}

void examineRack (benchmark::State& state)
{
    const auto rack = *writeVitalRack (order().made.patch, LiveForm::live12);

    for (auto _ : state)
        benchmark::DoNotOptimize (rackFaults (rack));
}

void makeANewBundle (benchmark::State& state)
{
    const TemporaryFolder folder;
    std::uint64_t seed = 0;
    std::size_t size = 0;

    for (auto _ : state)
        size = makeBundle (order (++seed), { folder.path / "library.sqlite", folder.path / "Artifacts" })->bytes.size();

    state.SetLabel (std::to_string (size / 1'000) + " kB");
}

void getABundleAgain (benchmark::State& state)
{
    const TemporaryFolder folder;
    const BundlePlace place { folder.path / "library.sqlite", folder.path / "Artifacts" };
    const auto wanted = order();
    static_cast<void> (makeBundle (wanted, place));

    for (auto _ : state)
        benchmark::DoNotOptimize (makeBundle (wanted, place));
}

void openABundle (benchmark::State& state)
{
    const TemporaryFolder folder;
    const auto bytes = makeBundle (order(), { folder.path / "library.sqlite", folder.path / "Artifacts" })->bytes;

    for (auto _ : state)
        benchmark::DoNotOptimize (readBundle (bytes));
}

BENCHMARK (drawSleeve)->DenseRange (0, 9)->Unit (benchmark::kMillisecond);
BENCHMARK (paintSleeve)->DenseRange (0, 9)->Unit (benchmark::kMillisecond);
BENCHMARK (writeRack)->Unit (benchmark::kMillisecond);
BENCHMARK (examineRack)->Unit (benchmark::kMillisecond);
BENCHMARK (makeANewBundle)->Unit (benchmark::kMillisecond);
BENCHMARK (getABundleAgain)->Unit (benchmark::kMillisecond);
BENCHMARK (openABundle)->Unit (benchmark::kMillisecond);
} // namespace

} // namespace athanor

BENCHMARK_MAIN();
