// SPDX-License-Identifier: GPL-3.0-or-later
// From the recipe of a wavetable to its frames.
#include "Modules/Synth/Wave/WaveFrame.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace athanor::synth
{

namespace
{

int lastPosition (const WavetableSpec& spec)
{
    int last = 0;

    for (const auto& group : spec.groups)
        for (const auto& component : group)
            for (const auto& keyframe : component.keyframes)
                last = std::max (last, keyframe.position);

    return std::clamp (last, 0, Wavetable::maxFrames - 1);
}

void cook (const WaveComponent& component, int, WaveFrame& frame)
{
    if (component.type != "Wave Source" || component.keyframes.empty() || component.keyframes.front().wave == nullptr)
        return;

    const auto& wave = *component.keyframes.front().wave;
    auto& samples = frame.editSamples();

    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = i < wave.size() ? wave[i] : 0.0f;
}

/** Takes the harmonics apart into lengths and directions. */
void keep (WaveFrame& frame, int index, Wavetable& table)
{
    const auto& spectrum = frame.spectrum();
    float* lengths = table.lengths (index);
    float* cosines = table.cosines (index);
    float* sines = table.sines (index);

    for (std::size_t i = 0; i < spectrum.size(); ++i)
    {
        const auto real = spectrum[i].real(), imaginary = spectrum[i].imag();
        const auto length = std::sqrt (real * real + imaginary * imaginary);
        const auto scale = length > 1e-30f ? 1 / length : 0.0f;
        lengths[i] = length;
        cosines[i] = length > 1e-30f ? real * scale : 1.0f;
        sines[i] = imaginary * scale;
    }
}

/** From the lowest sample to the highest; zero counts as one of them. */
float spanOf (const WaveFrame::Samples& samples)
{
    float low = 0, high = 0;

    for (const auto sample : samples)
    {
        low = std::min (low, sample);
        high = std::max (high, sample);
    }

    return high - low;
}

/** Where a harmonic is faint, its direction walks from that of the last frame in which it is not to that of the next. */
void bridgeFaintDirections (Wavetable& table)
{
    constexpr float faint = 0.1f; // Of a harmonic that would be 1024 were it a full sine.

    for (int i = 0; i < Wavetable::bins; ++i)
    {
        int last = -1;
        float lastCosine = 0, lastSine = 1;

        for (int frame = 0; frame < table.frames(); ++frame)
        {
            if (table.lengths (frame)[i] <= faint)
                continue;

            const auto nextCosine = table.cosines (frame)[i], nextSine = table.sines (frame)[i];

            if (last < 0)
            {
                last = 0;
                lastCosine = nextCosine;
                lastSine = nextSine;
            }

            for (int between = last + 1; between < frame; ++between)
            {
                const auto t = static_cast<float> (between - last) / static_cast<float> (frame - last);
                table.cosines (between)[i] = lastCosine + t * (nextCosine - lastCosine);
                table.sines (between)[i] = lastSine + t * (nextSine - lastSine);
            }

            lastCosine = nextCosine;
            lastSine = nextSine;
            last = frame;
        }

        for (int rest = last + 1; rest < table.frames(); ++rest)
        {
            table.cosines (rest)[i] = lastCosine;
            table.sines (rest)[i] = lastSine;
        }
    }
}

} // namespace

std::shared_ptr<const Wavetable> makeWavetable (const WavetableSpec& spec)
{
    auto table = std::make_shared<Wavetable> (lastPosition (spec) + 1);
    auto sum = std::make_unique<WaveFrame>(), part = std::make_unique<WaveFrame>();
    float span = 0;

    for (int index = 0; index < table->frames(); ++index)
    {
        sum->clear();

        for (const auto& group : spec.groups)
        {
            part->clear();

            for (const auto& component : group)
                cook (component, index, *part);

            sum->add (*part);
        }

        if (spec.groups.size() > 1)
            sum->scale (1 / static_cast<float> (spec.groups.size()));

        if (spec.removesDc)
            sum->removeMean();

        span = std::max (span, spanOf (sum->samples()));
        keep (*sum, index, *table);
    }

    if (spec.isNormalized && span > 0)
        for (int index = 0; index < table->frames(); ++index)
            for (int i = 0; i < Wavetable::bins; ++i)
                table->lengths (index)[i] *= 2 / span;

    bridgeFaintDirections (*table);
    return table;
}

} // namespace athanor::synth
