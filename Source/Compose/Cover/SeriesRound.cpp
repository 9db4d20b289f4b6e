// SPDX-License-Identifier: GPL-3.0-or-later
// Series that turn around a middle: rings, petals, dots.
#include "Compose/Cover/Scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>

namespace athanor::cover
{

namespace
{
constexpr double size = Drawing::size, pi = std::numbers::pi;

/** Part of a ring; rough sounds have it drawn by an unsteady hand. */
DrawnPath ring (const Scene& scene, std::uint64_t seed, DrawnPoint middle, double radius, double from, double to)
{
    const auto wobble = std::max (0.0, scene.looks.rough - 0.4) * 0.035;

    if (wobble <= 0)
        return DrawnPath().arc (middle.x, middle.y, radius, from, to);

    std::vector<DrawnPoint> points;
    const auto count = std::max (4, static_cast<int> ((to - from) * 28));

    for (int i = 0; i <= count; ++i)
    {
        const auto angle = from + (to - from) * i / count;
        const auto away = radius * (1 + wobble * noise (seed, 9 + 5 * std::cos (angle), 9 + 5 * std::sin (angle)));
        points.push_back ({ middle.x + away * std::cos (angle), middle.y + away * std::sin (angle) });
    }

    return scene.through (points);
}

/** Rings of several weights that are open somewhere, around a glowing core. */
void paintOrbits (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const DrawnPoint middle { chance.oneOf (std::array { 500.0, 382.0, 618.0 }), 430 + 260 * scene.looks.deep };
    const auto core = chance.between (70, 130);
    scene.drawing.fill (DrawnPath().rectangle (0, 0, size, size), Scene::around (middle, 760, ground.mixed (second, 0.28), ground));

    const auto twist = chance.sign() * (0.15 + 0.7 * scene.looks.moving);
    const auto open = chance.between (0, 2 * pi);
    const auto rings = 5 + static_cast<int> (std::lround (5 * scene.looks.wide));
    const Colour colours[] { first, ink, second, third };
    auto radius = core + chance.between (36, 60);
    const auto shift = chance.whole (0, 3);

    for (int i = 0; i < rings && radius < 760; ++i)
    {
        const auto isThin = i % 3 == 1;
        const auto width = isThin ? 5 : chance.between (22, 26 + 52 * (1 - 0.5 * scene.looks.soft));
        const auto reach = isThin ? 2 * pi : chance.between (0.9, 1.85) * pi;
        radius += width / 2;
        scene.drawing.stroke (ring (scene, static_cast<std::uint64_t> (i), middle, radius, open + i * twist, open + i * twist + reach), colours[(i + shift) % 4], width, ! isThin && scene.looks.rough < 0.5);

        if (isThin) // a body on its way
            scene.drawing.fill (DrawnPath().circle (middle.x + radius * std::cos (open + i), middle.y + radius * std::sin (open + i), chance.between (12, 22)), first);

        radius += width / 2 + chance.between (16, 34);
    }

    scene.drawing.fill (DrawnPath().circle (middle.x, middle.y, core), Gradient { false, { middle.x - core, middle.y - core }, { middle.x + core, middle.y + core }, 0, { { 0, second }, { 1, first } } });
}

/** A great disc that the edge cuts, in bands. */
void paintVinyl (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto isLeft = chance.happens (0.5);
    const DrawnPoint middle { isLeft ? chance.between (-60, 240) : chance.between (760, 1060), chance.between (460, 560) + 260 * scene.looks.deep };
    const auto bands = 6 + static_cast<int> (std::lround (6 * scene.looks.wide));
    const auto outer = chance.between (700, 820);
    const Colour ramp[] { third, first, second, ground.mixed (second, 0.4) };

    for (int i = 0; i < bands; ++i)
    {
        const auto t = static_cast<double> (i) / (bands - 1);
        const auto at = t * 2.999;
        const auto colour = ramp[static_cast<int> (at)].mixed (ramp[static_cast<int> (at) + 1], at - std::floor (at));
        const auto radius = outer * std::pow (1 - t, 0.85) + 60;
        scene.drawing.fill (ring (scene, static_cast<std::uint64_t> (i), middle, radius, 0, 2 * pi).close(), i % 4 == 3 ? ink : colour);
    }

    scene.drawing.fill (DrawnPath().circle (middle.x, middle.y, 34), ground);
    const DrawnPoint moon { isLeft ? chance.between (740, 840) : chance.between (160, 260), chance.between (170, 260) };
    scene.drawing.fill (DrawnPath().circle (moon.x, moon.y, chance.between (36, 74)), scene.accent());
}

/** Two springs whose circles meet. */
void paintRipples (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto apart = 120 + 240 * scene.looks.wide;
    const auto tilt = chance.between (-0.9, 0.9);
    const DrawnPoint a { 500 - apart * std::cos (tilt), 500 - apart * std::sin (tilt) }, b { 500 + apart * std::cos (tilt), 500 + apart * std::sin (tilt) };
    const auto step = chance.between (20, 30);
    scene.drawing.fill (DrawnPath().circle (a.x, a.y, 150 + 90 * scene.looks.deep), first);
    scene.drawing.fill (DrawnPath().circle (b.x, b.y, 96), third);

    for (const auto& [middle, colour, most] : { std::tuple (a, ink, 520.0), std::tuple (b, second, 560.0) })
        for (int i = 1; i * step < most; ++i)
            scene.drawing.stroke (ring (scene, static_cast<std::uint64_t> (i), middle, i * step, 0, 2 * pi), colour, 2 + 7 * std::pow (1 - i * step / most, 1.3));
}

/** One petal from the middle outwards, as if it pointed up. */
DrawnPath petal (DrawnPoint middle, double angle, double inner, double outer, double width, double bend, bool isPointed)
{
    const auto at = [&] (double along, double aside) {
        return DrawnPoint { middle.x + along * std::cos (angle) - aside * std::sin (angle), middle.y + along * std::sin (angle) + aside * std::cos (angle) };
    };

    const auto length = outer - inner;
    const auto root = at (inner, 0), tip = at (outer, bend);
    const auto r1 = at (inner + 0.25 * length, width), r2 = at (outer - (isPointed ? 0.35 : 0.02) * length, width * (isPointed ? 0.55 : 1.1) + bend);
    const auto l1 = at (inner + 0.25 * length, -width), l2 = at (outer - (isPointed ? 0.35 : 0.02) * length, -width * (isPointed ? 0.55 : 1.1) + bend);
    return DrawnPath().moveTo (root.x, root.y).curveTo (r1.x, r1.y, r2.x, r2.y, tip.x, tip.y).curveTo (l2.x, l2.y, l1.x, l1.y, root.x, root.y).close();
}
} // namespace

void paintRings (Scene& scene)
{
    switch (scene.chance.whole (0, 2))
    {
        case 0:
            return paintOrbits (scene);
        case 1:
            return paintVinyl (scene);
        default:
            return paintRipples (scene);
    }
}

void paintPetals (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto isFan = chance.happens (0.4);
    const DrawnPoint middle { isFan ? chance.oneOf (std::array { 500.0, 130.0, 870.0 }) : 500.0, isFan ? 940.0 : 500.0 };
    const auto reach = isFan ? 1.5 : 1.0;
    scene.drawing.ground = Scene::around (middle, 800 * reach, ground.mixed (third, 0.42), ground);

    const auto isPointed = scene.looks.rough > 0.5 || chance.happens (0.3);
    const auto turn = chance.between (0, 2 * pi);
    const Colour colours[] { third, first, second, ink };
    auto count = chance.whole (9, 13);
    auto outer = reach * chance.between (520, 640);

    // Thin as paper, so that where they lie over each other a third tone comes.
    for (int layer = 0; layer < 4; ++layer)
    {
        const auto colour = colours[layer];
        const auto width = outer * std::sin (pi / count) * (0.95 + 0.6 * scene.looks.wide);
        const auto bend = outer * 0.55 * scene.looks.moving * (layer % 2 == 0 ? 1 : -1);

        for (int i = 0; i < count; ++i)
        {
            const auto angle = turn + layer * pi / count + 2 * pi * i / count;
            const DrawnPoint tip { middle.x + outer * std::cos (angle), middle.y + outer * std::sin (angle) };
            const auto path = petal (middle, angle, 0, outer, width, bend, isPointed);
            scene.drawing.fill (path, Gradient { false, middle, tip, 0, { { 0, colour.withAlpha (0.12) }, { 0.55, colour.withAlpha (0.5) }, { 1, colour.withAlpha (0.72) } } });
            scene.drawing.stroke (path, colour.mixed (ink, 0.35).withAlpha (0.75), 1.6);
        }

        outer *= chance.between (0.58, 0.7);
        count = std::max (5, count - chance.whole (0, 2));
    }

    const auto core = outer * 0.5;
    scene.drawing.fill (DrawnPath().circle (middle.x, middle.y, core), ink);
    scene.drawing.fill (DrawnPath().circle (middle.x, middle.y, core * 0.5), first);
}

void paintHalftone (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const DrawnPoint ball { chance.between (430, 570), chance.between (420, 480) + 130 * scene.looks.deep };
    const auto radius = chance.between (300, 370);
    const auto light = chance.between (-2.6, -0.6);
    const DrawnPoint lit { std::cos (light), std::sin (light) };
    const auto angle = chance.between (0.2, 0.6) * chance.sign();
    const auto step = 25 + 9 * (1 - scene.looks.light);
    const auto seed = static_cast<std::uint64_t> (chance.whole (1, 1'000'000));
    DrawnPath dots, far;

    scene.drawing.fill (DrawnPath().rectangle (0, 0, size, size), Scene::down (ground, ground.mixed (second, 0.55)));
    scene.drawing.fill (DrawnPath().circle (ball.x + 46 * lit.x, ball.y + 46 * lit.y, radius), Gradient { false, { ball.x + radius * lit.x, ball.y + radius * lit.y }, { ball.x - radius * lit.x, ball.y - radius * lit.y }, 0, { { 0, second }, { 0.45, first }, { 1, third } } });

    for (int row = -34; row <= 34; ++row)
        for (int column = -34; column <= 34; ++column)
        {
            const auto u = (column + (row % 2 != 0 ? 0.5 : 0)) * step, v = row * step * 0.87;
            const DrawnPoint p { 500 + u * std::cos (angle) - v * std::sin (angle), 500 + u * std::sin (angle) + v * std::cos (angle) };

            if (p.x < -step || p.y < -step || p.x > size + step || p.y > size + step)
                continue;

            const auto x = (p.x - ball.x) / radius, y = (p.y - ball.y) / radius, inside = 1 - x * x - y * y;
            const auto swell = 0.5 + 0.5 * fractalNoise (seed, p.x / 300, p.y / 300, 2);

            if (inside > 0)
            {
                // As a ball is lit from one side.
                const auto shade = 0.5 - 0.5 * (x * lit.x + y * lit.y) - 0.32 * std::sqrt (inside);
                dots.circle (p.x, p.y, step * 0.62 * std::clamp (shade + 0.12 * scene.looks.moving * (swell - 0.5), 0.03, 0.98));
            }
            else if (const auto away = std::exp (1.6 * inside) * (0.2 + 0.5 * scene.looks.wide) * swell; away > 0.06)
                far.circle (p.x, p.y, step * 0.42 * away);
        }

    scene.drawing.fill (far, ink.withAlpha (0.7));
    scene.drawing.fill (dots, ground.red + ground.green + ground.blue < 384 ? ground : ink);
}

} // namespace athanor::cover
