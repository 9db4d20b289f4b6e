// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** Says which of two values is larger. */
template <typename S>
class Compare final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.compare", "Compare", "Utility", "Opens a gate while one value is larger than another." };

    Compare() : ModuleOf<S> (about) {}

    Input a { *this, "a", "The value that is asked about." };
    Input b { *this, "b", "The value that it is compared with." };
    Knob plus { *this, "plus", Range { -10, 10, 0 }, "Is added to the second value, or stands for it where nothing is plugged in." };
    Knob slack { *this, "slack", amount (0), "How far the first must fall below before it counts as smaller again, against flutter." };
    Output above { *this, "above", "1 while the first is larger, else 0." };
    Output below { *this, "below", "1 while the first is not larger, else 0." };

    void reset() noexcept override { isAbove = S (0.0f); }

    void startLane (int lane) noexcept override { isAbove.set (lane, 0.0f); }

    void process (const Block<S>& block) noexcept override
    {
        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto over = block[a][frame] - block[b][frame] - block[plus][frame];
            const auto isLarger = (over > 0.0f) | ((isAbove > 0.5f) & (over > -block[slack][frame]));
            isAbove = select (isLarger, S (1.0f), S (0.0f));
            block[above][frame] = isAbove;
            block[below][frame] = 1.0f - isAbove;
        }
    }

private:
    S isAbove { 0.0f };
};

} // namespace athanor
