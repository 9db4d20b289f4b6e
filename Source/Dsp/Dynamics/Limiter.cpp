// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Dynamics/Limiter.h"

#include <algorithm>
#include <utility>

namespace athanor::dsp
{

namespace
{
constexpr float unit = 1 << 24;         // What 1 is in whole numbers.
constexpr float allowance = 0.9885531f; // 0.1 dB for what four values between two frames do not see.
} // namespace

void Limiter::reset() noexcept
{
    detector.reset();
    least.reset();
    first.reset (static_cast<std::int64_t> (unit));
    second.reset (static_cast<std::int64_t> (unit) * mean);
    line.fill (Stereo (0.0f));
    place = 0;
    reduced = 0;
    lastGain = 1;
}

Stereo Limiter::tick (Stereo input, float ceiling, float left) noexcept
{
    const auto peak = linked (detector.tick (input))[0];
    const auto goal = allowance * ceiling;
    const auto needed = 1.0f - least.tick (peak > goal ? goal / peak : 1.0f);

    // Kept as what is missing from 1, which fades to nothing where 1 less something small would get stuck.
    reduced = std::max (needed, reduced * left);

    if (reduced < 1e-6f)
        reduced = needed;

    const auto smooth = second.tick (first.tick (static_cast<std::int64_t> ((1.0f - reduced) * unit)));
    lastGain = static_cast<float> (smooth) / (unit * mean * mean);

    // Rounding may leave a sample a ten-millionth too high.
    const auto output = std::exchange (line[place], input) * lastGain;
    place = (place + 1) % line.size();
    return clamp (output, Stereo (-ceiling), Stereo (ceiling));
}

void Limiter::Least::reset() noexcept { first = count = now = 0; }

float Limiter::Least::tick (float value) noexcept
{
    // A value that is neither smaller nor younger than another can never be the least again.
    while (count > 0 && values[(first + count - 1) % size] >= value)
        --count;

    values[(first + count) % size] = value;
    times[(first + count) % size] = now;
    ++count;

    if (now - times[first % size] >= static_cast<std::uint32_t> (held))
    {
        ++first;
        --count;
    }

    ++now;
    return values[first % size];
}

void Limiter::Mean::reset (std::int64_t value) noexcept
{
    values.fill (value);
    total = value * mean;
    next = 0;
}

std::int64_t Limiter::Mean::tick (std::int64_t value) noexcept
{
    total += value - std::exchange (values[next], value);
    next = (next + 1) % values.size();
    return total;
}

} // namespace athanor::dsp
