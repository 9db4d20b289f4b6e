// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/TimbreSpace.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

TimbreSpace::TimbreSpace (std::span<const Timbre> collection)
{
    for (const auto& timbre : collection)
        points.push_back (placeOf (timbre));

    // What nobody would hear is no difference, though all sounds of a collection be alike.
    constexpr Point least { 0.25, 0.05, 0.05, 0.5, 0.5, 0.05, 0.03, 0.03, 0.3, 0.1 };

    for (std::size_t d = 0; d < dimensions; ++d)
    {
        std::vector<double> values;

        for (const auto& point : points)
            values.push_back (point[d]);

        const auto median = [&values] {
            const auto middle = values.begin() + static_cast<std::ptrdiff_t> (values.size() / 2);
            std::nth_element (values.begin(), middle, values.end());
            return values.empty() ? 0 : *middle;
        };

        const auto usual = median();

        for (auto& value : values)
            value = std::abs (value - usual);

        scale[d] = std::max (least[d], 1.4826 * median());
    }
}

TimbreSpace::Point TimbreSpace::placeOf (const Timbre& timbre)
{
    return { std::log2 (timbre.brightness + 20), timbre.warmth, timbre.sub, std::log2 (timbre.attack + 0.005), std::log2 (timbre.decay + 0.02), timbre.sustain, timbre.noise, timbre.width, std::log2 (timbre.movement + 0.5), std::log2 (timbre.roughness + 0.05) };
}

double TimbreSpace::between (const Point& a, const Point& b, const Point& scale)
{
    double sum = 0;

    for (std::size_t d = 0; d < dimensions; ++d)
    {
        const auto apart = (a[d] - b[d]) / scale[d];
        sum += apart * apart;
    }

    return std::sqrt (sum);
}

double TimbreSpace::distance (const Timbre& a, const Timbre& b) const { return between (placeOf (a), placeOf (b), scale); }

std::vector<std::size_t> TimbreSpace::nearestTo (const Timbre& timbre) const
{
    const auto here = placeOf (timbre);
    std::vector<std::pair<double, std::size_t>> order;

    for (std::size_t i = 0; i < points.size(); ++i)
        order.emplace_back (between (here, points[i], scale), i);

    std::ranges::sort (order);
    std::vector<std::size_t> places (order.size());
    std::ranges::transform (order, places.begin(), &std::pair<double, std::size_t>::second);
    return places;
}

} // namespace athanor
