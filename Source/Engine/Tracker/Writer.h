// SPDX-License-Identifier: GPL-3.0-or-later
// Collects what happens in musical time, says nothing twice, and hands it over sorted and in seconds.
#pragma once

#include "Engine/Tracker/Timeline.h"

#include <array>
#include <map>

namespace athanor
{

/** What can change while a note sounds. */
struct NoteShape
{
    double pitch = 60;  ///< MIDI semitones.
    double volume = 1;  ///< 0 to 1.
    double panning = 0; ///< -1 to 1.

    bool operator== (const NoteShape&) const = default;
};

struct NoteStart
{
    int track = 0, column = 0; ///< The track by its place from the left.
    InstrumentId instrument;
    int key = 60; ///< MIDI: finds the recording. The shape says where the pitch really stands.
    double velocity = 1;
    NoteShape shape;
    double offset = 0; ///< Frames.
    bool isBackward = false;
};

class Writer
{
public:
    using Note = std::uint32_t; ///< 0: none.
    static constexpr int song = -1, columns = 12;
    static constexpr std::size_t mostEvents = 4'000'000;

    explicit Writer (std::vector<TrackId>);

    /** The note becomes what sounds in its column. What sounded there before is not ended by this. */
    Note start (Ticks at, const NoteStart&);
    void shape (Ticks at, Note, const NoteShape&, Ticks glide = {});
    /** As shape(), but the volume stays. */
    void turn (Ticks at, Note, double pitch, double panning);
    void offset (Ticks at, Note, double frames, bool isBackward);
    void end (Ticks at, Note, NoteEnd);

    /** What a column's last note was, whoever started it; 0 when it was cut. */
    Note soundingIn (int track, int column) const noexcept;

    InstrumentId instrumentOf (Note note) const noexcept { return notes[note].instrument; }

    /** `track` may be `song`. */
    void setVolume (Ticks at, int track, double volume);
    void setMacro (Ticks at, int track, int number, double value);

    /** Until begin() nothing is written, but volumes and macros are remembered and then stated. */
    void skip() noexcept { isSkipping = true; }

    void begin (Ticks at);

    bool isSkippingNow() const noexcept { return isSkipping; }

    bool isFull() const noexcept { return entries.size() >= mostEvents; }

    /** Sorts and dates everything. The writer is empty after that. */
    void finish (const Timeline&, Ticks origin, Score&);

private:
    /** An event as short as can be: there are hundreds of thousands, and all are sorted. */
    struct Entry
    {
        Ticks at, glide;
        std::uint32_t rank = 0; ///< Among events at the same time.
        Note note = 0;
        NoteShape shape;
        std::int16_t track = 0;
        std::uint8_t column = 0;
        ScoreEvent::Kind kind {};
        std::uint32_t more = 0; ///< The end of a note; or where to find what only starts have.
    };

    /** What only starts and offsets have. */
    struct Beginning
    {
        double velocity = 1, offset = 0;
        int key = 60;
        bool isBackward = false;
    };

    struct NoteState
    {
        NoteShape shape;
        Ticks start;
        int track = 0, column = 0;
        InstrumentId instrument;
        std::optional<NoteEnd> ended;
    };

    Entry& add (Ticks at, ScoreEvent::Kind, int track, int column, bool isOfNewNote = false);
    Entry& addFor (Ticks at, ScoreEvent::Kind, Note);
    void begin (Entry&, const Beginning&);
    ScoreEvent eventOf (const Entry&) const;
    Note* place (int track, int column) noexcept;

    std::vector<TrackId> tracks;
    std::vector<Entry> entries;
    std::vector<Beginning> beginnings;
    std::vector<NoteState> notes; ///< The first stands for none.
    std::vector<std::array<Note, columns>> foreground;
    std::vector<double> volumes; ///< Of the tracks, then of the song.
    std::map<std::pair<int, int>, double> macros;
    bool isSkipping = false;
};

} // namespace athanor
