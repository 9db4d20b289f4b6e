// SPDX-License-Identifier: GPL-3.0-or-later
// Series that lie before one as a land or a sea: strata, waves, woodcut.
#include "Compose/Cover/Scene.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor::cover
{

namespace
{
constexpr double size = Drawing::size, pi = std::numbers::pi;

bool isDark (Colour colour) noexcept { return 2 * colour.red + 5 * colour.green + colour.blue < 1'000; }

/** A colour on the way through several. */
Colour along (const std::vector<Colour>& colours, double t)
{
    const auto at = std::clamp (t, 0.0, 0.9999) * static_cast<double> (colours.size() - 1);
    const auto i = static_cast<std::size_t> (at);
    return colours[i].mixed (colours[i + 1], at - std::floor (at));
}

/** Sun or moon over the land. */
void paintSun (Scene& scene, DrawnPoint middle, double radius)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    scene.drawing.fill (DrawnPath().circle (middle.x, middle.y, radius * 2.2), Scene::around (middle, radius * 2.2, second.withAlpha (0.45), second.withAlpha (0)));
    scene.drawing.fill (DrawnPath().circle (middle.x, middle.y, radius), Scene::down (second, first, middle.y - radius, middle.y + radius));

    if (chance.happens (0.4))
        for (int i = 0; i < 6; ++i) // as the sea cuts a setting sun
        {
            const auto y = middle.y + radius * (0.1 + 0.16 * i), half = std::sqrt (std::max (0.0, radius * radius - (y - middle.y) * (y - middle.y))) + 4;
            scene.drawing.fill (DrawnPath().rectangle (middle.x - half, y, 2 * half, 3 + 2.6 * i), ground.mixed (second, 0.3));
        }
}

/** Lines of hills that hide each other, from edge to edge. */
void paintRidges (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto seed = static_cast<std::uint64_t> (chance.whole (1, 1'000'000));
    const auto peak = chance.between (300, 700), drift = chance.between (-160, 160);
    constexpr int lines = 34;
    scene.drawing.ground = Scene::down (ground.mixed (third, 0.5), ground);
    scene.drawing.fill (DrawnPath().circle (peak, 330, 150 + 70 * scene.looks.deep), Scene::down (second, first, 150, 480));

    for (int i = 0; i < lines; ++i)
    {
        const auto t = static_cast<double> (i) / (lines - 1);
        const auto base = 330 + 640 * t;
        std::vector<DrawnPoint> points;

        for (int k = 0; k <= 102; ++k)
        {
            const auto x = -10 + 10.0 * k;
            const auto off = (x - peak - drift * t) / (130 + 240 * scene.looks.wide);
            const auto hill = 0.5 + 0.5 * fractalNoise (seed, x / (120 + 90 * scene.looks.soft), i * 0.22, scene.looks.rough > 0.5 ? 4 : 2);
            points.push_back ({ x, base - (120 + 130 * scene.looks.moving) * std::exp (-off * off) * hill - 26 * hill });
        }

        auto area = scene.through (points);
        area.lineTo (1'010, base + 90).lineTo (-10, base + 90).close();
        const auto colour = along ({ third, first, second, ink }, t);
        scene.drawing.fill (area, Scene::down (ground.mixed (colour, 0.3), ground, base - 160, base + 40));
        scene.drawing.stroke (scene.through (points), colour, 3.4, true);
    }
}

/** Lines that swing together, thick where they are near. */
void paintSwell (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto lines = 15 + static_cast<int> (std::lround (9 * scene.looks.wide));
    const auto amplitude = 40 + 90 * scene.looks.moving, length = chance.between (520, 980), lag = chance.between (0.12, 0.3) * chance.sign();
    const auto phase = chance.between (0, 2 * pi);
    const auto step = size * 1.3 / lines;
    const auto seed = static_cast<std::uint64_t> (chance.whole (1, 1'000'000));
    scene.drawing.ground = Scene::down (ground, ground.mixed (third, 0.35));

    for (int i = 0; i < lines; ++i)
    {
        std::vector<DrawnPoint> top, bottom;
        const auto t = static_cast<double> (i) / (lines - 1);

        for (int k = 0; k <= 26; ++k)
        {
            const auto x = -20 + 40.0 * k;
            const auto swing = amplitude * std::sin (2 * pi * x / length + phase + i * lag) + 0.5 * amplitude * fractalNoise (seed, x / 330, i * 0.18, scene.looks.rough > 0.6 ? 4 : 2);
            const auto y = -140 + step * i + swing;
            const auto thick = step * (0.18 + 0.34 * (0.5 + 0.5 * std::sin (2 * pi * x / length + phase + i * lag + 1.2)));
            top.push_back ({ x, y - thick });
            bottom.insert (bottom.begin(), { x, y + thick });
        }

        auto band = scene.through (top);
        band.goOn (scene.through (bottom));
        scene.drawing.fill (band.close(), along ({ second, first, third, ink }, t));
    }
}

/** Heights of an island, as on a map. */
void paintContours (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const DrawnPoint middle { chance.between (400, 600), chance.between (420, 580) };
    const auto seed = static_cast<std::uint64_t> (chance.whole (1, 1'000'000));
    constexpr int heights = 24;
    const auto unrest = 0.25 + 0.5 * scene.looks.moving;

    for (int i = heights; i >= 1; --i)
    {
        const auto t = static_cast<double> (i) / heights;
        const auto radius = 18 + 640 * std::pow (t, 1.15);
        std::vector<DrawnPoint> points;

        for (int k = 0; k < 72; ++k)
        {
            const auto angle = 2 * pi * k / 72;
            const auto bump = fractalNoise (seed, 7 + 1.3 * std::cos (angle) + t, 7 + 1.3 * std::sin (angle) - t * 0.6, scene.looks.rough > 0.5 ? 5 : 3);
            const auto away = radius * (1 + unrest * bump);
            points.push_back ({ middle.x + away * (1 + 0.35 * scene.looks.wide) * std::cos (angle), middle.y + away * std::sin (angle) });
        }

        const auto colour = along ({ first, second, third, ground.mixed (third, 0.35), ground }, t);
        scene.drawing.fill (DrawnPath().smooth (points, true), colour);
        scene.drawing.stroke (DrawnPath().smooth (points, true), ink.withAlpha (i % 5 == 0 ? 0.95 : 0.45), i % 5 == 0 ? 3 : 1.4);
    }
}

/** A cut through the ground: layers that lie askew, torn apart where it once shook. */
void paintSection (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto seed = static_cast<std::uint64_t> (chance.whole (1, 1'000'000));
    const auto slope = chance.sign() * chance.between (0.12, 0.5), fault = chance.between (300, 700);
    const auto shift = chance.sign() * (40 + 110 * scene.looks.moving), unrest = 24 + 50 * scene.looks.moving;
    const std::vector<Colour> colours { first, second, third, ground.mixed (second, 0.5), first.mixed (third, 0.5), ground.mixed (ink, 0.85), second.mixed (ground, 0.7), third.mixed (ink, 0.25) };
    auto y = -420.0;

    for (int i = 0; y < 1'500; ++i)
    {
        const auto half = [&] (double from, double to, double move) {
            std::vector<DrawnPoint> points;

            for (int k = 0; k <= 16; ++k)
            {
                const auto x = from + (to - from) * k / 16;
                points.push_back ({ x, y + move + slope * (x - 500) + unrest * fractalNoise (seed, x / 380, i * 0.21, scene.looks.rough > 0.5 ? 4 : 2) });
            }

            return scene.through (points);
        };

        auto layer = half (-20, fault, 0);
        layer.goOn (half (fault, 1'020, shift));
        layer.lineTo (1'020, 1'020).lineTo (-20, 1'020).close();
        const auto isSeam = i % 4 == 3;
        scene.drawing.fill (layer, isSeam ? ink : chance.oneOf (colours));
        y += isSeam ? chance.between (6, 12) : chance.between (34, 74 + 60 * scene.looks.wide);
    }

    if (chance.happens (0.6)) // something that sleeps there
    {
        const DrawnPoint buried { fault + chance.sign() * chance.between (150, 260), chance.between (330, 720) };
        const auto radius = 70 + 60 * scene.looks.deep;
        scene.drawing.fill (DrawnPath().circle (buried.x, buried.y, radius + 18), ground);
        scene.drawing.fill (DrawnPath().circle (buried.x, buried.y, radius), Scene::down (second, first, buried.y - radius, buried.y + radius));
    }
}

/** How bright a place of the woodcut is: a ball over a sea. */
double lightAt (double x, double y, DrawnPoint ball, double radius, DrawnPoint lit, double horizon, std::uint64_t seed)
{
    const auto u = (x - ball.x) / radius, v = (y - ball.y) / radius, inside = 1 - u * u - v * v;

    if (inside > 0 && y < horizon)
        return std::clamp (0.08 + 0.62 * (u * lit.x + v * lit.y) + 0.5 * std::sqrt (inside), 0.02, 0.97);

    if (y < horizon)
        return std::clamp (0.78 + 0.2 * fractalNoise (seed, x / 420, y / 120, 3) - 0.25 * (horizon - y) / horizon, 0.3, 0.95);

    // The ball's path on the water.
    const auto depth = (y - horizon) / (size - horizon);
    const auto path = std::exp (-std::pow ((x - ball.x) / (radius * (0.35 + 0.9 * depth)), 2));
    return std::clamp (0.2 + 0.6 * path + 0.28 * fractalNoise (seed + 7, x / (60 + 160 * depth), y / 13, 2), 0.03, 0.93);
}
} // namespace

void paintStrata (Scene& scene)
{
    if (scene.chance.happens (0.45))
        return paintSection (scene);

    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto dark = isDark (ground) ? ground : ink;
    const auto layers = 6 + static_cast<int> (std::lround (5 * scene.looks.wide));
    const auto top = 330 + 170 * scene.looks.deep;
    const auto seed = static_cast<std::uint64_t> (chance.whole (1, 1'000'000));
    const auto relief = 60 + 150 * scene.looks.moving;
    scene.drawing.ground = Scene::down (ground, ground.mixed (second, 0.6), 0, top + 200);
    paintSun (scene, { chance.between (280, 720), top - chance.between (-20, 120) }, chance.between (90, 150) + 60 * scene.looks.deep);

    for (int i = 0; i < layers; ++i)
    {
        const auto t = static_cast<double> (i) / (layers - 1);
        const auto base = top + (size - top) * (0.05 + 0.83 * std::pow (t, 1.1));
        const auto points = 30 + static_cast<int> (40 * scene.looks.rough);
        std::vector<DrawnPoint> ridge;

        for (int k = 0; k <= points; ++k)
        {
            const auto x = -10 + 1020.0 * k / points;
            const auto hill = fractalNoise (seed + static_cast<std::uint64_t> (i), x / (230 + 170 * scene.looks.soft), 0.5, scene.looks.rough > 0.5 ? 5 : 2);
            ridge.push_back ({ x, base - relief * (0.5 + 0.5 * t) * hill });
        }

        auto path = scene.through (ridge);
        path.lineTo (1'010, 1'010).lineTo (-10, 1'010).close();
        const auto colour = along ({ second.mixed (ground, 0.35), first, third, dark }, t);
        scene.drawing.fill (path, Scene::down (colour, colour.mixed (dark, 0.28), base - relief, base + 240));
    }
}

void paintWaves (Scene& scene)
{
    switch (scene.chance.whole (0, 2))
    {
        case 0:
            return paintRidges (scene);
        case 1:
            return paintSwell (scene);
        default:
            return paintContours (scene);
    }
}

void paintWoodcut (Scene& scene)
{
    auto& chance = scene.chance;
    const auto& [ground, ink, first, second, third] = scene.palette;
    const auto paper = isDark (ground) ? ink : ground, black = isDark (ground) ? ground : ink;
    const auto horizon = 610 + 120 * (1 - scene.looks.deep);
    const auto radius = chance.between (190, 270);
    const DrawnPoint ball { chance.between (360, 640), horizon - radius * chance.between (0.45, 1.25) };
    const auto light = chance.between (-2.7, -0.5);
    const auto seed = static_cast<std::uint64_t> (chance.whole (1, 1'000'000));
    const auto lines = 62;
    const auto step = size / lines;

    scene.drawing.ground = paper;
    scene.drawing.fill (DrawnPath().circle (ball.x + 16, ball.y + 10, radius), first);
    scene.drawing.fill (DrawnPath().rectangle (0, horizon, size, size - horizon), second.mixed (paper, 0.35));

    for (int i = 0; i <= lines; ++i)
    {
        const auto y = step * (i + 0.5);
        std::vector<DrawnPoint> top, bottom;

        for (int k = 0; k <= 125; ++k)
        {
            const auto x = 8.0 * k;
            const auto sway = (4 + 16 * scene.looks.moving) * fractalNoise (seed + 3, x / 260, y / 200, 2);
            const auto thick = 0.5 * step * (1.04 - lightAt (x, y, ball, radius, { std::cos (light), std::sin (light) }, horizon, seed));
            const auto hand = 1 + 0.5 * scene.looks.rough * noise (seed + 5, x / 9, i);
            top.push_back ({ x, y + sway - thick * hand });
            bottom.push_back ({ x, y + sway + thick * hand });
        }

        std::ranges::reverse (bottom);
        top.insert (top.end(), bottom.begin(), bottom.end());
        scene.drawing.fill (DrawnPath().polygon (top), black);
    }
}

} // namespace athanor::cover
