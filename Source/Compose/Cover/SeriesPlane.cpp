// SPDX-License-Identifier: GPL-3.0-or-later
// Series that build with ruler and compass: lattice, ribbons, prism, constellations.
#include "Compose/Cover/Scene.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <tuple>

namespace athanor::cover
{

namespace
{
constexpr double size = Drawing::size, pi = std::numbers::pi;

/** One cell of the lattice, a unit wide, turned by quarters. */
class Tile
{
public:
    Tile (Scene& s, double x, double y, double w, int q) : scene (s), left (x), top (y), width (w), quarter (q) {}

    void quarterDisc (double radius, Colour colour) { scene.drawing.fill (start (0, 0).arc (at (0, 0).x, at (0, 0).y, radius * width, turn(), turn() + pi / 2).close(), colour); }

    void halfDisc (Colour colour) { scene.drawing.fill (DrawnPath().arc (at (0.5, 0).x, at (0.5, 0).y, width / 2, turn(), turn() + pi).close(), colour); }

    void disc (double radius, Colour colour) { scene.drawing.fill (DrawnPath().circle (left + width / 2, top + width / 2, radius * width), colour); }

    void triangle (Colour colour) { scene.drawing.fill (DrawnPath().polygon ({ at (0, 0), at (1, 0), at (0, 1) }), colour); }

    void block (double x, double y, double w, double h, Colour colour) { scene.drawing.fill (DrawnPath().polygon ({ at (x, y), at (x + w, y), at (x + w, y + h), at (x, y + h) }), colour); }

    void all (Colour colour) { block (0, 0, 1, 1, colour); }

private:
    double turn() const { return quarter * pi / 2; }

    DrawnPath start (double u, double v) const { return DrawnPath().moveTo (at (u, v).x, at (u, v).y); }

    DrawnPoint at (double u, double v) const
    {
        for (int i = 0; i < quarter; ++i)
            std::tie (u, v) = std::pair (1 - v, u);

        return { left + u * width, top + v * width };
    }

    Scene& scene;
    double left, top, width;
    int quarter;
};

/** What fills a cell. */
void paintTile (Tile tile, int motif, Colour back, Colour a, Colour b)
{
    tile.all (back);

    switch (motif)
    {
        case 0:
            return tile.quarterDisc (1, a);
        case 1:
            tile.quarterDisc (1, a);
            tile.quarterDisc (0.66, back);
            return tile.quarterDisc (0.33, b);
        case 2:
            return tile.halfDisc (a);
        case 3:
            tile.disc (0.5, a);
            return tile.disc (0.2, b);
        case 4:
            return tile.triangle (a);
        case 5:
            for (int i = 0; i < 4; ++i)
                tile.block (0, 0.25 * i, 1, 0.125, a);
            return;
        case 6:
            tile.triangle (a);
            return tile.quarterDisc (0.5, b);
        default:
            tile.block (0, 0, 0.5, 1, a);
            return tile.halfDisc (b);
    }
}

/** Walks straight on and through quarters of circles, a step to the side of the middle of the road. */
class Walk
{
public:
    Walk (double px, double py, double h, double o) : heading (h), offset (o), x (px - o * std::sin (h)), y (py + o * std::cos (h)) { path.moveTo (x, y); }

    void straight (double length)
    {
        x += length * std::cos (heading);
        y += length * std::sin (heading);
        path.lineTo (x, y);
    }

    /** @param side  1: to the right, -1: to the left. */
    void quarter (double radius, int side)
    {
        const auto own = radius - side * offset;
        const auto cx = x - side * own * std::sin (heading), cy = y + side * own * std::cos (heading);
        const auto from = std::atan2 (y - cy, x - cx);
        path.arc (cx, cy, own, from, from + side * pi / 2);
        heading += side * pi / 2;
        x = cx + own * std::cos (from + side * pi / 2);
        y = cy + own * std::sin (from + side * pi / 2);
    }

    DrawnPath path;

private:
    double heading, offset, x, y;
};

struct Star
{
    DrawnPoint at;
    double radius;
};

/** Places that keep away from each other. */
std::vector<Star> scatter (Chance& chance, int count, double clumping)
{
    std::vector<Star> stars;

    for (int i = 0; i < count; ++i)
    {
        Star best { {}, 0 };
        double farthest = -1;

        for (int k = 0; k < 9; ++k)
        {
            const DrawnPoint at { chance.between (60, 940), chance.between (60, 940) };
            double nearest = 1e9;

            for (const auto& star : stars)
                nearest = std::min (nearest, std::hypot (at.x - star.at.x, at.y - star.at.y));

            if (const auto score = nearest - clumping * std::hypot (at.x - 500, at.y - 500); score > farthest || k == 0)
            {
                farthest = score;
                best.at = at;
            }
        }

        best.radius = 2.2 + 13 * std::pow (chance.unit(), 5);
        stars.push_back (best);
    }

    return stars;
}

/** As old as chance has it: the lit edge is half a circle, the other half an ellipse. */
void paintMoon (Scene& scene, DrawnPoint middle, double radius)
{
    const auto tilt = scene.chance.between (-0.7, 0.7), phase = scene.chance.between (-0.75, 0.6);
    std::vector<DrawnPoint> edge;

    for (int i = 0; i <= 96; ++i)
    {
        const auto angle = i <= 48 ? -pi / 2 + pi * i / 48 : pi / 2 - pi * (i - 48) / 48;
        const auto x = radius * std::cos (angle) * (i <= 48 ? 1 : -phase), y = radius * std::sin (angle);
        edge.push_back ({ middle.x + x * std::cos (tilt) - y * std::sin (tilt), middle.y + x * std::sin (tilt) + y * std::cos (tilt) });
    }

    const auto& palette = scene.palette;
    scene.drawing.fill (DrawnPath().circle (middle.x, middle.y, radius), palette.ground.mixed (palette.third, 0.55));
    scene.drawing.fill (DrawnPath().polygon (edge), Gradient { false, { middle.x - radius, middle.y - radius }, { middle.x + radius, middle.y + radius }, 0, { { 0, palette.second }, { 1, palette.first } } });
    scene.drawing.stroke (DrawnPath().circle (middle.x, middle.y, radius), palette.ink.withAlpha (0.35), 1.6);
}

/** The next star that is not in the figure yet, from one that is. */
DrawnPath figure (const std::vector<Star>& stars, std::size_t start, std::size_t count)
{
    std::vector<std::size_t> in { start };
    DrawnPath lines;

    while (in.size() < count)
    {
        std::size_t from = 0, to = 0;
        double nearest = 1e9;

        for (const auto a : in)
            for (std::size_t b = 0; b < stars.size(); ++b)
                if (const auto away = std::hypot (stars[a].at.x - stars[b].at.x, stars[a].at.y - stars[b].at.y); away < nearest && std::ranges::find (in, b) == in.end())
                {
                    nearest = away;
                    from = a;
                    to = b;
                }

        lines.moveTo (stars[from].at.x, stars[from].at.y).lineTo (stars[to].at.x, stars[to].at.y);
        in.push_back (to);
    }

    return lines;
}
} // namespace

void paintLattice (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto cells = scene.looks.wide > 0.6 ? 6 : scene.looks.deep > 0.7 ? 4
                                                                           : 5;
    const auto width = size / cells;
    const std::array round { 0, 1, 2, 3, 0, 7 }, sharp { 4, 4, 5, 6, 2, 0 };
    const Colour colours[] { first, second, third, ink, ground };
    const auto isTurned = chance.happens (0.6);

    for (int row = 0; row < cells; ++row)
        for (int column = 0; column < cells; ++column)
        {
            // What lies across from the middle is the same, turned or mirrored: order within the play.
            const auto isSecondHalf = row * cells + column > (cells * cells - 1) / 2;
            const auto r = isSecondHalf && isTurned ? cells - 1 - row : row, c = isSecondHalf && isTurned ? cells - 1 - column : column;
            auto own = chance.branch (static_cast<std::uint64_t> (r * 64 + c));
            const auto motif = own.happens (scene.looks.rough) ? own.oneOf (sharp) : own.oneOf (round);
            const auto quarter = (own.whole (0, 3) + (isSecondHalf && isTurned ? 2 : 0)) % 4;
            const auto back = own.whole (0, 4), front = (back + own.whole (1, 4)) % 5, inner = (front + own.whole (1, 3)) % 5;
            const auto isRest = own.happens (0.22 - 0.14 * scene.looks.moving);
            Tile tile (scene, column * width, row * width, width, quarter);

            if (isRest)
                tile.all (own.happens (0.6) ? ground : colours[back]);
            else
                paintTile (tile, motif, colours[own.happens (0.4) ? 4 : back], colours[front == back ? (front + 1) % 5 : front], colours[inner]);
        }
}

void paintRibbons (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto stripes = 4 + static_cast<int> (std::lround (2 * scene.looks.wide));
    const auto width = 38 + 20 * scene.looks.deep;
    const auto radius = stripes * width / 2 + chance.between (20, 80);
    const std::array colours { first, second, ink, third, first.mixed (second, 0.5), third.mixed (ink, 0.4) };
    const auto isMirrored = chance.happens (0.5), comesFromAbove = chance.happens (0.4);
    const auto from = chance.between (230, 400);
    const auto turns = 2 + static_cast<int> (std::lround (3 * scene.looks.moving));
    std::vector<double> runs { chance.between (150, 400) };

    for (int i = 0; i < turns; ++i)
        runs.push_back (chance.between (20, 200));

    scene.drawing.ground = Scene::down (ground, ground.mixed (second, 0.22));
    const auto x = [&] (double at) { return isMirrored ? size - at : at; };
    scene.drawing.fill (DrawnPath().circle (x (comesFromAbove ? 720 : 690), comesFromAbove ? chance.between (240, 330) : chance.between (200, 300), chance.between (110, 190)), Scene::down (second, first, 100, 420));

    for (int i = 0; i < stripes; ++i)
    {
        const auto offset = (i - 0.5 * (stripes - 1)) * width;
        auto side = (comesFromAbove ? -1 : 1) * (isMirrored ? -1 : 1);
        Walk walk (comesFromAbove ? x (from) : x (-40), comesFromAbove ? -40 : from, comesFromAbove ? pi / 2 : isMirrored ? pi
                                                                                                                          : 0,
                   offset);
        walk.straight (runs[0]);

        for (std::size_t k = 1; k < runs.size(); ++k)
        {
            walk.quarter (radius, side);
            walk.straight (runs[k]);
            side = -side;
        }

        walk.straight (1'600);
        scene.drawing.stroke (walk.path, colours[static_cast<std::size_t> (i)], width - 6);
    }
}

void paintPrism (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const DrawnPoint focus { chance.between (300, 700), 620 + 200 * scene.looks.deep };
    const Colour ramp[] { third, first, second, ink };
    scene.drawing.ground = Scene::around (focus, 950, ground.mixed (third, 0.55), ground);

    // Panes of glass that stand in each other's light: each a kite with its bright edge.
    const auto panes = 7 + static_cast<int> (std::lround (6 * scene.looks.wide));
    const auto open = (0.55 + 0.5 * scene.looks.wide) * pi, lean = chance.between (-0.25, 0.25);

    for (int i = 0; i < panes; ++i)
    {
        const auto t = (i + 0.5) / panes;
        const auto angle = -pi / 2 + lean + open * (t - 0.5) + chance.between (-0.08, 0.08);
        const auto length = (430 + 370 * chance.unit()) * (1.15 - 0.5 * std::abs (t - 0.5));
        const auto half = chance.between (0.09, 0.17) + 0.06 * scene.looks.deep;
        const auto shoulder = length * chance.between (0.5, 0.78);
        const auto at = [&] (double away, double aside) { return DrawnPoint { focus.x + away * std::cos (angle + aside), focus.y + away * std::sin (angle + aside) }; };
        const auto tip = at (length, 0), left = at (shoulder, -half), right = at (shoulder, half), root = at (12 * chance.unit(), 0);
        const auto colour = ramp[chance.whole (0, 2)];
        scene.drawing.fill (DrawnPath().polygon ({ root, left, tip }), Gradient { false, root, tip, 0, { { 0, colour.withAlpha (0.1) }, { 1, colour.withAlpha (0.85) } } });
        scene.drawing.fill (DrawnPath().polygon ({ root, right, tip }), Gradient { false, root, tip, 0, { { 0, colour.mixed (ground, 0.3).withAlpha (0.15) }, { 1, colour.mixed (ground, 0.45).withAlpha (0.85) } } });
        scene.drawing.stroke (DrawnPath().polygon ({ root, left, tip, right }), ink.withAlpha (0.4), 1.5);
        scene.drawing.stroke (DrawnPath().moveTo (root.x, root.y).lineTo (tip.x, tip.y), ink.withAlpha (0.65), 1.5);
    }

    // The light that they break.
    const auto echoes = 2 + static_cast<int> (std::lround (6 * scene.looks.moving));

    for (int i = 0; i < echoes; ++i)
        scene.drawing.stroke (DrawnPath().arc (focus.x, focus.y, 250 + 62.0 * i, -pi / 2 + lean - open / 2 - 0.1, -pi / 2 + lean + open / 2 + 0.1), ink.withAlpha (0.42 * std::pow (0.82, i)), 1.8);

    // And what the ground throws back of it.
    const auto floor = focus.y + 70;
    scene.drawing.fill (DrawnPath().polygon ({ { -20, floor + 40 }, { 1'020, floor - 40 }, { 1'020, 1'020 }, { -20, 1'020 } }), Scene::down (ground.mixed (third, 0.7).withAlpha (0.75), ground.withAlpha (0.9), floor, size));
    scene.drawing.fill (DrawnPath().circle (focus.x, focus.y, 120), Scene::around (focus, 120, ink.withAlpha (0.9), ink.withAlpha (0)));
    scene.drawing.fill (DrawnPath().circle (focus.x, focus.y, 26), ink);
}

void paintConstellations (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const DrawnPoint moon { chance.between (250, 750), chance.between (260, 420) + 240 * scene.looks.deep };
    const auto radius = 110 + 120 * scene.looks.deep;
    scene.drawing.ground = Scene::down (ground, ground.mixed (third, 0.6));

    // Circles of the sky around a pole.
    const DrawnPoint pole { chance.between (350, 650), chance.between (-100, 200) };

    for (int i = 1; i <= 9; ++i)
        scene.drawing.stroke (DrawnPath().circle (pole.x, pole.y, 120.0 * i), ink.withAlpha (0.14), 1.5);

    for (int i = 0; i < 12; ++i)
        scene.drawing.stroke (DrawnPath().moveTo (pole.x, pole.y).lineTo (pole.x + 1'500 * std::cos (i * pi / 6 + 0.2), pole.y + 1'500 * std::sin (i * pi / 6 + 0.2)), ink.withAlpha (0.1), 1.5);

    scene.drawing.fill (DrawnPath().circle (moon.x, moon.y, radius * 1.9), Scene::around (moon, radius * 1.9, second.withAlpha (0.4), second.withAlpha (0)));
    const auto stars = scatter (chance, 80 + static_cast<int> (60 * scene.looks.light), 0.25 * (1 - scene.looks.wide));
    std::set<std::size_t> begun;

    for (int i = 0; i < 3; ++i)
        if (const auto start = static_cast<std::size_t> (chance.whole (0, static_cast<int> (stars.size()) - 1)); begun.insert (start).second)
            scene.drawing.stroke (figure (stars, start, static_cast<std::size_t> (chance.whole (6, 10))), ink.withAlpha (0.85), 2);

    for (std::size_t i = 0; i < stars.size(); ++i)
    {
        const auto& [at, r] = stars[i];

        if (r > 9) // with rays
            scene.drawing.fill (DrawnPath().polygon ({ { at.x, at.y - 2.1 * r }, { at.x + 0.38 * r, at.y - 0.38 * r }, { at.x + 2.1 * r, at.y }, { at.x + 0.38 * r, at.y + 0.38 * r }, { at.x, at.y + 2.1 * r }, { at.x - 0.38 * r, at.y + 0.38 * r }, { at.x - 2.1 * r, at.y }, { at.x - 0.38 * r, at.y - 0.38 * r } }), ink);
        else
            scene.drawing.fill (DrawnPath().circle (at.x, at.y, r), i % 7 == 0 ? first : ink);
    }

    // In front of the stars.
    paintMoon (scene, moon, radius);
}

} // namespace athanor::cover
