// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** Reckons with two values. */
template <typename S>
class Maths final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.maths", "Maths", "Utility", "Reckons with two sounds, motions or values." };

    Maths() : ModuleOf<S> (about) {}

    Input a { *this, "a", "The first value." };
    Input b { *this, "b", "The second value." };
    Knob operation { *this, "operation", choice (names), "What is done with the two." };
    Knob plus { *this, "plus", Range { -10, 10, 0 }, "Is added to the second value, or stands for it where nothing is plugged in." };
    Output out { *this, "out", "The result." };

    void process (const Block<S>& block) noexcept override
    {
        const auto kind = block.choice (operation);
        const auto &x = block[a], &y = block[b], &more = block[plus];

        if (x.steady && y.steady && more.steady)
            return block[out].hold (reckon (kind, x.first(), y.first() + more.first()));

        for (int frame = 0; frame < quantum; ++frame)
            block[out][frame] = reckon (kind, x[frame], y[frame] + more[frame]);
    }

private:
    static constexpr std::array<std::string_view, 10> names { "add", "subtract", "multiply", "divide", "smaller", "larger", "average", "distance", "remainder", "power" };
    static constexpr float most = 1e6f; ///< What a result may be, so that nothing ever becomes infinite.

    static S reckon (int kind, S x, S y) noexcept
    {
        // Nothing is divided by less than a millionth.
        const auto divisor = select (abs (y) > 1e-6f, y, S (1e-6f));

        switch (kind)
        {
            case 0:
                return x + y;
            case 1:
                return x - y;
            case 2:
                return x * y;
            case 3:
                return clamp (x / divisor, S (-most), S (most));
            case 4:
                return min (x, y);
            case 5:
                return max (x, y);
            case 6:
                return 0.5f * (x + y);
            case 7:
                return abs (x - y);
            case 8:
                return x - divisor * dsp::floor (clamp (x / divisor, S (-most), S (most)));
            default:
                return clamp (dsp::copySign (dsp::power (abs (x), y), x), S (-most), S (most));
        }
    }
};

} // namespace athanor
