// SPDX-License-Identifier: GPL-3.0-or-later
// A two-pole filter that stays stable and in tune while its cutoff moves at any speed.
#pragma once

#include "Dsp/Fast.h"

namespace athanor::dsp
{

/** Trapezoidal state variable filter.

    Andrew Simper, "Solving the continuous SVF equations using trapezoidal integration and equivalent currents", 2013.
*/
template <int n>
class StateVariable
{
public:
    using S = Lanes<n>;

    /** What cutoff and damping make of the filter. */
    struct Shape
    {
        S a1, a2, a3, damping;
    };

    /** What one input becomes. High is `input - damping * band - low`. */
    struct Outputs
    {
        S band, low;
    };

    /** @param ratio    Cutoff over sample rate, clamped to what is useful: above zero, at most 0.49.
        @param damping  One over the quality: 1.414 is flat, 0 rings for ever.
    */
    static Shape design (S ratio, S damping) noexcept
    {
        const auto g = tangent (0.5f * clamp (ratio, S (1e-5f), S (0.49f)));
        const auto a1 = 1.0f / fma (g, g + damping, S (1.0f));
        return { a1, g * a1, g * g * a1, damping };
    }

    Outputs tick (S input, const Shape& shape) noexcept
    {
        const auto rest = input - second;
        const auto band = fma (shape.a1, first, shape.a2 * rest);
        const auto low = fma (shape.a3, rest, fma (shape.a2, first, second));
        first = fma (band, S (2.0f), -first);
        second = fma (low, S (2.0f), -second);
        return { band, low };
    }

    void reset() noexcept { first = second = S (0.0f); }

    void resetLane (int lane) noexcept
    {
        first.set (lane, 0);
        second.set (lane, 0);
    }

    /** True when what still rings is below -120 dB. */
    bool isQuiet() const noexcept { return isNone (max (abs (first), abs (second)) > 1e-6f); }

private:
    S first { 0.0f }, second { 0.0f };
};

} // namespace athanor::dsp
