// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WaveCooking.h"

#include "Modules/Synth/Wave/Cook.h"
#include "Patch/PatchLimits.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

std::vector<float> cookedWave (const WaveComponent& component, int position)
{
    const auto frame = std::make_unique<synth::WaveFrame>();

    if (const auto cook = synth::Cook::of (component))
        cook->cook (position, *frame);

    return { frame->samples().begin(), frame->samples().end() };
}

CookedTable::CookedTable (const WavetableSpec& spec) : table (synth::makeWavetable (spec)) {}

std::vector<float> CookedTable::waveAt (int position) const
{
    const auto frame = std::make_unique<synth::WaveFrame>();
    const auto *lengths = table->lengths (position), *cosines = table->cosines (position), *sines = table->sines (position);
    auto& spectrum = frame->editSpectrum();

    for (std::size_t i = 0; i < spectrum.size(); ++i)
        spectrum[i] = { lengths[i] * cosines[i], lengths[i] * sines[i] };

    return { frame->samples().begin(), frame->samples().end() };
}

std::vector<int> CookedTable::positionsOfRows (int most) const
{
    const auto count = std::clamp (most, 1, table->frames());
    std::vector<int> positions;

    for (int i = 0; i < count; ++i)
        positions.push_back (count > 1 ? i * (table->frames() - 1) / (count - 1) : 0);

    return positions;
}

std::vector<std::vector<float>> cookedWaves (const WavetableSpec& spec, std::span<const int> positions)
{
    const CookedTable table (spec);
    std::vector<std::vector<float>> waves;

    for (const auto position : positions)
        waves.push_back (table.waveAt (position));

    return waves;
}

std::vector<int> evenPositions (int count)
{
    std::vector<int> positions (1, 0);

    for (int i = 1; i < count; ++i)
        positions.push_back (static_cast<int> (std::lround (static_cast<double> (i) * patch::lastPosition / (count - 1))));

    return positions;
}

WavetableSpec::Group groupOfWaves (std::vector<std::vector<float>> waves)
{
    const auto positions = evenPositions (static_cast<int> (waves.size()));
    WaveComponent source { "Wave Source", { { "interpolation", 0 }, { "interpolation_style", 1 } }, {}, {} };

    for (std::size_t i = 0; i < waves.size(); ++i)
        source.keyframes.push_back ({ positions[i], {}, std::make_shared<const std::vector<float>> (std::move (waves[i])), {} });

    return { std::move (source) };
}

} // namespace athanor
