// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands on one line of an Athanor clip ask of a note, summed up.
#pragma once

#include "Model/Cell.h"

#include <array>
#include <optional>

namespace athanor
{

/** The last value of each command with a memory, by letter: 00 asks for it again. */
using CommandMemory = std::array<std::uint8_t, 26>;

/** Changes are for the whole line. Nothing is asked by default. */
struct LineCommands
{
    std::uint8_t arpeggio = 0;
    double slide = 0;            ///< Semitones.
    std::optional<double> glide; ///< Semitones towards the note; infinite: at once.
    std::uint8_t vibrato = 0, tremolo = 0, autopan = 0;
    double fade = 0;                    ///< Of the volume, -1 to 1.
    std::optional<std::uint8_t> cut;    ///< Level (0 to F) and tick.
    double delay = 0;                   ///< Ticks of the line.
    std::optional<double> volume;       ///< 0 to 1.
    std::optional<std::uint8_t> offset; ///< 1/256 of the recording.
    std::optional<bool> isBackward;
    std::uint8_t retrigger = 0, roll = 0;
    std::optional<std::uint8_t> chance; ///< Of 255; 0: one column of the line.

    /** Whether something happens between the ticks of the line. */
    bool isMoving() const noexcept
    {
        return arpeggio != 0 || slide != 0 || glide || vibrato != 0 || tremolo != 0 || autopan != 0 || fade != 0 || cut || retrigger != 0 || roll != 0;
    }

    /** Adds the command 0`letter`. Letters that ask nothing of a note are ignored. */
    void add (char letter, std::uint8_t value, CommandMemory&);
};

/** What a retrigger with this factor (0 to F) makes of a volume from 0 to 1, as FT2 and IT have it. */
double retriggered (double volume, int factor) noexcept;

} // namespace athanor
