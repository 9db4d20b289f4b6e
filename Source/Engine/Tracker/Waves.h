// SPDX-License-Identifier: GPL-3.0-or-later
// The low frequency waves of the trackers, and the tables that decide how their notes sound.
#pragma once

#include "Core/Id.h"

#include <array>
#include <cstdint>

namespace athanor
{

/** A wave that a vibrato, tremolo or panbrello goes through. */
struct Wave
{
    enum class Shape { sine,
                       ramp,
                       square,
                       random };

    Shape shape = Shape::sine;
    bool keepsPosition = false; ///< Goes on through new notes.
    std::uint8_t position = 0;  ///< 256 to a turn.
    std::uint8_t speed = 0, depth = 0;

    /** As S3x, E4x and their relatives choose it. */
    void choose (int value) noexcept
    {
        shape = static_cast<Shape> (value & 3);
        keepsPosition = (value & 4) != 0;
    }

    /** Speed and depth from the two halves of a command; 0 keeps what there was. */
    void set (int value) noexcept
    {
        speed = (value >> 4) != 0 ? static_cast<std::uint8_t> (value >> 4) : speed;
        depth = (value & 15) != 0 ? static_cast<std::uint8_t> (value & 15) : depth;
    }

    void advance (int factor = 4) noexcept { position = static_cast<std::uint8_t> (position + speed * factor); }

    void newNote() noexcept { position = keepsPosition ? position : 0; }

    /** -1 to 1. */
    double value() const noexcept
    {
        constexpr std::array<std::uint8_t, 32> half { 0, 24, 49, 74, 97, 120, 141, 161, 180, 197, 212, 224, 235, 244, 250, 253,
                                                      255, 253, 250, 244, 235, 224, 212, 197, 180, 161, 141, 120, 97, 74, 49, 24 };
        const auto isFirstHalf = position < 128;

        switch (shape)
        {
            case Shape::sine:
                return (isFirstHalf ? half[position >> 2 & 31] : -half[position >> 2 & 31]) / 255.0;
            case Shape::ramp:
                return isFirstHalf ? position / 128.0 : position / 128.0 - 2;
            case Shape::square:
                return isFirstHalf ? 1 : -1;
            case Shape::random:
                return static_cast<double> (mixBits (position) >> 11) * 0x1p-52 - 1;
        }

        return 0;
    }
};

/** The periods of an octave, in quarters of an Amiga's, at which a recording of 8,363 Hz plays C-4 (MIDI 60) to B-4. */
inline constexpr std::array<int, 12> octavePeriods { 1712, 1616, 1524, 1440, 1356, 1280, 1208, 1140, 1076, 1016, 960, 907 };

inline constexpr double middlePeriod = 1712, middlePeriodRate = 8363;

} // namespace athanor
