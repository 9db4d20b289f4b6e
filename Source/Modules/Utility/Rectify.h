// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** Keeps one half of a wave, or turns the other up. */
template <typename S>
class Rectify final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.rectify", "Rectify", "Utility", "Keeps what is above zero, what is below, or turns the one into the other." };

    Rectify() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound or motion." };
    Knob mode { *this, "mode", choice (modes), "What is kept." };
    Output out { *this, "out", "What is left." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        const auto kind = block.choice (mode);

        if (block[in].silent)
            return block[out].clear();

        if (block[in].steady)
            return block[out].hold (keep (kind, block[in].first()));

        for (int frame = 0; frame < quantum; ++frame)
            block[out][frame] = keep (kind, block[in][frame]);
    }

private:
    static constexpr std::array<std::string_view, 3> modes { "all turned up", "what is above", "what is below" };

    static S keep (int kind, S x) noexcept { return kind == 0 ? abs (x) : kind == 1 ? max (x, S (0.0f))
                                                                                    : min (x, S (0.0f)); }
};

} // namespace athanor
