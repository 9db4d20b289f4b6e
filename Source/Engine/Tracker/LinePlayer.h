// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the lines of Athanor's own clips: smooth, independent of each other, each track at its own pace.
#pragma once

#include "Engine/Tracker/Commands.h"
#include "Engine/Tracker/Sheet.h"
#include "Engine/Tracker/Sounds.h"
#include "Engine/Tracker/Writer.h"

namespace athanor
{

/** Where a line lies in the song. */
struct LineTime
{
    Ticks start, length;

    Ticks at (double proportion) const { return start + Ticks (static_cast<std::int64_t> (static_cast<double> (length.value) * proportion)); }

    Ticks end() const { return start + length; }
};

/** A line about to be played: of this sheet on this track, the `pass`-th time that the clip comes round. */
struct LineToPlay
{
    int track = 0;
    const Sheet& sheet;
    int line = 0;
    std::uint64_t pass = 0;
    LineTime time;
};

class LinePlayer
{
public:
    LinePlayer (const Project&, const Sounds&, Writer&, const std::vector<const Track*>&);

    /** Everything on the line but the commands for the whole song (group Z). */
    void play (const LineToPlay&);

    int ticksPerLine = 6; ///< Of tick-wise commands. 1 to 255.

private:
    struct Column
    {
        Writer::Note note = 0;
        InstrumentId instrument; ///< The last that was named.
        const ZoneSound* zone = nullptr;
        int key = 60;
        double pitch = 60, target = 60, volume = 1, panning = 0, velocity = 1;
        double vibratoPhase = 0, tremoloPhase = 0, autopanPhase = 0; ///< Turns.
        bool isBackward = false;
    };

    struct Lane
    {
        const Track* track = nullptr;
        std::array<Column, Writer::columns> columns;
        CommandMemory memory {};
        double panning = 0;
        bool wasMoving = false;
    };

    /** One column on one line. */
    struct Step
    {
        const LineToPlay& line;
        int index = 0;
        Lane& lane;
        Column& column;
        LineCommands commands;
        Ticks start; ///< After the delay.
    };

    struct Bend
    {
        double pitch = 0, volume = 1, panning = 0;
    };

    LineCommands readCommands (const LineToPlay&, Lane&);
    void playColumn (const LineToPlay&, Lane&, int column, const Cell*, LineCommands);
    bool isLucky (const Step&) const;
    void readCell (const Step&, const Cell&);
    void startNote (const Step&, const Cell&);
    void begin (const Step&, Ticks at, double offset);
    void move (const Step&);
    void moveTick (const Step&, int tick, int ticks, Ticks at, Ticks length);
    static Bend bend (const Step&, int tick);
    NoteShape shapeOf (const Step&, const Bend&) const;

    const Sounds& sounds;
    Writer& writer;
    std::uint64_t seed;
    std::vector<Lane> lanes;
};

} // namespace athanor
