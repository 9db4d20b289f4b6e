// SPDX-License-Identifier: GPL-3.0-or-later
// The bands of an equaliser, and the curve that they make, for the ear and for the eye.
#pragma once

#include "Dsp/Filter/StateVariable.h"

namespace athanor::dsp
{

enum class BandKind { bell,
                      lowShelf,
                      highShelf,
                      lowCut,
                      highCut };

/** One band as the musician sets it. */
struct BandSettings
{
    BandKind kind = BandKind::bell;
    double hertz = 1'000;
    double decibels = 0; ///< Of bells and shelves.
    double quality = 0.70710678;
};

/** How loud a band makes a tone of `hertz`, as a gain; of several bands the gains multiply. Not for the audio thread. */
double gainOf (const BandSettings&, double hertz, double sampleRate);

/** One band of an equaliser.

    A state variable filter whose outputs are mixed with the input, so that everything may move at any speed: Andrew Simper,
    "Solving the continuous SVF equations using trapezoidal integration and equivalent currents", 2013.
*/
template <int n>
class Band
{
public:
    using S = Lanes<n>;

    struct Shape
    {
        typename StateVariable<n>::Shape filter;
        S input, band, low; ///< How much of each is heard.
    };

    static Shape bell (S ratio, S decibels, S quality) noexcept
    {
        const auto a = decibelsToGain (0.5f * decibels);
        const auto damping = 1.0f / (quality * a);
        return { make (tangentOf (ratio), damping), S (1.0f), damping * (a * a - 1.0f), S (0.0f) };
    }

    static Shape lowShelf (S ratio, S decibels, S quality) noexcept
    {
        const auto a = decibelsToGain (0.5f * decibels);
        const auto damping = 1.0f / quality;
        return { make (tangentOf (ratio) / sqrt (a), damping), S (1.0f), damping * (a - 1.0f), a * a - 1.0f };
    }

    static Shape highShelf (S ratio, S decibels, S quality) noexcept
    {
        const auto a = decibelsToGain (0.5f * decibels);
        const auto damping = 1.0f / quality;
        return { make (tangentOf (ratio) * sqrt (a), damping), a * a, damping * (1.0f - a) * a, 1.0f - a * a };
    }

    /** @param share  1 cuts, 0 lets everything through: a cut that is faded in as it is turned on. */
    static Shape lowCut (S ratio, S quality, S share) noexcept
    {
        const auto damping = 1.0f / quality;
        return { make (tangentOf (ratio), damping), S (1.0f), -damping * share, -share };
    }

    static Shape highCut (S ratio, S quality, S share) noexcept
    {
        return { make (tangentOf (ratio), 1.0f / quality), 1.0f - share, S (0.0f), share };
    }

    S tick (S x, const Shape& shape) noexcept
    {
        const auto y = filter.tick (x, shape.filter);
        return fma (shape.input, x, fma (shape.band, y.band, shape.low * y.low));
    }

    void reset() noexcept { filter.reset(); }

    void resetLane (int lane) noexcept { filter.resetLane (lane); }

private:
    static S tangentOf (S ratio) noexcept { return tangent (0.5f * clamp (ratio, S (1e-5f), S (0.49f))); }

    static typename StateVariable<n>::Shape make (S g, S damping) noexcept
    {
        const auto a1 = 1.0f / fma (g, g + damping, S (1.0f));
        return { a1, g * a1, g * g * a1, damping };
    }

    StateVariable<n> filter;
};

} // namespace athanor::dsp
