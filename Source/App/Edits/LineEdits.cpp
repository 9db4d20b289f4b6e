// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/LineEdits.h"

#include "Core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace athanor
{

namespace
{
constexpr double mostPower = 20, samePlace = 1.0e-6;

/** From the top, at a place within a piece. */
double heightWithin (const PatchLine& line, std::size_t piece, double x)
{
    const auto &from = line.points[piece], &to = line.points[piece + 1];
    const auto t = to.x > from.x ? std::clamp ((x - from.x) / (to.x - from.x), 0.0, 1.0) : 1.0;
    return from.y + (to.y - from.y) * bentShare (t, from.power);
}

/** The piece that a place lies in. */
std::size_t pieceAt (const PatchLine& line, double x)
{
    for (std::size_t i = 0; i + 2 < line.points.size(); ++i)
        if (x < line.points[i + 1].x)
            return i;

    return line.points.size() - 2;
}

bool isAt (const PatchLine::Point& point, double x) { return std::abs (point.x - x) < samePlace; }

/** Where the line comes to a place from the left, and goes on from it to the right. */
struct Edge
{
    double before = 0, behind = 0, power = 0;
};

Edge edgeAt (const PatchLine& line, double x)
{
    const auto first = std::ranges::find_if (line.points, [x] (const auto& point) { return isAt (point, x); });

    if (first == line.points.end())
    {
        const auto height = heightWithin (line, pieceAt (line, x), x);
        return { height, height, 0 };
    }

    const auto last = std::find_if (line.points.rbegin(), line.points.rend(), [x] (const auto& point) { return isAt (point, x); });
    return { first->y, last->y, last->power };
}

std::string written (double number)
{
    std::array<char, 32> digits;
    const auto end = std::to_chars (digits.data(), digits.data() + digits.size(), number).ptr;
    return { digits.data(), end };
}

std::optional<PatchLine::Point> pointFrom (std::string_view text)
{
    std::array<double, 3> numbers {};
    std::size_t count = 0;

    for (text = trimmedPart (text); ! text.empty() && count < numbers.size(); text = trimmedPart (text))
    {
        const auto [end, fault] = std::from_chars (text.data(), text.data() + text.size(), numbers[count++]);

        if (fault != std::errc())
            return {};

        text.remove_prefix (static_cast<std::size_t> (end - text.data()));
    }

    const auto isWithin = [] (double number, double least, double greatest) { return number >= least && number <= greatest; };
    const auto isRight = text.empty() && count >= 2 && isWithin (numbers[0], 0, 1) && isWithin (numbers[1], 0, 1) && isWithin (numbers[2], -mostPower, mostPower);
    return isRight ? std::optional (PatchLine::Point { numbers[0], numbers[1], numbers[2] }) : std::nullopt;
}
} // namespace

std::string_view nameOf (LineShape shape) noexcept
{
    static constexpr std::array<std::string_view, static_cast<std::size_t> (LineShape::count)> names { "Triangle", "Sine", "Saw up", "Saw down", "Square", "Steps", "Linear" };
    return names[static_cast<std::size_t> (shape)];
}

PatchLine lineOf (LineShape shape, int steps)
{
    PatchLine line { std::string (nameOf (shape)), {}, shape == LineShape::sine };

    switch (shape)
    {
        case LineShape::triangle:
        case LineShape::sine:
            line.points = { { 0, 1 }, { 0.5, 0 }, { 1, 1 } };
            break;
        case LineShape::sawUp:
        case LineShape::straight:
            line.points = { { 0, 1 }, { 1, 0 } };
            break;
        case LineShape::sawDown:
            line.points = { { 0, 0 }, { 1, 1 } };
            break;
        case LineShape::square:
            line.points = { { 0, 0 }, { 0.5, 0 }, { 0.5, 1 }, { 1, 1 } };
            break;
        case LineShape::steps:
        case LineShape::count:
            steps = std::clamp (steps, 2, 32);

            for (int i = 0; i < steps; ++i)
            {
                const auto y = 1 - static_cast<double> (i) / (steps - 1);
                line.points.push_back ({ static_cast<double> (i) / steps, y });
                line.points.push_back ({ static_cast<double> (i + 1) / steps, y });
            }
            break;
    }

    return line;
}

void movePoint (PatchLine& line, std::size_t index, double x, double height)
{
    auto& point = line.points[index];
    point.y = std::clamp (1 - height, 0.0, 1.0);

    if (index > 0 && index + 1 < line.points.size())
        point.x = std::clamp (x, line.points[index - 1].x, line.points[index + 1].x);
}

bool addPoint (PatchLine& line, double x, double height)
{
    if (line.points.size() >= PatchLine::maxPoints || line.points.size() < 2)
        return false;

    const auto behind = pieceAt (line, x) + 1;
    line.points.insert (line.points.begin() + static_cast<std::ptrdiff_t> (behind), { std::clamp (x, 0.0, 1.0), std::clamp (1 - height, 0.0, 1.0), 0 });
    return true;
}

bool removePoint (PatchLine& line, std::size_t point)
{
    if (point == 0 || point + 1 >= line.points.size())
        return false;

    line.points.erase (line.points.begin() + static_cast<std::ptrdiff_t> (point));
    return true;
}

void bendPiece (PatchLine& line, std::size_t piece, double height)
{
    constexpr double level = 1.0e-3, edge = 1.0e-5;
    auto& from = line.points[piece];
    const auto way = line.points[piece + 1].y - from.y;

    // The middle of a bent piece stands at 1 / (e^(power / 2) + 1) of its way.
    if (std::abs (way) > level)
        from.power = std::clamp (2 * std::log (1 / std::clamp ((1 - height - from.y) / way, edge, 1 - edge) - 1), -mostPower, mostPower);
}

double middleOf (const PatchLine& line, std::size_t piece)
{
    const auto &from = line.points[piece], &to = line.points[piece + 1];
    return 1 - (from.y + (to.y - from.y) * bentShare (0.5, from.power));
}

bool paintStep (PatchLine& line, int column, int columns, double height)
{
    const auto left = static_cast<double> (column) / columns, right = static_cast<double> (column + 1) / columns;
    const auto atLeft = edgeAt (line, left), atRight = edgeAt (line, right);
    const auto y = std::clamp (1 - height, 0.0, 1.0);
    std::vector<PatchLine::Point> points;

    for (const auto& point : line.points)
        if (point.x < left - samePlace)
            points.push_back (point);

    if (column > 0 && atLeft.before != y)
        points.push_back ({ left, atLeft.before, 0 });

    points.push_back ({ left, y, 0 });
    points.push_back ({ right, y, atRight.behind == y ? atRight.power : 0 });

    if (column + 1 < columns && atRight.behind != y)
        points.push_back ({ right, atRight.behind, atRight.power });

    for (const auto& point : line.points)
        if (point.x > right + samePlace)
            points.push_back (point);

    if (points.size() > PatchLine::maxPoints)
        return false;

    line.points = std::move (points);
    return true;
}

PatchLine reversed (PatchLine line)
{
    std::ranges::reverse (line.points);

    for (std::size_t i = 0; i < line.points.size(); ++i)
    {
        // The bend of a piece stands at its beginning, which was its end.
        line.points[i].x = 1 - line.points[i].x;
        line.points[i].power = i + 1 < line.points.size() ? -line.points[i + 1].power : 0;
    }

    return line;
}

PatchLine turnedOver (PatchLine line)
{
    for (auto& point : line.points)
        point.y = 1 - point.y;

    return line;
}

std::string textOf (const PatchLine& line)
{
    std::string text = line.isSmooth ? "smooth" : "";

    for (const auto& point : line.points)
        text += (text.empty() ? "" : "; ") + written (point.x) + ' ' + written (point.y) + ' ' + written (point.power);

    return text;
}

std::optional<PatchLine> lineFrom (std::string_view text)
{
    constexpr std::string_view smooth = "smooth";
    constexpr std::size_t longest = 16'384;
    PatchLine line;

    if (text.size() > longest)
        return {};

    for (auto rest = trimmedPart (text); ! rest.empty();)
    {
        const auto end = std::min (rest.find (';'), rest.size());
        const auto part = trimmedPart (rest.substr (0, end));
        rest.remove_prefix (std::min (end + 1, rest.size()));

        if (part == smooth)
            line.isSmooth = true;
        else if (const auto point = pointFrom (part))
            line.points.push_back (*point);
        else
            return {};
    }

    const auto isOrdered = std::ranges::is_sorted (line.points, {}, &PatchLine::Point::x);
    const auto hasEnds = line.points.size() >= 2 && line.points.size() <= PatchLine::maxPoints && line.points.front().x == 0 && line.points.back().x == 1;
    return isOrdered && hasEnds ? std::optional (line) : std::nullopt;
}

} // namespace athanor
