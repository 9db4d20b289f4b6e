// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Sampler/Cloud.h"

#include <algorithm>

namespace athanor::dsp
{

bool Cloud::start (const GrainPlan& plan) noexcept
{
    for (auto& grain : grains)
        if (grain.age >= grain.length)
        {
            grain = { plan.position, plan.speed, 0, std::max (plan.length, 2), plan.left, plan.right };
            return true;
        }

    return false;
}

bool Cloud::isSounding() const noexcept
{
    return std::any_of (grains.begin(), grains.end(), [] (const Grain& grain) { return grain.age < grain.length; });
}

void Cloud::add (const Sound& sound, int count, float* left, float* right, int stride) noexcept
{
    for (auto& grain : grains)
        if (grain.age < grain.length)
            sound.channels == 2 ? addGrain<2> (grain, sound, count, left, right, stride) : addGrain<1> (grain, sound, count, left, right, stride);
}

template <int channels>
void Cloud::addGrain (Grain& grain, const Sound& sound, int count, float* left, float* right, int stride) noexcept
{
    const auto frames = static_cast<std::int64_t> (sound.frames());
    const int last = std::min (count, grain.length - grain.age);
    const float slope = 2.0f / static_cast<float> (grain.length);

    for (int frame = 0; frame < last; ++frame)
    {
        // A recording has no end here: it goes round, so that every grain is whole.
        grain.position -= grain.position >= static_cast<double> (frames) ? static_cast<double> (frames) : 0.0;
        grain.position += grain.position < 0 ? static_cast<double> (frames) : 0.0;
        const auto whole = std::clamp<std::int64_t> (static_cast<std::int64_t> (grain.position), 0, frames - 1);
        const auto next = whole + 1 < frames ? whole + 1 : 0;
        const auto part = static_cast<float> (grain.position - static_cast<double> (whole));

        // (1 - x^2)^2 rises and falls as smoothly as a cosine would.
        const float x = slope * (static_cast<float> (grain.age) + 0.5f) - 1.0f;
        const float rise = 1.0f - x * x;
        const float window = rise * rise;

        const auto read = [&] (int channel) {
            const float a = sound.samples[static_cast<std::size_t> (whole * channels + channel)];
            const float b = sound.samples[static_cast<std::size_t> (next * channels + channel)];
            return (a + (b - a) * part) * window;
        };

        const float first = read (0);
        left[frame * stride] += first * grain.left;
        right[frame * stride] += (channels == 2 ? read (1) : first) * grain.right;
        grain.position += grain.speed;
        ++grain.age;
    }
}

} // namespace athanor::dsp
