// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WaveDrawing.h"

#include "Modules/Synth/Wave/WaveFrame.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <numeric>

namespace athanor
{

namespace
{
constexpr float fullSine = synth::Wavetable::size / 2.0f; // the length of its harmonic

using Frame = std::unique_ptr<synth::WaveFrame>;

Frame frameOf (std::span<const float> wave)
{
    auto frame = std::make_unique<synth::WaveFrame>();
    std::copy_n (wave.begin(), std::min (wave.size(), frame->editSamples().size()), frame->editSamples().begin());
    return frame;
}

void give (synth::WaveFrame& frame, std::span<float> wave)
{
    std::copy_n (frame.samples().begin(), std::min (wave.size(), frame.samples().size()), wave.begin());
}

/** A sine's direction is -i. */
std::complex<float> binOf (Harmonic h)
{
    return std::polar (h.amplitude * fullSine, 2 * std::numbers::pi_v<float> * (h.turns - 0.25f));
}
} // namespace

void drawLine (std::span<float> wave, WavePoint from, WavePoint to)
{
    if (wave.empty())
        return;

    if (to.x < from.x)
        std::swap (from, to);

    const auto last = static_cast<float> (wave.size() - 1);
    const auto first = std::clamp (from.x, 0.0f, 1.0f) * last, end = std::clamp (to.x, 0.0f, 1.0f) * last;
    const auto begin = static_cast<std::size_t> (std::lround (first)), until = static_cast<std::size_t> (std::lround (end));

    for (auto i = begin; i <= until; ++i)
    {
        const auto t = end > first ? std::clamp ((static_cast<float> (i) - first) / (end - first), 0.0f, 1.0f) : 1.0f;
        wave[i] = std::clamp (from.y + t * (to.y - from.y), -1.0f, 1.0f);
    }
}

void drawStroke (std::span<float> wave, std::span<const WavePoint> stroke)
{
    if (stroke.size() == 1)
        drawLine (wave, stroke.front(), stroke.front());

    for (std::size_t i = 1; i < stroke.size(); ++i)
        drawLine (wave, stroke[i - 1], stroke[i]);
}

std::vector<Harmonic> harmonicsOf (std::span<const float> wave)
{
    const auto frame = frameOf (wave);
    std::vector<Harmonic> harmonics;

    for (int i = 1; i <= mostHarmonics; ++i)
    {
        const auto bin = frame->spectrum()[static_cast<std::size_t> (i)];
        const auto turns = std::arg (bin) / (2 * std::numbers::pi_v<float>)+0.25f;
        harmonics.push_back ({ std::abs (bin) / fullSine, turns - std::round (turns) });
    }

    return harmonics;
}

void setHarmonic (std::span<float> wave, int number, Harmonic harmonic)
{
    if (number < 1 || number > mostHarmonics || ! std::isfinite (harmonic.amplitude) || ! std::isfinite (harmonic.turns))
        return;

    const auto frame = frameOf (wave);
    frame->editSpectrum()[static_cast<std::size_t> (number)] = binOf ({ std::clamp (harmonic.amplitude, 0.0f, 1.0f), harmonic.turns });
    give (*frame, wave);
}

void normaliseWave (std::span<float> wave)
{
    auto loudest = 0.0f;

    for (const auto sample : wave)
        loudest = std::max (loudest, std::abs (sample));

    for (auto& sample : wave)
        sample = loudest > 0 ? sample / loudest : sample;
}

void removeMean (std::span<float> wave)
{
    const auto mean = wave.empty() ? 0.0 : std::accumulate (wave.begin(), wave.end(), 0.0) / static_cast<double> (wave.size());

    for (auto& sample : wave)
        sample -= static_cast<float> (mean);
}

void reverseWave (std::span<float> wave) { std::ranges::reverse (wave); }

void alignHarmonics (std::span<float> wave)
{
    const auto frame = frameOf (wave);
    auto& spectrum = frame->editSpectrum();

    for (std::size_t i = 1; i + 1 < spectrum.size(); ++i)
        spectrum[i] = binOf ({ std::abs (spectrum[i]) / fullSine, 0 });

    give (*frame, wave);
}

} // namespace athanor
