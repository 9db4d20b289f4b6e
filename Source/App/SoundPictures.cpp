// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/SoundPictures.h"

#include "Dsp/Fft/Fft.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor
{

void standingWave (std::span<const float> sound, std::span<float> wave)
{
    const auto room = sound.size() - wave.size();
    auto start = room;

    // The newest rise from which the wave fits.
    for (auto i = room; i > 0; --i)
        if (sound[i - 1] < 0 && sound[i] >= 0)
        {
            start = i;
            break;
        }

    std::ranges::copy (sound.subspan (start, wave.size()), wave.begin());
}

SpectrumPicture::SpectrumPicture() : transform (std::make_unique<dsp::Fft> (frames)), window (frames), time (frames), bins (frames / 2 + 1)
{
    for (std::size_t i = 0; i < window.size(); ++i)
        window[i] = 0.5f - 0.5f * std::cos (2 * std::numbers::pi_v<float> * static_cast<float> (i) / frames);
}

SpectrumPicture::~SpectrumPicture() = default;

void SpectrumPicture::draw (std::span<const float> sound, double sampleRate, std::span<float> heights)
{
    constexpr float lowest = -84, full = frames / 4.0f; // what a sine of amplitude one has in its bin, windowed
    constexpr double from = 20, octaves = 9.965784284662087;

    for (std::size_t i = 0; i < time.size(); ++i)
        time[i] = sound[i] * window[i];

    transform->forward (time, bins);
    const auto perBin = sampleRate / frames;
    const auto binOf = [&] (std::size_t column) { return from * std::exp2 (octaves * static_cast<double> (column) / static_cast<double> (heights.size())) / perBin; };

    for (std::size_t i = 0; i < heights.size(); ++i)
    {
        // The loudest of the bins that fall on a column; between two bins, where they are far apart, a straight line.
        const auto left = binOf (i), right = binOf (i + 1);
        const auto first = std::min (static_cast<std::size_t> (left), bins.size() - 2);
        const auto share = static_cast<float> (left - static_cast<double> (first));
        auto power = std::lerp (std::norm (bins[first]), std::norm (bins[first + 1]), std::clamp (share, 0.0f, 1.0f));

        for (auto bin = first + 1; bin < bins.size() && static_cast<double> (bin) < right; ++bin)
            power = std::max (power, std::norm (bins[bin]));

        const auto level = 10 * std::log10 (power / (full * full) + 1.0e-12f);
        heights[i] = std::clamp (1 - level / lowest, 0.0f, 1.0f);
    }
}

} // namespace athanor
