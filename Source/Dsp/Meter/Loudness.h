// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Lanes.h"

#include <array>
#include <cstdint>
#include <span>

namespace athanor::dsp
{

/** How loud stereo sound is to an ear, in LUFS: now, lately, and since the measurement began.

    ITU-R BS.1770-4, "Algorithms to measure audio programme loudness and true-peak audio level", 2015, with the three time
    scales of EBU Tech 3341, "Loudness metering: EBU mode", 2016. All memory is inside; nothing grows with the length of the song.
*/
class Loudness
{
public:
    /** What is told of silence, in LUFS. */
    static constexpr float silence = -120;

    /** @param sampleRate  From 8000 Hz. */
    void prepare (double sampleRate) noexcept;
    void reset() noexcept;
    void process (std::span<const Stereo> frames) noexcept;

    /** Of the last 400 ms, renewed every 100 ms. */
    float momentary() const noexcept;

    /** Of the last 3 s, renewed every 100 ms. */
    float shortTerm() const noexcept;

    /** Of all since `reset`, without the silence and the quiet passages (gated). */
    float integrated() const noexcept;

private:
    using Pair [[gnu::vector_size (16)]] = double;

    /** Two-pole filter in transposed direct form; in double, because 38 Hz is very low for floats at 192 kHz. */
    struct Stage
    {
        double b0 = 1, b1 = 0, b2 = 0, a1 = 0, a2 = 0;
        Pair s1 {}, s2 {};

        Pair tick (Pair x) noexcept
        {
            const Pair y = b0 * x + s1;
            s1 = b1 * x - a1 * y + s2;
            s2 = b2 * x - a2 * y;
            return y;
        }
    };

    static constexpr int stepsKept = 30;
    static constexpr int binsPerUnit = 50;        ///< So fine that the gate hardly ever takes the wrong side.
    static constexpr int bins = 80 * binsPerUnit; ///< From -70 LUFS.

    void finishStep() noexcept;
    double meanOfLast (int steps) const noexcept;

    Stage head, rumble;
    int framesInStep = 4800;

    Pair energy {};
    int framesDone = 0;
    std::array<double, stepsKept> steps {}; // Mean energy of each 100 ms, the newest at `newestStep`.
    int newestStep = 0, stepsDone = 0;
    std::array<std::int32_t, bins> counts {};
    std::array<double, bins> energies {};
};

} // namespace athanor::dsp
