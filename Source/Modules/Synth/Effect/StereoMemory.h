// SPDX-License-Identifier: GPL-3.0-or-later
// What two channels were fed, to be read at two different distances.
#pragma once

#include "Modules/Synth/Effect/StereoBuffer.h"
#include "Modules/Synth/Filter/CombMemory.h"

namespace athanor::synth
{

/** Two rings. Memory that was never played is not taken from the system. */
class StereoMemory
{
public:
    StereoMemory() = default;

    /** @param minimum  Frames to keep. */
    explicit StereoMemory (int minimum) : size (static_cast<int> (std::bit_ceil (static_cast<unsigned> (minimum)))),
                                          memory (2 * (static_cast<std::size_t> (size) + guard)) {}

    int maxPeriod() const noexcept { return memory.isEmpty() ? 2 : size - 3; }

    /** Nothing was before now. */
    void clear() noexcept { age = 0; }

    void push (Stereo x) noexcept
    {
        last = (last + 1) & (size - 1);

        // The frames that a reader may see beside the first one.
        if (age == 0)
            for (int back = 1; back <= guard; ++back)
                put ((last - back) & (size - 1), Stereo (0.0f));

        age = age < size ? age + 1 : age;
        put (last, x);
    }

    /** @param past  Frames, from 2 to maxPeriod(). */
    Stereo read (Stereo past) const noexcept
    {
        using Four [[gnu::vector_size (16)]] = float;
        const auto nearest = dsp::floor (past);
        const auto weights = cubicWeights (nearest - past + 1.0f);
        Four rows[2];

        for (int channel = 0; channel < 2; ++channel)
        {
            const auto back = static_cast<int> (nearest[channel]) + 2;

            if (back > age + guard)
                rows[channel] = Four {};
            else
                std::memcpy (&rows[channel], ring (channel) + ((last - back) & (size - 1)), sizeof (Four));
        }

        const auto at = [&] (int i) { return Stereo (Stereo::Floats { rows[0][i], rows[1][i] }); };
        return weights[0] * at (0) + weights[1] * at (1) + weights[2] * at (2) + weights[3] * at (3);
    }

private:
    static constexpr int guard = 4;

    float* ring (int channel) const noexcept { return memory.data() + static_cast<std::size_t> (channel) * static_cast<std::size_t> (size + guard); }

    void put (int place, Stereo x) noexcept
    {
        for (int channel = 0; channel < 2; ++channel)
        {
            ring (channel)[place] = x[channel];

            if (place < guard)
                ring (channel)[size + place] = x[channel];
        }
    }

    int size = 8, last = 0, age = 0;
    LazyMemory memory;
};

} // namespace athanor::synth
