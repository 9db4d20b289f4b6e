// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/Intent.h"

#include <algorithm>

namespace athanor
{

static_assert (choiceNames<SoundCategory>.size() == static_cast<std::size_t> (SoundCategory::sequence) + 1);
static_assert (choiceNames<TimbreAxis>.size() == static_cast<std::size_t> (TimbreAxis::space) + 1);
static_assert (choiceNames<MovementKind>.size() == static_cast<std::size_t> (MovementKind::steps) + 1);
static_assert (choiceNames<SoundFeature>.size() == static_cast<std::size_t> (SoundFeature::stereo) + 1);
static_assert (choiceNames<SoundPart>.size() == static_cast<std::size_t> (SoundPart::everything) + 1);

std::optional<SoundCategory> SoundIntent::category() const
{
    return categories.empty() ? std::nullopt : std::optional (categories.front().category);
}

double SoundIntent::wished (TimbreAxis axis, bool relative) const
{
    double sum = 0, weight = 0;

    for (const auto& wish : wishes)
        if (wish.axis == axis && wish.isRelative == relative)
        {
            sum += wish.direction * wish.weight;
            weight += wish.weight;
        }

    return weight > 0 ? std::clamp (sum / weight, -1.0, 1.0) : 0;
}

bool SoundIntent::isTorn (TimbreAxis axis) const
{
    const auto pulls = [&] (double sign) {
        return std::any_of (wishes.begin(), wishes.end(), [&] (const AxisWish& wish) {
            return wish.axis == axis && ! wish.isRelative && wish.direction * sign > 0;
        });
    };

    return pulls (1) && pulls (-1);
}

bool SoundIntent::wants (SoundFeature feature) const
{
    return std::find (features.begin(), features.end(), feature) != features.end();
}

bool SoundIntent::excludes (SoundFeature feature) const
{
    return std::find (exclusions.begin(), exclusions.end(), feature) != exclusions.end();
}

} // namespace athanor
