// SPDX-License-Identifier: GPL-3.0-or-later
// What a played key does, from the computer's keyboard or from MIDI: it sounds, and it is written down.
#pragma once

#include "App/Session.h"
#include "Model/Cell.h"

#include <map>
#include <optional>
#include <vector>

namespace athanor
{

/** Sounds notes and writes them into the shown pattern: line by line in edit mode, keys that are held together side by side; where
    the song is while it plays and is recorded. */
class NoteInput
{
public:
    explicit NoteInput (Session&);
    ~NoteInput();

    /** A key goes down: 0 (C-0) to 119, as in a cell; velocity 0 to 1, nothing when the key has none to tell. It sounds, and is written if `writes`
        and the selection says so. A key that is down already is ignored. */
    void press (int key, std::optional<double> velocity, bool writes);

    /** The same key goes up. While the song plays and keys are recorded, the end of the note is written too. */
    void release (int key);

    /** All keys that are down go up. */
    void releaseAll();

    /** Writes the end of a note (key::off, key::cut or key::fade) where a note would be written. */
    void writeEnd (std::uint8_t end);

    bool isDown (int key) const { return held.contains (key); }

    /** The sounding notes as the player knows them: of one key, and of all that are down. */
    std::optional<std::uint32_t> noteOf (int key) const;
    std::vector<std::uint32_t> notes() const;

private:
    /** Where a key is written: in which pattern, and where there. */
    struct Place
    {
        PatternId pattern;
        PatternCursor cursor;
        std::uint8_t delay = Cell::empty;
    };

    struct Held
    {
        std::uint32_t note = 0;
        std::optional<Place> written;
        bool isLive = false;
    };

    Place placeNow() const;
    int freeColumn (const PatternCursor&) const;
    std::optional<Place> placeInChord() const;
    bool mayWrite (const Selection&) const;
    bool isLive() const;
    bool isCountedIn() const;
    void write (const Place&, const Cell&);
    void goOn();
    void writeRelease (const Held&);

    Session& session;
    std::map<int, Held> held;
};

} // namespace athanor
