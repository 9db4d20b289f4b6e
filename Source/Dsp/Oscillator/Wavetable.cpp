// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Oscillator/Wavetable.h"

#include "Dsp/Oscillator/Noise.h"

#include <algorithm>
#include <cmath>

namespace athanor::dsp
{

WavetableMaker::WavetableMaker()
    : transforms { Fft (256), Fft (512), Fft (1'024), Fft (2'048) },
      spectrum (Wavetable::cycleLength / 2 + 1), part (spectrum.size()), points (Wavetable::cycleLength)
{
}

bool WavetableMaker::add (Wavetable& table, std::span<const float> cycle) noexcept
{
    if (table.filled == table.most())
        return false;

    transforms[3].forward (cycle, spectrum);
    spectrum[0] = 0;
    auto* target = table.pairs.data() + static_cast<std::ptrdiff_t> (table.filled) * Wavetable::pointsInCycle * 2;
    float peak = 0;

    for (int level = 0; level < Wavetable::levels; ++level)
    {
        const auto size = std::size_t (1) << WavetableLevels::bitsOf (level);
        const auto harmonics = std::min<std::size_t> (1'024u >> level, size / 2 - 1);
        std::fill (part.begin(), part.end(), 0.0f);

        for (std::size_t harmonic = 1; harmonic <= harmonics; ++harmonic)
            part[harmonic] = spectrum[harmonic] * (static_cast<float> (size) / Wavetable::cycleLength);

        auto& transform = transforms[static_cast<std::size_t> (WavetableLevels::bitsOf (level) - 8)];
        transform.inverse (std::span (part).first (size / 2 + 1), std::span (points).first (size));

        // All levels are scaled by the peak of the first, so that none is louder than its neighbour.
        if (level == 0)
            for (const float point : points)
                peak = std::max (peak, std::abs (point));

        const float scale = peak > 1e-6f ? 1 / peak : 0.0f;

        for (std::size_t i = 0; i < size; ++i)
        {
            const float here = points[i] * scale, next = points[i + 1 < size ? i + 1 : 0] * scale;
            *target++ = here;
            *target++ = next - here;
        }
    }

    ++table.filled;
    return true;
}

namespace
{
constexpr int cyclesEach = 8;

using Shape = float (*) (float turns, float position);

float sawOf (float turns) { return 2 * (turns - std::floor (turns)) - 1; }

float basic (float t, float position)
{
    const std::array<float, 4> shapes { sine (t), 4 * std::abs (t - std::floor (t + 0.5f)) - 1, -sawOf (t), t < 0.5f ? 1.0f : -1.0f };
    const float place = position * 3;
    const auto first = static_cast<std::size_t> (std::min (place, 2.0f));
    return shapes[first] + (shapes[first + 1] - shapes[first]) * (place - static_cast<float> (first));
}

float pulse (float t, float position) { return t < 0.5f - 0.47f * position ? 1.0f : -1.0f; }

float sync (float t, float position) { return sawOf (t * (1 + 6 * position * position)); }

float fold (float t, float position) { return sine (0.25f * sine (t) * (1 + 9 * position)); }

float bell (float t, float position) { return sine (t + 0.6f * position * sine (3 * t) + 0.3f * position * position * sine (7 * t)); }

/** Bursts of two formants that fade over the cycle, as a voice makes them. */
float vowel (float t, float position)
{
    const float fade = exp2 (-6 * t) * (1 - exp2 (-60 * t));
    return fade * (sine ((3 + 7 * position) * t) + 0.5f * sine ((8 + 14 * (1 - position)) * t));
}

float organ (float t, float position)
{
    constexpr std::array<float, 8> harmonics { 1, 2, 3, 4, 6, 8, 10, 16 };
    float sum = 0;

    for (std::size_t i = 0; i < harmonics.size(); ++i)
        sum += std::clamp (position * 9 - static_cast<float> (i) + 1, 0.0f, 1.0f) * sine (harmonics[i] * t) / (1 + 0.3f * static_cast<float> (i));

    return sum;
}

/** Far-apart harmonics, each with its own phase. */
float glass (float t, float position)
{
    float sum = 0;

    for (std::uint32_t i = 1; i < 12; ++i)
    {
        const float harmonic = static_cast<float> (i * i / 2 + 1);
        const float level = exp2 (-4 * std::abs (static_cast<float> (i) / 12 - position));
        sum += level * sine (harmonic * t + chanceOf (i));
    }

    return sum;
}

std::vector<Wavetable> makeAll()
{
    constexpr std::array<Shape, wavetableNames.size()> shapes { basic, pulse, sync, fold, bell, vowel, organ, glass };
    std::vector<Wavetable> tables;
    std::vector<float> cycle (Wavetable::cycleLength);
    WavetableMaker maker;

    for (const auto shape : shapes)
    {
        auto& table = tables.emplace_back (cyclesEach);

        for (int i = 0; i < cyclesEach; ++i)
        {
            for (std::size_t point = 0; point < cycle.size(); ++point)
                cycle[point] = shape (static_cast<float> (point) / Wavetable::cycleLength, static_cast<float> (i) / (cyclesEach - 1));

            maker.add (table, cycle);
        }
    }

    return tables;
}
} // namespace

std::span<const Wavetable> builtInWavetables()
{
    static const auto tables = makeAll();
    return tables;
}

} // namespace athanor::dsp
