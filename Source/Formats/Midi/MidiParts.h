// SPDX-License-Identifier: GPL-3.0-or-later
// The music in a MIDI file: parts with notes, the tempo and the bars, all in the project's own time.
#pragma once

#include "Core/Units.h"
#include "Formats/Midi/MidiFile.h"

#include <map>
#include <vector>

namespace athanor::midi
{

struct Note
{
    Ticks start, end;
    int key = 60, velocity = 100, program = 0;
};

/** A controller that takes a value, 0 to 127. */
struct Turn
{
    Ticks at;
    int value = 0;
};

/** What one channel plays in one track of the file. */
struct Part
{
    std::string name; ///< Of the track; may be empty.
    int channel = 0, trackNumber = 0;
    std::vector<Note> notes; ///< By start, then key.
    std::vector<Turn> volume, expression, panning;

    bool isDrums() const noexcept { return channel == 9; }
};

struct Music
{
    std::string title, copyright, words;
    std::vector<Part> parts;
    std::map<Ticks, double> tempo; ///< Beats per minute.
    std::map<Ticks, std::pair<int, int>> meters;
    std::map<Ticks, std::string> markers;
    Ticks end;
};

/** Takes the file apart. What gets lost goes into the report. */
Music readMusic (const File&, ImportReport&);

} // namespace athanor::midi
