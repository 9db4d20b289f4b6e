// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** Sample and hold. */
template <typename S>
class Hold final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.hold", "Sample and hold", "Utility", "Catches a value when it is told to, and holds it until it is told again." };

    Hold() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The motion to catch values from.", Normal::random };
    Input trigger { *this, "trigger", "Catches a value each time it rises above one half.", Normal::trigger };
    Knob mode { *this, "mode", choice (modes), "Catch takes a value when the trigger rises; follow goes along while it is high." };
    Output out { *this, "out", "The value that is held." };

    void reset() noexcept override
    {
        held = S (0.0f);
        before = S (0.0f);
    }

    void startLane (int lane) noexcept override
    {
        held.set (lane, 0.0f);
        before.set (lane, 0.0f);
    }

    void process (const Block<S>& block) noexcept override
    {
        const bool follows = block.choice (mode) == 1;

        if (block[trigger].silent)
        {
            before = S (0.0f);
            return block[out].hold (held);
        }

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto isHigh = block[trigger][frame] > 0.5f;
            const auto isDue = follows ? isHigh : isHigh & (before <= 0.5f);
            held = select (isDue, block[in][frame], held);
            before = block[trigger][frame];
            block[out][frame] = held;
        }
    }

private:
    static constexpr std::array<std::string_view, 2> modes { "catch", "follow" };

    S held { 0.0f }, before { 0.0f };
};

} // namespace athanor
