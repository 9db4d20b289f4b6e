// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/KnobsByEar.h"

#include <algorithm>
#include <numeric>

namespace athanor
{

KnobChoices dressByEar (PatchSpec& patch, const MacroDressing& own, const MacroTemplate& form, const std::vector<SoundFeature>& exclusions, const Ear& ear)
{
    constexpr int mostTimes = 3;
    constexpr double leastHeard = 0.05;
    const auto bare = patch;
    KnobChoices choices {};
    std::vector<std::size_t> unsure (choices.size());
    std::iota (unsure.begin(), unsure.end(), 0u);

    for (int time = 0; time <= mostTimes; ++time)
    {
        patch = bare;
        choices = dress (patch, own, form, exclusions, choices);
        std::erase_if (unsure, [&] (std::size_t knob) { return patch.macros[knob].name.empty(); });

        if (! ear.compare || unsure.empty() || time == mostTimes || (ear.isCancelled && ear.isCancelled()))
            break;

        std::vector<PatchSpec> turned (unsure.size(), patch);

        for (std::size_t i = 0; i < unsure.size(); ++i)
            setMacro (turned[i], unsure[i], patch.macros[unsure[i]].value < 0.5 ? 1 : 0);

        const auto apart = ear.compare (patch, turned);
        std::vector<std::size_t> unheard;

        for (std::size_t i = 0; i < unsure.size(); ++i)
            if (apart[i] < leastHeard)
                unheard.push_back (unsure[i]);

        for (const auto knob : unheard)
            ++choices[knob];

        if (unheard.empty())
            break;

        unsure = unheard;
    }

    return choices;
}

} // namespace athanor
