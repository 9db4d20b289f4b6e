// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** Moves stereo sound to a side. */
template <typename S>
class Pan final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "mix.pan", "Pan", "Mix", "Moves the sound to the left or to the right." };

    Pan() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to move." };
    Knob place { *this, "place", bipolar (0), "Where it goes: -1 is left, 1 is right." };
    Knob mode { *this, "mode", choice (modes), "Balance turns the other side down; move carries it over." };
    Output out { *this, "out", "The sound in its new place." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        if (block[in].silent)
            return block[out].clear();

        const float goal = block.choice (mode) == 1 ? 1.0f : 0.0f;
        const auto from = isFresh ? goal : carried;
        const auto step = (goal - from) / quantum;

        // A side that leaves goes down as a cosine does, and what is carried over rises as a sine, so the power stays.
        const Through kept (block[place], [] (S p) { return dsp::cosine (0.25f * leaving (p)); });
        const Through moved (block[place], [] (S p) { return dsp::sine (0.25f * leaving (p)); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            const auto over = dsp::swapped (x * moved[frame]);
            block[out][frame] = x * kept[frame] + over * (from + step * static_cast<float> (frame + 1));
        }

        carried = goal;
        isFresh = false;
    }

    void reset() noexcept override { isFresh = true; }

private:
    static constexpr std::array<std::string_view, 2> modes { "balance", "move" };

    /** How far each side is turned down: the left when the place is right of the middle. */
    static S leaving (S p) noexcept { return clamp (p * dsp::makeStereo (1, -1), S (0.0f), S (1.0f)); }

    float carried = 0; // Glides when the mode changes, against clicks.
    bool isFresh = true;
};

} // namespace athanor
