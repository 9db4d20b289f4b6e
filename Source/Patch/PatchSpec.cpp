// SPDX-License-Identifier: GPL-3.0-or-later
// What a patch begins with, and when two are the same.
#include "Patch/PatchSpec.h"
#include "Patch/PatchLimits.h"

#include <cmath>

namespace athanor
{

namespace
{

using patch::frameSize;
constexpr int noiseLength = 44'100;
constexpr int noisePeak = 29'490; // 0.9 of full scale

/** The same samples, wherever they are kept; none at all are the same as an empty list. */
template <typename Samples>
bool areSame (const std::shared_ptr<const Samples>& a, const std::shared_ptr<const Samples>& b)
{
    static const Samples none;
    return a == b || (a != nullptr ? *a : none) == (b != nullptr ? *b : none);
}

/** Falls from the middle to the bottom, and from the top to the middle: its jump is half-way. */
std::shared_ptr<const std::vector<float>> fallingSaw()
{
    auto wave = std::make_shared<std::vector<float>>();
    wave->reserve (frameSize);

    for (int i = 0; i < frameSize; ++i)
        wave->push_back (static_cast<float> ((i < frameSize / 2 ? -1 : 2 * frameSize - 1) - 2 * i) / (frameSize - 1));

    return wave;
}

/** Evenly spread numbers of a linear congruential generator. */
std::shared_ptr<const std::vector<std::int16_t>> evenNoise()
{
    auto samples = std::make_shared<std::vector<std::int16_t>>();
    samples->reserve (noiseLength);

    for (std::uint64_t i = 0, state = 1; i < noiseLength; ++i)
    {
        state = state * 6'364'136'223'846'793'005u + 1'442'695'040'888'963'407u;
        samples->push_back (static_cast<std::int16_t> (static_cast<int> ((state >> 32) % (2 * noisePeak + 1)) - noisePeak));
    }

    return samples;
}

} // namespace

PatchLine PatchLine::triangle()
{
    return { "Triangle", { { 0, 1 }, { 0.5, 0 }, { 1, 1 } }, false };
}

double bentShare (double t, double power) noexcept
{
    constexpr double straight = 0.01;
    return std::abs (power) < straight ? t : std::expm1 (power * t) / std::expm1 (power);
}

PatchLine PatchLine::straight()
{
    return { "Linear", { { 0, 1 }, { 1, 0 } }, false };
}

WavetableSpec WavetableSpec::saw()
{
    static const auto wave = fallingSaw();

    WaveKeyframe keyframe;
    keyframe.wave = wave;

    WaveComponent source;
    source.type = "Wave Source";
    source.numbers = { { "interpolation", 1 }, { "interpolation_style", 1 } };
    source.keyframes.push_back (std::move (keyframe));

    WavetableSpec table;
    table.groups.push_back ({ std::move (source) });
    return table;
}

PatchSample PatchSample::whiteNoise()
{
    static const auto noise = evenNoise();
    return { "White Noise", noiseLength, noise, nullptr };
}

PatchSpec::PatchSpec() : sample (PatchSample::whiteNoise())
{
    lfos.fill (PatchLine::triangle());
    wavetables.fill (WavetableSpec::saw());
}

bool WaveKeyframe::operator== (const WaveKeyframe& other) const
{
    return position == other.position && numbers == other.numbers && line == other.line && areSame (wave, other.wave);
}

bool WaveComponent::operator== (const WaveComponent& other) const
{
    return type == other.type && numbers == other.numbers && keyframes == other.keyframes && areSame (audio, other.audio);
}

bool PatchSample::operator== (const PatchSample& other) const
{
    return name == other.name && sampleRate == other.sampleRate && areSame (left, other.left) && areSame (right, other.right);
}

} // namespace athanor
