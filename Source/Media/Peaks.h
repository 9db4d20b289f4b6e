// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of a recording at every zoom, for drawing it without reading it again.
#pragma once

#include "Dsp/Sound.h"

#include <cstddef>
#include <vector>

namespace athanor
{

/** The lowest and highest sample of any stretch, in a few steps however long the stretch is. */
class Peaks
{
public:
    struct Range
    {
        float low = 0, high = 0;

        bool operator== (const Range&) const = default;
    };

    explicit Peaks (dsp::SharedSound);

    /** Of the frames from `first` up to but not including `last` of one channel; what lies outside counts as silence. */
    Range range (int channel, std::size_t first, std::size_t last) const;

    const dsp::Sound& sound() const noexcept { return *recording; }

private:
    static constexpr std::size_t blockFrames = 64, fanOut = 4;

    Range rangeOfSamples (std::size_t channel, std::size_t first, std::size_t last) const;

    dsp::SharedSound recording;
    std::size_t channels;
    std::vector<std::vector<Range>> levels; ///< Each block covers fanOut blocks of the level before; channels interleaved.
};

} // namespace athanor
