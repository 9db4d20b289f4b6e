// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Peaks.h"

#include <algorithm>

namespace athanor
{

namespace
{
Peaks::Range join (Peaks::Range a, Peaks::Range b) { return { std::min (a.low, b.low), std::max (a.high, b.high) }; }
} // namespace

Peaks::Peaks (dsp::SharedSound sound) : recording (std::move (sound)), channels (static_cast<std::size_t> (recording->channels))
{
    const auto frames = recording->frames();
    auto& first = levels.emplace_back();

    for (std::size_t start = 0; start < frames; start += blockFrames)
        for (std::size_t channel = 0; channel < channels; ++channel)
            first.push_back (rangeOfSamples (channel, start, std::min (start + blockFrames, frames)));

    while (levels.back().size() > channels)
    {
        const auto& below = levels.back();
        const auto blocks = below.size() / channels;
        std::vector<Range> level;

        for (std::size_t start = 0; start < blocks; start += fanOut)
            for (std::size_t channel = 0; channel < channels; ++channel)
            {
                auto all = below[start * channels + channel];

                for (auto i = start + 1; i < std::min (start + fanOut, blocks); ++i)
                    all = join (all, below[i * channels + channel]);

                level.push_back (all);
            }

        levels.push_back (std::move (level));
    }
}

Peaks::Range Peaks::rangeOfSamples (std::size_t channel, std::size_t first, std::size_t last) const
{
    auto range = Range { recording->samples[first * channels + channel], recording->samples[first * channels + channel] };

    for (auto frame = first + 1; frame < last; ++frame)
    {
        const auto sample = recording->samples[frame * channels + channel];
        range = join (range, { sample, sample });
    }

    return range;
}

Peaks::Range Peaks::range (int channelNumber, std::size_t first, std::size_t last) const
{
    const auto channel = static_cast<std::size_t> (channelNumber);
    const auto frames = recording->frames();

    if (first >= std::min (last, frames) || channel >= channels)
        return {};

    auto result = last > frames ? Range {} : Range { recording->samples[first * channels + channel], recording->samples[first * channels + channel] };
    last = std::min (last, frames);

    // From the left takes the largest block that starts here and ends in time.
    for (auto at = first; at < last;)
    {
        std::size_t size = blockFrames, level = 0;

        if (at % size != 0 || at + size > last)
        {
            const auto end = std::min (last, (at / blockFrames + 1) * blockFrames);
            result = join (result, rangeOfSamples (channel, at, end));
            at = end;
            continue;
        }

        while (level + 1 < levels.size() && at % (size * fanOut) == 0 && at + size * fanOut <= last)
        {
            size *= fanOut;
            ++level;
        }

        result = join (result, levels[level][at / size * channels + channel]);
        at += size;
    }

    return result;
}

} // namespace athanor
