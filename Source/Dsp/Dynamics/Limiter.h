// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Dsp/Meter/TruePeak.h"

#include <array>
#include <cstdint>

namespace athanor::dsp
{

/** Looks ahead and turns the sound down before it would go beyond a ceiling, between the samples too.

    The gain that each peak asks for is held for the length of the lookahead and then smoothed by two running means that together
    are as long: so the gain is down in full when the peak comes out, and its way there has no corners. The means count in whole
    numbers, which add up exactly; so sound that needs no limiting comes out as it went in, bit for bit.
*/
class Limiter
{
public:
    /** Frames between input and output. */
    static constexpr int latency = 128;

    Limiter() noexcept { reset(); }

    void reset() noexcept;

    /** @param ceiling  As a gain, above zero.
        @param left     The share of the reduction that is left after one frame of release. */
    Stereo tick (Stereo input, float ceiling, float left) noexcept;

    /** The gain of the last frame, 0 to 1. */
    float gain() const noexcept { return lastGain; }

private:
    static constexpr int mean = 60;                                          ///< Of each of the two running means.
    static constexpr int smoothing = 2 * mean - 1;                           ///< Of both together.
    static constexpr int margin = latency - smoothing - TruePeak::delay + 1; ///< How much earlier than needed the gain is down.
    static constexpr int held = smoothing + 2 * margin + 1;

    static_assert (margin >= 2);

    /** The least of the last `held` values, each entering and leaving once: Daniel Lemire, "Streaming maximum-minimum filter", 2006. */
    class Least
    {
    public:
        float tick (float value) noexcept;
        void reset() noexcept;

    private:
        static constexpr unsigned size = 256;
        static_assert (size > static_cast<unsigned> (held));

        std::array<float, size> values {};
        std::array<std::uint32_t, size> times {};
        std::uint32_t first = 0, count = 0, now = 0;
    };

    /** A running mean in whole numbers: exact, however long it runs. */
    class Mean
    {
    public:
        std::int64_t tick (std::int64_t value) noexcept;
        void reset (std::int64_t value) noexcept;

    private:
        std::array<std::int64_t, mean> values {};
        std::int64_t total = 0;
        std::size_t next = 0;
    };

    TruePeak detector;
    Least least;
    Mean first, second;
    std::array<Stereo, latency> line {};
    std::size_t place = 0;
    float reduced = 0, lastGain = 1; ///< Before and after smoothing; the first as what is missing from 1.
};

} // namespace athanor::dsp
