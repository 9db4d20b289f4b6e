// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"

namespace athanor
{

/** Holds the sound back by one quantum. */
template <typename S>
class Lookahead final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.lookahead", "Lookahead", "Utility", "Holds the sound back a little, so that a detector beside it can react in time." };

    Lookahead() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to hold back." };
    Output out { *this, "out", "The same sound, later; everything beside it is made to wait as well." };
    Latency latency { *this, Frames (quantum) };
    Tail tail { *this, 0.01 };

    void reset() noexcept override
    {
        held.silent = false;
        held.clear();
    }

    void prepare (double) override { reset(); }

    void startLane (int lane) noexcept override
    {
        for (auto& frame : held.frames)
            frame.set (lane, 0.0f);
    }

    void process (const Block<S>& block) noexcept override
    {
        block[out] = held;
        held = block[in];
    }

private:
    Signal<S> held;
};

} // namespace athanor
