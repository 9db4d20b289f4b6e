// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** Places one sound of a voice between the speakers, to be mixed with others before the voice leaves. */
template <typename S>
class VoicePan final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "voice.pan", "Voice pan", "Voice",
                                           "Places one sound between left and right, equally loud wherever it stands." };

    VoicePan() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to place." };
    Knob place { *this, "place", bipolar (0), "Where it stands: -1 is left, 1 is right." };
    Output left { *this, "left", "What the left speaker gets." };
    Output right { *this, "right", "What the right speaker gets." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        auto &l = block[left], &r = block[right];

        if (block[in].silent)
        {
            l.clear();
            r.clear();
            return;
        }

        const auto turns = [] (S p) { return 0.125f + 0.125f * clamp (p, S (-1.0f), S (1.0f)); };
        const Through lefts (block[place], [turns] (S p) { return dsp::cosine (turns (p)); });
        const Through rights (block[place], [turns] (S p) { return dsp::sine (turns (p)); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            l[frame] = block[in][frame] * lefts[frame];
            r[frame] = block[in][frame] * rights[frame];
        }
    }
};

} // namespace athanor
