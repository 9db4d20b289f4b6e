// SPDX-License-Identifier: GPL-3.0-or-later
#include "Patch/EffectOrder.h"

#include <algorithm>

namespace athanor::patch
{

EffectOrder effectOrderOf (int code) noexcept
{
    std::array<int, effectCount> left {}; // Not yet placed, in their own order.

    for (int i = 0; i < effectCount; ++i)
        left[static_cast<std::size_t> (i)] = i;

    EffectOrder order {};
    code = std::clamp (code, 0, 362'879);

    // The last place says how many of all others are greater, the one before it how many of the rest, and so on.
    for (int place = effectCount - 1; place >= 0; --place)
    {
        const auto chosen = place - code % (place + 1);
        code /= place + 1;
        order[static_cast<std::size_t> (place)] = static_cast<Effect> (left[static_cast<std::size_t> (chosen)]);

        for (int i = chosen; i < place; ++i)
            left[static_cast<std::size_t> (i)] = left[static_cast<std::size_t> (i) + 1];
    }

    return order;
}

int codeOf (const EffectOrder& order) noexcept
{
    int code = 0;

    for (std::size_t place = 1; place < order.size(); ++place)
    {
        int greater = 0;

        for (std::size_t before = 0; before < place; ++before)
            greater += order[place] < order[before] ? 1 : 0;

        code = code * static_cast<int> (place + 1) + greater;
    }

    return code;
}

} // namespace athanor::patch
