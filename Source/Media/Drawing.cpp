// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Drawing.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace athanor
{

namespace
{
DrawnPoint rounded (DrawnPoint point)
{
    const auto hundredths = [] (double number) {
        const auto whole = std::round (number * 100) / 100;
        return whole == 0 ? 0.0 : whole; // no minus zero
    };

    return { hundredths (point.x), hundredths (point.y) };
}
} // namespace

Colour Colour::mixed (const Colour& other, double share) const noexcept
{
    const auto mix = [share] (std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t> (std::lround (a + share * (b - a))); };
    return { mix (red, other.red), mix (green, other.green), mix (blue, other.blue), alpha + share * (other.alpha - alpha) };
}

DrawnPath& DrawnPath::add (Kind kind, DrawnPoint a, DrawnPoint b, DrawnPoint c)
{
    all.push_back ({ kind, { rounded (a), rounded (b), rounded (c) } });
    return *this;
}

DrawnPath& DrawnPath::moveTo (double x, double y) { return add (Kind::move, { x, y }); }

DrawnPath& DrawnPath::lineTo (double x, double y) { return add (Kind::line, { x, y }); }

DrawnPath& DrawnPath::curveTo (double x1, double y1, double x2, double y2, double x, double y) { return add (Kind::curve, { x1, y1 }, { x2, y2 }, { x, y }); }

DrawnPath& DrawnPath::close() { return add (Kind::close); }

DrawnPath& DrawnPath::circle (double x, double y, double radius) { return add (Kind::circle, { x, y }, { radius, 0 }); }

DrawnPath& DrawnPath::rectangle (double x, double y, double width, double height)
{
    return polygon ({ { x, y }, { x + width, y }, { x + width, y + height }, { x, y + height } });
}

DrawnPath& DrawnPath::polygon (const std::vector<DrawnPoint>& points)
{
    for (std::size_t i = 0; i < points.size(); ++i)
        add (i == 0 ? Kind::move : Kind::line, points[i]);

    return close();
}

DrawnPath& DrawnPath::arc (double x, double y, double radius, double from, double to)
{
    // Cubic curves are as good as a circle for an eighth of one.
    const auto pieces = std::max (1, static_cast<int> (std::ceil (std::abs (to - from) / (std::numbers::pi / 4))));
    const auto step = (to - from) / pieces;
    const auto reach = 4.0 / 3.0 * std::tan (step / 4) * radius;
    const auto at = [&] (double angle) { return DrawnPoint { x + radius * std::cos (angle), y + radius * std::sin (angle) }; };
    const auto start = at (from);
    add (all.empty() || all.back().kind == Kind::close || all.back().kind == Kind::circle ? Kind::move : Kind::line, start);

    for (int i = 0; i < pieces; ++i)
    {
        const auto a = from + i * step, b = a + step;
        const auto p = at (a), q = at (b);
        curveTo (p.x - reach * std::sin (a), p.y + reach * std::cos (a), q.x + reach * std::sin (b), q.y - reach * std::cos (b), q.x, q.y);
    }

    return *this;
}

DrawnPath& DrawnPath::smooth (const std::vector<DrawnPoint>& points, bool isClosed)
{
    const auto count = static_cast<int> (points.size());

    if (count < 2)
        return *this;

    const auto at = [&] (int i) { return points[static_cast<std::size_t> (isClosed ? (i % count + count) % count : std::clamp (i, 0, count - 1))]; };
    add (all.empty() || all.back().kind == Kind::close || all.back().kind == Kind::circle ? Kind::move : Kind::line, at (0));

    // Catmull and Rom: the tangent at a point is along its neighbours.
    for (int i = 0; i < count - (isClosed ? 0 : 1); ++i)
    {
        const auto before = at (i - 1), p = at (i), q = at (i + 1), after = at (i + 2);
        curveTo (p.x + (q.x - before.x) / 6, p.y + (q.y - before.y) / 6, q.x - (after.x - p.x) / 6, q.y - (after.y - p.y) / 6, q.x, q.y);
    }

    return isClosed ? close() : *this;
}

DrawnPath& DrawnPath::goOn (const DrawnPath& other)
{
    for (const auto& step : other.all)
    {
        all.push_back (step);

        if (&step == &other.all.front() && all.size() > 1 && step.kind == Kind::move)
            all.back().kind = Kind::line;
    }

    return *this;
}

void Drawing::fill (DrawnPath path, Paint ink) { shapes.push_back ({ .path = std::move (path), .fill = std::move (ink) }); }

void Drawing::stroke (DrawnPath path, Paint ink, double width, bool roundEnds)
{
    shapes.push_back ({ .path = std::move (path), .stroke = std::move (ink), .strokeWidth = std::round (width * 100) / 100, .hasRoundEnds = roundEnds });
}

} // namespace athanor
