// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/Aims.h"

#include "Compose/Sound/Levers.h"
#include "Compose/Sound/Rules.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr double farOfOne = 1.4;                        ///< Spreads from the usual sound for a wish of 1.
constexpr double little = 0.3, mostBeyond = 1.5;        ///< Spreads beyond what a word is heard against, and beyond where it leads.
constexpr double leastStep = 0.45, stepOfOne = 1.1;     ///< Spreads from the sound that was there.
constexpr double beyondCounts = 0.7, pullCounts = 0.04; ///< Of what falls short.

double square (double x) { return x * x; }
} // namespace

double shortOf (const Aim& aim, const Timbre& timbre, const SoundShelf& shelf)
{
    const auto standing = aim.target ? standingOf (aim.axis, timbre) : std::nullopt;
    return standing ? std::copysign (1, aim.wish) * (*aim.target - *standing) / shelf.spread (aim.axis) : 0;
}

double usualGain (TimbreAxis axis)
{
    switch (axis)
    {
        case TimbreAxis::brightness:
            return 1.3;
        case TimbreAxis::attack:
            return 3;
        case TimbreAxis::decay:
            return 2.2;
        case TimbreAxis::movement:
            return 1.2;
        case TimbreAxis::roughness:
            return 1;
        case TimbreAxis::warmth:
            return 4;
        case TimbreAxis::sub:
            return 14;
        default:
            return 0.25;
    }
}

std::vector<Aim> aimsOf (const SoundIntent& intent, SoundCategory category, const Timbre& now, const Timbre& against, const SoundShelf& shelf)
{
    std::vector<Aim> aims;

    for (std::size_t i = 0; i < choiceNames<TimbreAxis>.size(); ++i)
    {
        const auto axis = static_cast<TimbreAxis> (i);
        const auto absolute = intent.wished (axis), relative = intent.wished (axis, true);
        const auto wish = std::clamp (absolute + relative, -1.0, 1.0);

        if (std::abs (wish) < 0.02)
            continue;

        Aim aim { axis, {}, wish, causeOf (intent, nameOf (axis)), std::clamp (wish, -1.0, 1.0) };

        if (const auto standing = standingOf (axis, now))
        {
            const auto side = std::copysign (1, wish), spread = shelf.spread (axis);
            auto target = *standing + side * (leastStep + stepOfOne * std::abs (wish)) * spread;

            if (relative == 0)
            {
                // A word is not to be without effect where chance leads that way already; nobody is pulled back from where it leads.
                const auto usual = shelf.usual (category, axis) + farOfOne * wish * spread;
                const auto further = std::min (side * standingOf (axis, against).value_or (usual) + little * std::abs (wish) * spread, side * usual + mostBeyond * spread);
                target = side * std::max (side * usual, further);
            }

            aim.target = target;
            aim.far = side * std::clamp (side * (target - *standing) / usualGain (axis), 0.0, 1.6);
        }

        aims.push_back (aim);
    }

    return aims;
}

double distanceFrom (const std::vector<Aim>& aims, const Timbre& timbre, SoundCategory category, const SoundShelf& shelf)
{
    constexpr double oddFrom = 1.2, oddCounts = 0.25;
    double sum = 0;

    for (const auto& aim : aims)
    {
        const auto off = shortOf (aim, timbre, shelf);
        sum += (0.3 + std::abs (aim.wish)) * (off > 0 ? square (off) : square (beyondCounts * off)) + pullCounts * square (aim.far);
    }

    for (const auto axis : measuredAxes)
        if (std::ranges::find (aims, axis, &Aim::axis) == aims.end())
        {
            const auto odd = std::abs (*standingOf (axis, timbre) - shelf.usual (category, axis)) / shelf.spread (axis) - oddFrom;
            sum += oddCounts * square (std::max (0.0, odd));
        }

    return std::sqrt (sum);
}

double farthestOff (const std::vector<Aim>& aims, const Timbre& timbre, const SoundShelf& shelf)
{
    double most = 0;

    for (const auto& aim : aims)
        most = std::max (most, std::abs (shortOf (aim, timbre, shelf)));

    return most;
}

} // namespace athanor
