// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as a value: paths filled and stroked in an order. Who makes one knows no library that paints it.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace athanor
{

struct Colour
{
    std::uint8_t red = 0, green = 0, blue = 0;
    double alpha = 1; ///< 0 to 1.

    /** 0xRRGGBB. */
    static constexpr Colour of (std::uint32_t rgb, double alpha = 1) noexcept { return { static_cast<std::uint8_t> (rgb >> 16), static_cast<std::uint8_t> (rgb >> 8), static_cast<std::uint8_t> (rgb), alpha }; }

    constexpr Colour withAlpha (double a) const noexcept { return { red, green, blue, a }; }

    /** From this at 0 to the other at 1. */
    Colour mixed (const Colour& other, double share) const noexcept;

    bool operator== (const Colour&) const = default;
};

struct DrawnPoint
{
    double x = 0, y = 0;
    bool operator== (const DrawnPoint&) const = default;
};

/** Along a line from one point to the other, or from the circle around `from` with no radius to that with `radius`. */
struct Gradient
{
    struct Stop
    {
        double place = 0; ///< 0 to 1, never falling.
        Colour colour;
        bool operator== (const Stop&) const = default;
    };

    bool isRadial = false;
    DrawnPoint from, to;
    double radius = 0; ///< Where it is radial; `to` counts nothing then.
    std::vector<Stop> stops;

    bool operator== (const Gradient&) const = default;
};

/** What an area is painted with. */
struct Paint
{
    Colour colour;
    std::optional<Gradient> gradient {}; ///< Instead of the colour.

    Paint (Colour c) : colour (c) {}

    Paint (Gradient g) : gradient (std::move (g)) {}

    bool operator== (const Paint&) const = default;
};

/** Numbers are rounded to hundredths as they come in: whoever paints or writes the path has the same ones. */
class DrawnPath
{
public:
    enum class Kind : std::uint8_t { move,
                                     line,
                                     curve, ///< Of three points: two that it heads for, and its end.
                                     close,
                                     circle ///< A whole one of its own: around the first point, the second's x is its radius.
    };

    struct Step
    {
        Kind kind {};
        DrawnPoint points[3] {};
        bool operator== (const Step&) const = default;
    };

    DrawnPath& moveTo (double x, double y);
    DrawnPath& lineTo (double x, double y);
    DrawnPath& curveTo (double x1, double y1, double x2, double y2, double x, double y);
    DrawnPath& close();

    DrawnPath& circle (double x, double y, double radius);
    DrawnPath& rectangle (double x, double y, double width, double height);

    /** Straight lines through the points, and back to the first. */
    DrawnPath& polygon (const std::vector<DrawnPoint>&);

    /** Part of a circle, in radians clockwise from the right; a line leads there, or it is where the path begins. */
    DrawnPath& arc (double x, double y, double radius, double from, double to);

    /** Through the points without corners; from the last one back to the first where it is closed. */
    DrawnPath& smooth (const std::vector<DrawnPoint>&, bool isClosed = false);

    /** Along another path, to whose beginning a line leads. */
    DrawnPath& goOn (const DrawnPath&);

    const std::vector<Step>& steps() const noexcept { return all; }

    bool operator== (const DrawnPath&) const = default;

private:
    DrawnPath& add (Kind, DrawnPoint = {}, DrawnPoint = {}, DrawnPoint = {});

    std::vector<Step> all;
};

struct DrawnShape
{
    DrawnPath path;
    std::optional<Paint> fill {}, stroke {};
    double strokeWidth = 1;
    bool hasRoundEnds = false;
    bool isEvenOdd = false; ///< Where the path covers a place twice, there is a hole.

    bool operator== (const DrawnShape&) const = default;
};

/** Square, and a thousand units wide. */
struct Drawing
{
    static constexpr double size = 1'000;

    Paint ground { Colour {} };
    std::vector<DrawnShape> shapes {}; ///< The first is the farthest.

    void fill (DrawnPath, Paint);
    void stroke (DrawnPath, Paint, double width, bool roundEnds = false);

    bool operator== (const Drawing&) const = default;
};

} // namespace athanor
