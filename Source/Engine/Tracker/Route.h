// SPDX-License-Identifier: GPL-3.0-or-later
// The way through the song: its slots in order, and where the reading has been before.
#pragma once

#include "Engine/Score.h"

#include <cstdint>

namespace athanor
{

/** A step of the way: a slot, or a pattern that plays alone. */
struct Stop
{
    SlotId slot;
    bool goesBack = false; ///< What follows is only reached by jumps: after this one the song goes back.
    PatternId id;
    const Pattern* pattern = nullptr;
    Ticks start;  ///< Where it would begin if the song had no jumps: the place of tempo points.
    Ticks length; ///< More than 0.
};

/** A place in the song: where a jump goes. */
struct Place
{
    int stop = 0;
    Ticks inPattern;
    bool isJump = false; ///< Arrived at by a command, not by the order of things.
};

class Route
{
public:
    static constexpr int mostVisits = 64;

    Route (const Project&, const ScoreOptions&);

    int size() const noexcept { return static_cast<int> (stops.size()); }

    const Stop& operator[] (int stop) const noexcept { return stops[static_cast<std::size_t> (stop)]; }

    /** The one to play alone; empty when the whole song plays. */
    std::optional<int> only;

    /** Where the song goes on after its end, if it goes on. */
    int restart = 0;

    /** When a stop was first reached; nothing if it was not. */
    std::optional<Ticks> firstVisit (int stop) const;

    /** Notes that a line is about to play, with all that could make the next time different. When all of it has been
        before, the song goes round: returns when that was. Also when the line was there too often. */
    std::optional<Ticks> visit (int stop, int line, std::uint64_t state, Ticks now);

    /** The same for a pattern without lines of its own, by the stretches that were played. */
    std::optional<Ticks> arrive (Place) const;
    void leave (int stop, Ticks from, Ticks to, Ticks songAtFrom);

private:
    struct Stretch
    {
        Ticks from, to, at;
    };

    struct Visit
    {
        std::uint64_t state = 0;
        Ticks at;
    };

    std::vector<Stop> stops;
    std::vector<std::vector<std::vector<Visit>>> visits; ///< By stop and line.
    std::vector<std::vector<Stretch>> stretches;         ///< By stop.
};

} // namespace athanor
