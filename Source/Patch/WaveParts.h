// SPDX-License-Identifier: GPL-3.0-or-later
// Which components a wavetable's recipe may have, and which numbers each of them has.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace athanor
{

/** One number of a component or of its keyframes. */
struct WaveNumber
{
    enum class Kind : std::uint8_t { real,
                                     whole, ///< A choice or a count.
                                     truth  ///< 0 or 1; the preset format wants true or false.
    };

    std::string_view name;
    double least, greatest, initial;
    Kind kind = Kind::real;
};

struct WavePart
{
    std::string_view type;
    bool isSource, hasWaves, hasLines, hasAudio;
    std::span<const WaveNumber> ofComponent, ofKeyframe;
};

/** The first nine in the order in which old presets number them. */
std::span<const WavePart> waveParts() noexcept;

/** Null where there is no such component. */
const WavePart* wavePartNamed (std::string_view type) noexcept;

} // namespace athanor
