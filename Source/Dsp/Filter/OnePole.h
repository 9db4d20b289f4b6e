// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"

namespace athanor::dsp
{

/** The gentlest filter: 6 dB for each octave, what is below and what is above always adding up to the input.

    Trapezoidal: Vadim Zavalishin, "The art of VA filter design", 2018, chapter 3.
*/
template <typename S>
class OnePole
{
public:
    /** @param ratio  Cutoff over sample rate, clamped to what is useful: above zero, at most 0.49. */
    static S design (S ratio) noexcept
    {
        const auto g = tangent (0.5f * clamp (ratio, S (1e-6f), S (0.49f)));
        return g / (1.0f + g);
    }

    /** What is below the cutoff; what is above is the input less that. */
    S low (S input, S shape) noexcept
    {
        const auto step = (input - state) * shape;
        const auto result = step + state;
        state = result + step;
        return result;
    }

    S high (S input, S shape) noexcept { return input - low (input, shape); }

    /** How much it still holds, as an amplitude. */
    S size() const noexcept { return abs (state); }

    void reset() noexcept { resetTo (S (0.0f)); }

    /** As though the input had been at this value for ever. */
    void resetTo (S value) noexcept { state = value; }

    void resetLane (int lane) noexcept { state.set (lane, 0.0f); }

private:
    S state { 0.0f };
};

} // namespace athanor::dsp
