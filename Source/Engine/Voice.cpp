// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Voice.h"

#include "Dsp/Fast.h"

#include <cmath>

namespace athanor
{

float EnvelopeCurve::at (double tick) const noexcept
{
    if (points.empty())
        return 0;

    for (std::size_t i = 1; i < points.size(); ++i)
        if (tick < points[i].first)
        {
            const auto& [start, from] = points[i - 1];
            const auto& [end, to] = points[i];
            const auto part = std::max (0.0, (tick - start) / static_cast<double> (end - start));
            return from + (to - from) * static_cast<float> (part);
        }

    return points.back().second;
}

int EnvelopeCurve::next (int tick, bool isKeyDown) const noexcept
{
    if (isKeyDown && sustainStart >= 0 && tick >= sustainEnd)
        return sustainStart == sustainEnd ? tick : sustainStart;

    if (loopStart >= 0 && tick >= loopEnd)
        return loopStart == loopEnd ? tick : loopStart;

    return std::min (tick + 1, lastTick());
}

float SampleVibrato::at (float phase) const noexcept
{
    switch (shape)
    {
        case Shape::sine:
            return dsp::sine (phase / 256);
        case Shape::rampDown:
            return 1 - phase / 128;
        case Shape::squareAbove:
            return phase < 128 ? 1.0f : 0.0f;
        case Shape::square:
            return phase < 128 ? 1.0f : -1.0f;
        case Shape::random:
            return static_cast<float> (static_cast<double> (mixBits (static_cast<std::uint64_t> (phase)) >> 11) * 0x1p-52 - 1);
        case Shape::rampUp:
            return phase / 128 - 1;
    }

    return 0;
}

const PlayableZone* PlayableInstrument::zoneFor (double note, double velocity) const noexcept
{
    const auto key = static_cast<int> (std::lround (note));
    const auto strength = static_cast<int> (std::lround (velocity * 127));

    for (const auto& zone : zones)
        if (key >= zone.lowKey && key <= zone.highKey && strength >= zone.lowVelocity && strength <= zone.highVelocity)
            return &zone;

    return nullptr;
}

} // namespace athanor
