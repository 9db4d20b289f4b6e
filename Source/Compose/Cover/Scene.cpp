// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Cover/Scene.h"

#include "Core/Id.h"

#include <algorithm>
#include <cmath>

namespace athanor::cover
{

namespace
{
double unitOf (std::uint64_t bits) noexcept { return static_cast<double> (bits >> 11) / 9007199254740992.0; }

double corner (std::uint64_t seed, std::int64_t x, std::int64_t y) noexcept
{
    return 2 * unitOf (mixBits (seed, static_cast<std::uint64_t> (x), static_cast<std::uint64_t> (y))) - 1;
}

double eased (double t) noexcept { return t * t * t * (t * (6 * t - 15) + 10); }

double sixteenths (double number) noexcept { return number > 0 ? std::round (16 * std::min (number, 1.0)) / 16 : 0; }

/** Where a number lies between two, by octaves. */
double byOctaves (double number, double low, double high) noexcept
{
    return number > 0 ? std::log2 (number / low) / std::log2 (high / low) : 0;
}

/** How low a kind of sound is, before anybody has heard it. */
double depthOf (SoundCategory category) noexcept
{
    switch (category)
    {
        case SoundCategory::bass:
            return 0.95;
        case SoundCategory::drums:
            return 0.8;
        case SoundCategory::brass:
        case SoundCategory::pad:
            return 0.6;
        case SoundCategory::strings:
        case SoundCategory::keys:
        case SoundCategory::effects:
        case SoundCategory::sequence:
            return 0.45;
        case SoundCategory::lead:
            return 0.3;
        case SoundCategory::pluck:
        case SoundCategory::bell:
            break;
    }

    return 0.15;
}
} // namespace

double Chance::unit() noexcept { return unitOf (mixBits (seed, ++count)); }

int Chance::whole (int low, int high) noexcept
{
    return low + static_cast<int> (mixBits (seed, ++count) % static_cast<std::uint64_t> (high - low + 1));
}

Chance Chance::branch (std::uint64_t part) const noexcept { return Chance (mixBits (seed, part, 0x6272616e6368)); }

double noise (std::uint64_t seed, double x, double y) noexcept
{
    const auto left = std::floor (x), top = std::floor (y);
    const auto i = static_cast<std::int64_t> (left), j = static_cast<std::int64_t> (top);
    const auto u = eased (x - left), v = eased (y - top);
    const auto above = corner (seed, i, j) + u * (corner (seed, i + 1, j) - corner (seed, i, j));
    const auto below = corner (seed, i, j + 1) + u * (corner (seed, i + 1, j + 1) - corner (seed, i, j + 1));
    return above + v * (below - above);
}

double fractalNoise (std::uint64_t seed, double x, double y, int octaves) noexcept
{
    double sum = 0, size = 1, all = 0;

    for (int i = 0; i < octaves; ++i)
    {
        sum += size * noise (mixBits (seed, static_cast<std::uint64_t> (i)), x, y);
        all += size;
        size *= 0.5;
        x *= 2;
        y *= 2;
    }

    return sum / all;
}

Looks looksOf (const CoverRequest& request)
{
    const auto& heard = request.timbre;
    const auto isHeard = heard.level > -99;
    const auto category = depthOf (request.category);
    Looks looks {};

    // Where nobody has listened, the kind of sound speaks alone.
    looks.light = sixteenths (isHeard ? byOctaves (heard.brightness, 220, 3'200) : 1 - category);
    looks.warm = sixteenths (isHeard ? 0.06 + heard.warmth + 0.4 * heard.sub : category);
    looks.rough = sixteenths (isHeard ? 4 * heard.roughness + 1.5 * heard.noise : 0.3);
    looks.wide = sixteenths (isHeard ? 2 * heard.width : 0.5);
    looks.moving = sixteenths (isHeard ? heard.movement / 8 : 0.5);
    looks.soft = sixteenths (isHeard ? byOctaves (heard.attack, 0.005, 1) : 0.5);
    looks.deep = sixteenths (isHeard ? 0.6 * category + 0.6 * heard.sub : category);
    looks.lasts = sixteenths (isHeard ? heard.sustain : 0.5);
    return looks;
}

Colour Scene::accent() noexcept
{
    const Colour all[] { palette.first, palette.second, palette.third };
    return chance.oneOf (all);
}

Gradient Scene::down (Colour top, Colour bottom, double from, double to)
{
    return { false, { 0, from }, { 0, to }, 0, { { 0, top }, { 1, bottom } } };
}

Gradient Scene::around (DrawnPoint middle, double radius, Colour inner, Colour outer)
{
    return { true, middle, {}, radius, { { 0, inner }, { 1, outer } } };
}

DrawnPath Scene::through (const std::vector<DrawnPoint>& points) const
{
    DrawnPath path;

    if (looks.rough < 0.6)
        return path.smooth (points);

    for (std::size_t i = 0; i < points.size(); ++i)
        i == 0 ? path.moveTo (points[i].x, points[i].y) : path.lineTo (points[i].x, points[i].y);

    return path;
}

} // namespace athanor::cover
