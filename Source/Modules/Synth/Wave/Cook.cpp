// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Wave/Cook.h"

#include <algorithm>
#include <cmath>

namespace athanor::synth
{

Cook::Cook (const WaveComponent& c) : component (c)
{
    // A component without keyframes does what a new one does: files have sources whose keyframes were all taken away, and they sound.
    static const WaveKeyframe untouched;

    for (const auto& keyframe : component.keyframes)
        keyframes.push_back (&keyframe);

    if (keyframes.empty())
        keyframes.push_back (&untouched);

    std::stable_sort (keyframes.begin(), keyframes.end(), [] (const auto* a, const auto* b) { return a->position < b->position; });
}

std::unique_ptr<Cook> Cook::of (const WaveComponent& component)
{
    for (auto* make : { makeSource, makeRecordingSource, makeModifier })
        if (auto made = make (component))
            return made;

    return nullptr;
}

bool Cook::repeats (int position) const
{
    return find (position) == find (position - 1);
}

int Cook::lastPosition() const
{
    return std::clamp (keyframes.back()->position, 0, Wavetable::maxFrames - 1);
}

Between Cook::find (int position) const
{
    constexpr int held = 0, smooth = 2;

    const auto after = std::find_if (keyframes.begin(), keyframes.end(), [&] (const auto* k) { return k->position > position; });
    const auto index = static_cast<int> (after - keyframes.begin()) - 1;
    const auto from = std::clamp (index, 0, static_cast<int> (keyframes.size()) - 1);
    const auto style = static_cast<int> (number ("interpolation_style", 1));

    if (index < 0 || after == keyframes.end() || style == held)
        return { from, from, 0, false };

    const auto start = keyframes[static_cast<std::size_t> (from)]->position;
    const auto t = static_cast<float> (position - start) / static_cast<float> ((*after)->position - start);
    return { from, from + 1, t, style == smooth };
}

template <typename Numbers>
float Cook::valueIn (const Numbers& numbers, const char* name, float otherwise)
{
    const auto found = numbers.find (name);
    return found != numbers.end() && std::isfinite (found->second) ? static_cast<float> (found->second) : otherwise;
}

float Cook::number (const Between& place, const char* name, float otherwise) const
{
    auto known = std::ranges::find (ofKeyframes, name, &Known::name);

    if (known == ofKeyframes.end())
    {
        known = ofKeyframes.insert (known, { name, {} });

        for (const auto* keyframe : keyframes)
            known->values.push_back (valueIn (keyframe->numbers, name, otherwise));
    }

    const auto from = known->values[static_cast<std::size_t> (place.from)], to = known->values[static_cast<std::size_t> (place.to)];
    return from + place.t * (to - from);
}

float Cook::number (const char* name, float otherwise) const
{
    auto known = std::ranges::find (ofComponent, name, &Known::name);

    if (known == ofComponent.end())
        known = ofComponent.insert (known, { name, { valueIn (component.numbers, name, otherwise) } });

    return known->values.front();
}

float loudestOf (const WaveFrame::Samples& samples) noexcept
{
    dsp::Voices most (0.0f);

    for (std::size_t i = 0; i < samples.size(); i += 8)
        most = max (most, abs (loadLanes (samples.data() + i)));

    float loudest = 0;

    for (int lane = 0; lane < 8; ++lane)
        loudest = std::max (loudest, most[lane]);

    return loudest;
}

void PolarSpectrum::take (const WaveFrame::Spectrum& spectrum)
{
    alignas (32) Numbers real {}, imaginary {};

    for (std::size_t i = 0; i < spectrum.size(); ++i)
    {
        real[i] = spectrum[i].real();
        imaginary[i] = spectrum[i].imag();
    }

    for (std::size_t i = 0; i < lengths.size(); i += 8)
    {
        const auto x = loadLanes (real.data() + i), y = loadLanes (imaginary.data() + i);
        storeLanes (dsp::sqrt (x * x + y * y), lengths.data() + i);
        storeLanes (turnsOf (x, y), turns.data() + i);
    }
}

void PolarSpectrum::give (WaveFrame::Spectrum& spectrum) const
{
    for (std::size_t i = 0; i < lengths.size(); i += 8)
    {
        const auto length = loadLanes (lengths.data() + i), turn = loadLanes (turns.data() + i);
        const auto real = length * dsp::cosine (turn), imaginary = length * dsp::sine (turn);

        for (std::size_t k = 0; k < 8 && i + k < spectrum.size(); ++k)
            spectrum[i + k] = { real[static_cast<int> (k)], imaginary[static_cast<int> (k)] };
    }
}

} // namespace athanor::synth
