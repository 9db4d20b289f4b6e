// SPDX-License-Identifier: GPL-3.0-or-later
// From the oversampled rate down to the host's.
#pragma once

#include "Modules/Synth/Effect/StereoBuffer.h"

namespace athanor::synth
{

/** Halves the rate up to three times. Each half-band filter is two branches of allpasses, of which one hears the even frames and
    the other the odd ones; the last one is steep, those before it need not be.
*/
class Decimator
{
public:
    /** Writes quantum frames. `oversampling`: 1, 2, 4 or 8; changing it begins anew. */
    void process (int oversampling, const StereoBuffer& in, std::array<Stereo, quantum>& out) noexcept;

    void reset() noexcept { halvings = {}; }

private:
    static constexpr int maxAllpasses = 6;

    /** Lanes: even and odd branch of left, even and odd branch of right, four in reserve. */
    struct Halving
    {
        std::array<Lanes, maxAllpasses> heard {}, said {};

        template <int count>
        void process (const std::array<Lanes, count>& taps, int outFrames, const Stereo* in, Stereo* out) noexcept;
    };

    std::array<Halving, 3> halvings {};
    int before = 0;
};

} // namespace athanor::synth
