// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/Variations.h"

#include "Compose/Sound/Chance.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

std::vector<VariationIdea> variationIdeas (const MadePatch& made, std::uint64_t seed)
{
    struct Direction
    {
        const char* name;
        TimbreAxis axis;
        double wish;
        SoundPart part;
    };
    using enum TimbreAxis;
    constexpr Direction directions[] { { "Brighter", brightness, 0.5, SoundPart::filter }, { "Darker", brightness, -0.5, SoundPart::filter }, { "Wider", width, 0.6, SoundPart::width }, { "Rougher", roughness, 0.5, SoundPart::effects }, { "Smoother", roughness, -0.5, SoundPart::effects }, { "Shorter", decay, -0.5, SoundPart::envelope }, { "Longer", decay, 0.5, SoundPart::envelope }, { "Softer attack", attack, -0.5, SoundPart::envelope }, { "More motion", movement, 0.6, SoundPart::movement }, { "Stiller", movement, -0.6, SoundPart::movement }, { "Warmer", warmth, 0.5, SoundPart::tone }, { "Breathier", noise, 0.4, SoundPart::tone }, { "Deeper", sub, 0.6, SoundPart::bass }, { "More room", space, 0.6, SoundPart::space } };
    std::vector<std::pair<double, VariationIdea>> ideas;
    const auto& intent = made.origin.intent;

    for (const auto& one : directions)
    {
        const auto asked = intent.wished (one.axis) + intent.wished (one.axis, true);

        if (std::abs (asked) > 0.25 || std::ranges::find (intent.locks, one.part) != intent.locks.end())
            continue;

        VariationIdea idea { one.name, {} };
        idea.intent.wishes.push_back ({ one.axis, one.wish, 1, true });
        idea.intent.exclusions = intent.exclusions;
        idea.intent.locks = intent.locks;
        idea.intent.isRefinement = true;
        idea.intent.confidence = 1;
        ideas.emplace_back (chance (seed, one.name), std::move (idea));
    }

    std::ranges::sort (ideas, {}, &std::pair<double, VariationIdea>::first);
    std::vector<VariationIdea> ordered;

    for (auto& idea : ideas)
        ordered.push_back (std::move (idea.second));

    return ordered;
}

} // namespace athanor
