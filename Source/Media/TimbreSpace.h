// SPDX-License-Identifier: GPL-3.0-or-later
// Which sounds are alike.
#pragma once

#include "Media/Timbre.h"

#include <array>
#include <span>
#include <vector>

namespace athanor
{

/** How far sounds are from each other, as those of a collection differ.

    Each measure is put on a scale that hears alike (octaves of brightness and of time, decibels) and divided by how much the
    collection differs in it: its median absolute deviation, times 1.4826 (P. Rousseeuw and C. Croux, "Alternatives to the median
    absolute deviation", 1993), which a few odd sounds do not move. The distance is Euclid's. Level and tuning do not count.
*/
class TimbreSpace
{
public:
    static constexpr std::size_t dimensions = 10;

    explicit TimbreSpace (std::span<const Timbre>);

    double distance (const Timbre&, const Timbre&) const;

    /** Places in the collection, nearest first. */
    std::vector<std::size_t> nearestTo (const Timbre&) const;

private:
    using Point = std::array<double, dimensions>;

    static Point placeOf (const Timbre&);
    static double between (const Point&, const Point&, const Point& scale);

    std::vector<Point> points;
    Point scale {};
};

} // namespace athanor
