// SPDX-License-Identifier: GPL-3.0-or-later
// What all series of sleeves paint with.
#pragma once

#include "Compose/Cover/Cover.h"

#include <cstdint>
#include <vector>

namespace athanor::cover
{

/** Numbers that look random and are a function of a seed. */
class Chance
{
public:
    explicit Chance (std::uint64_t s) : seed (s) {}

    double unit() noexcept; ///< 0 to just below 1.

    double between (double low, double high) noexcept { return low + (high - low) * unit(); }

    int whole (int low, int high) noexcept; ///< Both included.

    bool happens (double probability) noexcept { return unit() < probability; }

    double sign() noexcept { return happens (0.5) ? 1 : -1; }

    template <typename List>
    const auto& oneOf (const List& list) noexcept
    {
        return list[static_cast<std::size_t> (whole (0, static_cast<int> (std::size (list)) - 1))];
    }

    /** Chance of its own for one part of the picture. */
    Chance branch (std::uint64_t part) const noexcept;

private:
    std::uint64_t seed, count = 0;
};

/** Smooth hills and valleys, -1 to 1, about one to a unit of length; the same for the same seed. */
double noise (std::uint64_t seed, double x, double y = 0) noexcept;

/** Several of them, each half as large and twice as close as the one before. */
double fractalNoise (std::uint64_t seed, double x, double y, int octaves) noexcept;

/** Five colours that were chosen together. */
struct Palette
{
    Colour ground, ink, first, second, third;
};

/** One of those for light or dark ground and for warm or cool sounds.
    @param which  Any number. */
Palette paletteFor (bool isLight, bool isWarm, std::uint64_t which, double hueTurn);

/** How a sound looks: each from 0 to 1, in sixteenths, so that a breath of difference in a measure changes nothing. */
struct Looks
{
    double light, warm, rough, wide, moving;
    double soft;  ///< Slow to begin.
    double deep;  ///< Low, so heavy.
    double lasts; ///< Against dying away.
};

Looks looksOf (const CoverRequest&);

/** A sleeve in the making. */
struct Scene
{
    Drawing drawing {};
    Palette palette;
    Looks looks;
    Chance chance;
    double margin = 0; ///< Of the passe-partout, which is laid over it in the end.

    /** One of the three loud colours. */
    Colour accent() noexcept;

    /** From the one end of the picture to the other, straight down. */
    static Gradient down (Colour top, Colour bottom, double from = 0, double to = Drawing::size);
    static Gradient around (DrawnPoint middle, double radius, Colour inner, Colour outer);

    /** A line through points: round where the sound is smooth, with corners where it is rough. */
    DrawnPath through (const std::vector<DrawnPoint>&) const;
};

void paintRings (Scene&);
void paintStrata (Scene&);
void paintWaves (Scene&);
void paintLattice (Scene&);
void paintPetals (Scene&);
void paintHalftone (Scene&);
void paintConstellations (Scene&);
void paintRibbons (Scene&);
void paintWoodcut (Scene&);
void paintPrism (Scene&);

} // namespace athanor::cover
