// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** A small mixing desk: four stereo sounds, each with level and place. */
template <typename S>
class Desk final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "mix.desk", "Mixing desk", "Mix", "Mixes four sounds, each with its level and its place between the speakers." };

    Desk() : ModuleOf<S> (about) {}

    /** One strip of the desk, declared as one member. */
    struct Strip
    {
        Input in;
        Knob level, place;

        Strip (Module& owner, std::string_view inId, std::string_view levelId, std::string_view placeId)
            : in (owner, inId, "The sound of this strip."),
              level (owner, levelId, decibels (-60, 12, 0), "How loud the sound of this strip is."),
              place (owner, placeId, bipolar (0), "Where the sound of this strip stands: -1 is left, 1 is right.") {}
    };

    Strip strip1 { *this, "in1", "level1", "place1" };
    Strip strip2 { *this, "in2", "level2", "place2" };
    Strip strip3 { *this, "in3", "level3", "place3" };
    Strip strip4 { *this, "in4", "level4", "place4" };
    Knob level { *this, "level", decibels (-60, 12, 0), "How loud all of them together are." };
    Output out { *this, "out", "All four together." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        auto& result = block[out];
        bool isFirst = true;
        const auto total = gainsOf (block[level]);

        for (const auto* strip : { &strip1, &strip2, &strip3, &strip4 })
        {
            const auto& sound = block[strip->in];

            if (sound.silent)
                continue;

            const auto gains = gainsOf (block[strip->level]);
            const Through places (block[strip->place], [] (S p) {
                return dsp::cosine (0.25f * clamp (p * dsp::makeStereo (1, -1), S (0.0f), S (1.0f)));
            });

            for (int frame = 0; frame < quantum; ++frame)
                result[frame] = sound[frame] * gains[frame] * places[frame] * total[frame] + (isFirst ? S (0.0f) : result[frame]);

            isFirst = false;
        }

        if (isFirst)
            result.clear();
    }
};

} // namespace athanor
