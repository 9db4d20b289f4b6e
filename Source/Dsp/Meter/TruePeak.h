// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Lanes.h"

#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace athanor::dsp
{

/** How high the curve between the samples goes, which is what a converter or an encoder has to bear.

    Four values are drawn between two frames, by the filter of ITU-R BS.1770-4, "Algorithms to measure audio programme loudness
    and true-peak audio level", annex 2, 2015. Both channels' four phases are one register of eight.
*/
class TruePeak
{
public:
    /** How many frames later a peak is told: `tick` speaks of the stretch from `delay` frames ago to the frame after it. */
    static constexpr int delay = 6;

    void reset() noexcept
    {
        history = {};
        highest = Stereo (0.0f);
    }

    /** Takes a frame; gives the highest absolute value on the stretch that `delay` names. */
    Stereo tick (Stereo x) noexcept
    {
        // Kept twice, so that the last twelve always lie side by side.
        const Voices wide = Voices::Floats { x[0], x[1], x[0], x[1], x[0], x[1], x[0], x[1] };
        newest = newest == 0 ? taps - 1 : newest - 1;
        history[newest] = history[newest + taps] = wide;

        const auto* past = history.data() + newest;
        auto even = filter[0] * past[0];
        auto odd = filter[1] * past[1];

        for (std::size_t tap = 2; tap < taps; tap += 2)
        {
            even += filter[tap] * past[tap];
            odd += filter[tap + 1] * past[tap + 1];
        }

        // The filter rounds off the samples themselves a little, so they are asked too.
        const auto peak = max (abs (even + odd), max (abs (past[delay]), abs (past[delay - 1])));
        Stereo result { 0.0f };

        for (int phase = 0; phase < 4; ++phase)
            result = max (result, Stereo (Stereo::Floats { peak[2 * phase], peak[2 * phase + 1] }));

        return result;
    }

    void process (std::span<const Stereo> frames) noexcept
    {
        for (const auto frame : frames)
            highest = max (highest, tick (frame));
    }

    /** The peak since the last call, as a gain, lane by lane; starts anew. */
    Stereo take() noexcept { return std::exchange (highest, Stereo (0.0f)); }

private:
    static constexpr std::size_t taps = 12;

    static constexpr std::array<float, taps> first {
        0.0017089843750f, 0.0109863281250f, -0.0196533203125f, 0.0332031250000f, -0.0594482421875f, 0.1373291015625f,
        0.9721679687500f, -0.1022949218750f, 0.0476074218750f, -0.0266113281250f, 0.0148925781250f, -0.0083007812500f
    };

    static constexpr std::array<float, taps> second {
        -0.0291748046875f, 0.0292968750000f, -0.0517578125000f, 0.0891113281250f, -0.1665039062500f, 0.4650878906250f,
        0.7797851562500f, -0.2003173828125f, 0.1015625000000f, -0.0582275390625f, 0.0330810546875f, -0.0189208984375f
    };

    static constexpr auto filter = [] {
        std::array<Voices, taps> made;

        for (std::size_t tap = 0; tap < taps; ++tap)
        {
            const auto mirrored = taps - 1 - tap;
            made[tap] = Voices::Floats { first[tap], first[tap], second[tap], second[tap],
                                         second[mirrored], second[mirrored], first[mirrored], first[mirrored] };
        }

        return made;
    }();

    std::array<Voices, 2 * taps> history {};
    std::size_t newest = 0;
    Stereo highest { 0.0f };
};

} // namespace athanor::dsp
