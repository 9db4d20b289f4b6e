// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"

#include <array>
#include <string_view>

namespace athanor::dsp
{

enum class Bend { soft,  ///< Rounds the peaks.
                  tube,  ///< Rounds one side earlier than the other, gently.
                  hard,  ///< Cuts the peaks off.
                  fold,  ///< Sends back what goes too far.
                  octave ///< Turns the lower half up.
};

inline constexpr std::array<std::string_view, 5> bendNames { "soft", "tube", "hard", "fold", "octave" };

/** Bends a wave; all of these leave quiet sound nearly as it is and stay within about ±1. */
template <int n>
inline Lanes<n> bend (Bend kind, Lanes<n> x) noexcept
{
    using S = Lanes<n>;

    switch (kind)
    {
        case Bend::soft:
            return tanh (x);
        case Bend::tube:
            return x / (1.0f + abs (x) * select (x > 0.0f, S (1.0f), S (0.6f)));
        case Bend::hard:
            return clamp (x, S (-1.0f), S (1.0f));
        case Bend::fold:
            return sine (0.25f * clamp (x, S (-1e5f), S (1e5f)));
        case Bend::octave:
            return tanh (sqrt (fma (x, x, S (0.04f))) - 0.2f); // Without the corner at zero, which no oversampling could hold.
    }

    return x;
}

} // namespace athanor::dsp
