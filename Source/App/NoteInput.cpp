// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/NoteInput.h"

#include "App/Edits/PatternCells.h"
#include "App/Edits/PatternMoves.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace athanor
{

namespace
{
constexpr int fullVolume = 0x80;

Selection here (const Session& session) { return settled (session.project(), session.selection()); }
} // namespace

NoteInput::NoteInput (Session& s) : session (s) {}

NoteInput::~NoteInput() { releaseAll(); }

std::optional<std::uint32_t> NoteInput::noteOf (int key) const
{
    const auto found = held.find (key);
    return found != held.end() ? std::optional (found->second.note) : std::nullopt;
}

std::vector<std::uint32_t> NoteInput::notes() const
{
    std::vector<std::uint32_t> all;

    for (const auto& [key, pressed] : held)
        all.push_back (pressed.note);

    return all;
}

bool NoteInput::isLive() const { return session.player().position().isPlaying && session.selection().isRecording; }

bool NoteInput::mayWrite (const Selection& now) const
{
    if (now.cursor.part == CellPart::effect)
        return false;

    // Who plays along while the view goes with the song does not mean the line that the cursor was left at.
    const auto plays = session.player().position().isPlaying;
    return plays ? now.isRecording || (now.isEditing && ! now.follows) : now.isEditing;
}

/** A key that is pressed while the bars before the song are counted is not part of it, unless its nearest line is the first. */
bool NoteInput::isCountedIn() const
{
    const auto now = here (session);
    return session.player().position().countIn * linesPerBeatAt (session.project(), now.pattern, now.cursor.track) > 0.5;
}

NoteInput::Place NoteInput::placeNow() const
{
    const auto now = here (session);
    Place place { now.pattern, now.cursor };

    if (! isLive())
        return place;

    const auto position = session.player().position();

    if (session.project().patterns.contains (position.pattern))
        place.pattern = position.pattern;

    // Between two lines a note goes to the nearer one, unless the delay columns are open: then it stays where it was played.
    const auto rate = linesPerBeatAt (session.project(), place.pattern, now.cursor.track);
    const auto exact = static_cast<double> (position.inPattern.value) * rate / static_cast<double> (ticksPerBeat);
    const auto line = now.showsDelay ? std::floor (exact) : std::round (exact);
    const auto shown = linesShown (session.project(), place.pattern, now.cursor.track);
    const auto delay = now.showsDelay ? static_cast<int> ((exact - line) * 256) : 0;
    place.cursor.line = static_cast<int> (line) % std::max (1, shown);
    place.delay = delay == 0 ? Cell::empty : static_cast<std::uint8_t> (std::min (delay, Cell::empty - 1));
    return place;
}

int NoteInput::freeColumn (const PatternCursor& cursor) const
{
    const auto* track = session.project().tracks.find (cursor.track);
    const auto columns = track != nullptr ? track->noteColumns : 1;

    // Keys that are held at the same time stand side by side.
    for (int column = cursor.column; column < columns; ++column)
        if (std::none_of (held.begin(), held.end(), [&] (const auto& entry) { return entry.second.written && entry.second.written->cursor.column == column; }))
            return column;

    return cursor.column;
}

/** Beside the keys that are still held, on their line; nothing when there are none, or no column is left. */
std::optional<NoteInput::Place> NoteInput::placeInChord() const
{
    std::optional<Place> place;
    const auto now = here (session);

    for (const auto& [key, other] : held)
        if (other.written && ! other.isLive && other.written->pattern == now.pattern && other.written->cursor.track == now.cursor.track && (! place || other.written->cursor.column > place->cursor.column))
            place = other.written;

    const auto* track = session.project().tracks.find (now.cursor.track);

    if (! place || track == nullptr || place->cursor.column + 1 >= track->noteColumns || isLive())
        return {};

    ++place->cursor.column;
    return place;
}

void NoteInput::write (const Place& place, const Cell& cell)
{
    session.edit ("write " + keyName (cell.key), [&] (Project& project) { writeNote (project, place.pattern, place.cursor, cell); });
}

void NoteInput::goOn()
{
    if (! isLive())
        session.select ([&] (Selection& selection) {
            selection = advanced (session.project(), here (session), selection.editStep);
            selection.block.reset();
        });
}

void NoteInput::press (int key, std::optional<double> velocity, bool writes)
{
    if (key < 0 || key > key::highest || held.contains (key))
        return;

    const auto now = here (session);
    Held pressed;
    pressed.isLive = isLive();
    pressed.note = session.player().startNote (now.cursor.track, now.instrument, key + 12, velocity.value_or (1));

    if (writes && mayWrite (now) && ! isCountedIn())
    {
        const auto chord = placeInChord();
        auto place = chord.value_or (placeNow());
        place.cursor.part = CellPart::note;
        place.cursor.column = chord ? place.cursor.column : freeColumn (place.cursor);
        Cell cell { static_cast<std::uint8_t> (key), now.instrument };
        cell.delay = place.delay;

        if (velocity)
            cell.volume = static_cast<std::uint8_t> (std::lround (std::clamp (*velocity, 0.0, 1.0) * fullVolume));

        write (place, cell);
        pressed.written = place;

        // The cursor has left the line of a chord with its first note.
        if (! chord)
            goOn();
    }

    held.emplace (key, pressed);
}

void NoteInput::writeRelease (const Held& released)
{
    const auto now = placeNow();

    if (! released.written || ! released.isLive || ! isLive())
        return;

    auto place = *released.written;
    place.pattern = now.pattern;
    place.cursor.line = now.cursor.line;
    place.delay = now.delay;

    if (cellAt (session.project(), place.pattern, place.cursor).isEmpty())
    {
        Cell end;
        end.key = key::off;
        end.delay = place.delay;
        session.edit ("write OFF", [&] (Project& project) { writeNote (project, place.pattern, place.cursor, end); });
    }
}

void NoteInput::release (int key)
{
    const auto found = held.find (key);

    if (found == held.end())
        return;

    const auto released = found->second;
    held.erase (found);
    session.player().stopNote (released.note);
    writeRelease (released);
}

void NoteInput::releaseAll()
{
    while (! held.empty())
        release (held.begin()->first);
}

void NoteInput::writeEnd (std::uint8_t end)
{
    const auto now = here (session);

    if (! mayWrite (now))
        return;

    auto place = placeNow();
    place.cursor.part = CellPart::note;
    Cell cell;
    cell.key = end;
    cell.delay = place.delay;
    write (place, cell);
    goOn();
}

} // namespace athanor
