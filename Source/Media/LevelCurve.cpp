// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/LevelCurve.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

LevelCurve::LevelCurve (const dsp::Sound& sound) : step (static_cast<std::size_t> (std::max (1.0, sound.sampleRate / 200))), seconds (static_cast<double> (step) / sound.sampleRate)
{
    const auto channels = static_cast<std::size_t> (sound.channels);

    for (std::size_t begin = 0; begin < sound.frames(); begin += step)
    {
        const auto end = std::min (begin + 4 * step, sound.frames());
        double sum = 0;

        for (auto i = begin * channels; i < end * channels; ++i)
        {
            const auto sample = static_cast<double> (sound.samples[i]);
            sum += sample * sample;
        }

        levels.push_back (std::sqrt (sum / static_cast<double> (std::max<std::size_t> (1, 4 * step * channels))));
    }

    const auto most = levels.empty() ? 0 : *std::ranges::max_element (levels);
    top = static_cast<std::size_t> (std::ranges::find_if (levels, [most] (double level) { return level >= 0.98 * most; }) - levels.begin());
}

std::size_t LevelCurve::stepsUntil (std::size_t from, double level, bool isReached) const
{
    auto at = from;

    while (at < levels.size() && (levels[at] >= level) != isReached)
        ++at;

    return at - from;
}

} // namespace athanor
