// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Cover/Cover.h"

#include "Compose/Cover/Scene.h"
#include "Core/Id.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor
{

namespace
{
using cover::Chance;
using cover::Scene;

constexpr double size = Drawing::size;

struct Series
{
    CoverSeries id;
    int works;
    void (*paint) (Scene&);
};

constexpr Series all[] {
    { CoverSeries::rings, 0, cover::paintRings },
    { CoverSeries::strata, 0, cover::paintStrata },
    { CoverSeries::waves, 0, cover::paintWaves },
    { CoverSeries::lattice, 0, cover::paintLattice },
    { CoverSeries::petals, 1, cover::paintPetals },
    { CoverSeries::halftone, 5, cover::paintHalftone },
    { CoverSeries::constellations, 12, cover::paintConstellations },
    { CoverSeries::ribbons, 12, cover::paintRibbons },
    { CoverSeries::woodcut, 25, cover::paintWoodcut },
    { CoverSeries::prism, 50, cover::paintPrism },
};

static_assert (std::size (all) == choiceNames<CoverSeries>.size());

const Series& seriesAt (CoverSeries series) noexcept { return all[static_cast<std::size_t> (series)]; }

/** What the sleeves of one profile have in common. */
struct House
{
    explicit House (std::uint64_t style) : chance (mixBits (style, 0x686f757365))
    {
        hueTurn = std::round (chance.between (-9, 9));
        palettes = static_cast<std::uint64_t> (chance.whole (0, 1'000));
        frame = chance.whole (0, 2);
        emblem = chance.whole (0, 5);
        isRight = chance.happens (0.5);
    }

    Chance chance;
    double hueTurn;
    std::uint64_t palettes;
    int frame;  ///< 0: none, 1: a line, 2: a passe-partout.
    int emblem; ///< Which of six.
    bool isRight;
};

std::uint64_t seedOf (const CoverRequest& request)
{
    return mixBits (mixBits (request.style, request.subject), static_cast<std::uint64_t> (request.version), coverVersion);
}

/** A mark as labels have one, small and in a corner. */
void paintEmblem (Scene& scene, const House& house, double x, double y, double r, Colour ink)
{
    auto& drawing = scene.drawing;
    const auto pi = std::numbers::pi;

    switch (house.emblem)
    {
        case 0: // a ring with its core
            drawing.stroke (DrawnPath().circle (x, y, r * 0.86), ink, r * 0.22);
            drawing.fill (DrawnPath().circle (x, y, r * 0.3), ink);
            break;
        case 1: // a half moon on a half line
            drawing.fill (DrawnPath().arc (x, y, r, pi, 2 * pi).close(), ink);
            drawing.stroke (DrawnPath().moveTo (x - r, y + r * 0.42).lineTo (x + r, y + r * 0.42), ink, r * 0.22);
            break;
        case 2: // three bars
            for (int i = 0; i < 3; ++i)
                drawing.fill (DrawnPath().rectangle (x - r + i * r * 0.75, y + r - r * (0.8 + 0.6 * i), r * 0.45, r * (0.8 + 0.6 * i)), ink);
            break;
        case 3: // a drop of fire
            drawing.fill (DrawnPath().moveTo (x, y - r).curveTo (x + r * 0.3, y - r * 0.3, x + r * 0.8, y, x + r * 0.7, y + r * 0.4).curveTo (x + r * 0.6, y + r, x - r * 0.6, y + r, x - r * 0.7, y + r * 0.4).curveTo (x - r * 0.8, y, x - r * 0.3, y - r * 0.3, x, y - r).close(), ink);
            break;
        case 4: // a triangle over a triangle
            drawing.fill (DrawnPath().polygon ({ { x - r, y }, { x + r, y }, { x, y - r } }), ink);
            drawing.fill (DrawnPath().polygon ({ { x - r, y + r * 0.2 }, { x + r, y + r * 0.2 }, { x, y + r } }), ink);
            break;
        default: // quarters
            drawing.fill (DrawnPath().moveTo (x, y).arc (x, y, r, 0, pi / 2).close(), ink);
            drawing.fill (DrawnPath().moveTo (x, y).arc (x, y, r, pi, 1.5 * pi).close(), ink);
            break;
    }
}

/** How it sounds, as eight small bars: what a sleeve has in the place of small print. */
void paintReading (Scene& scene, double x, double y, double height, Colour ink)
{
    const auto& looks = scene.looks;
    const double bars[] { looks.light, looks.warm, looks.rough, looks.wide, looks.moving, looks.soft, looks.deep, looks.lasts };

    for (const auto bar : bars)
    {
        const auto tall = height * (0.2 + 0.8 * bar);
        scene.drawing.fill (DrawnPath().rectangle (x, y - tall, 3, tall), ink);
        x += 8;
    }
}

void paintFrame (Scene& scene, const House& house)
{
    auto& drawing = scene.drawing;
    const auto& palette = scene.palette;

    if (house.frame == 2)
    {
        const auto m = scene.margin;
        const auto isDark = palette.ground.red + palette.ground.green + palette.ground.blue < 384;
        const auto paper = isDark ? palette.ink : palette.ground, ink = isDark ? palette.ground : palette.ink;
        DrawnPath border;
        border.rectangle (-10, -10, size + 20, size + 20).rectangle (m, m, size - 2 * m, size - 2 * m);
        drawing.shapes.push_back ({ .path = border, .fill = Paint (paper), .isEvenOdd = true });
        const auto y = size - m / 2;
        paintEmblem (scene, house, house.isRight ? size - m - 13 : m + 13, y, 13, ink);
        paintReading (scene, house.isRight ? m : size - m - 59, y + 13, 26, ink);
    }
    else if (house.frame == 1)
        drawing.stroke (DrawnPath().rectangle (scene.margin, scene.margin, size - 2 * scene.margin, size - 2 * scene.margin), palette.ink, 2.5);
}

Scene sceneFor (const CoverRequest& request, const House& house)
{
    Chance chance (seedOf (request));
    const auto looks = cover::looksOf (request);

    // Few palettes to a profile, so that its sleeves are seen to be of one label.
    const auto which = house.palettes + static_cast<std::uint64_t> (chance.whole (0, 2)) * 2;
    const auto isLight = looks.light + chance.between (-0.12, 0.12) > 0.5, isWarm = looks.warm + chance.between (-0.12, 0.12) > 0.5;
    const auto palette = cover::paletteFor (isLight, isWarm, which, house.hueTurn);
    const double margins[] { 0, 36, 74 };
    return { .palette = palette, .looks = looks, .chance = chance.branch (1), .margin = margins[house.frame] };
}
} // namespace

int worksFor (CoverSeries series) noexcept { return seriesAt (series).works; }

std::vector<CoverSeries> openSeries (int works)
{
    std::vector<CoverSeries> open;

    for (const auto& series : all)
        if (series.works <= std::max (0, works))
            open.push_back (series.id);

    return open;
}

CoverSeries seriesFor (const CoverRequest& request)
{
    if (request.series)
        return *request.series;

    const auto open = openSeries (request.version > 0 ? request.works : 0);
    const auto first = mixBits (request.style, request.subject, 0x736572696573) % open.size();
    return open[(first + static_cast<std::uint64_t> (std::max (0, request.version))) % open.size()];
}

Drawing makeCover (const CoverRequest& request)
{
    const House house (request.style);
    auto scene = sceneFor (request, house);
    scene.drawing.ground = scene.palette.ground;
    seriesAt (seriesFor (request)).paint (scene);
    paintFrame (scene, house);
    return std::move (scene.drawing);
}

} // namespace athanor
