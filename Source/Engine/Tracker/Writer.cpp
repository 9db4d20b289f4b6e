// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Writer.h"

#include <algorithm>
#include <numeric>

namespace athanor
{

namespace
{
/** Ends make room before starts; what belongs to a note comes before its end and after its start. */
std::uint32_t rankOf (ScoreEvent::Kind kind, bool isOfNewNote)
{
    using Kind = ScoreEvent::Kind;

    if (kind == Kind::noteOffset || kind == Kind::noteShape)
        return isOfNewNote ? 4 : 0;

    return kind == Kind::noteEnd ? 1 : kind == Kind::noteStart ? 3
                                                               : 2;
}
} // namespace

Writer::Writer (std::vector<TrackId> t) : tracks (std::move (t)), notes (1), foreground (tracks.size()), volumes (tracks.size() + 1, 1.0) {}

Writer::Entry& Writer::add (Ticks at, ScoreEvent::Kind kind, int track, int column, bool isOfNewNote)
{
    const auto order = static_cast<std::uint32_t> (track + 1) << 8 | static_cast<std::uint32_t> (column);
    auto& entry = entries.emplace_back();
    entry.at = at;
    entry.rank = rankOf (kind, isOfNewNote) << 28 | order;
    entry.kind = kind;
    entry.track = static_cast<std::int16_t> (track);
    entry.column = static_cast<std::uint8_t> (column);
    return entry;
}

Writer::Entry& Writer::addFor (Ticks at, ScoreEvent::Kind kind, Note note)
{
    const auto& state = notes[note];
    auto& entry = add (at, kind, state.track, state.column, at == state.start);
    entry.note = note;
    entry.shape = state.shape;
    return entry;
}

void Writer::begin (Entry& entry, const Beginning& beginning)
{
    entry.more = static_cast<std::uint32_t> (beginnings.size());
    beginnings.push_back (beginning);
}

Writer::Note* Writer::place (int track, int column) noexcept
{
    const auto isPlace = track >= 0 && track < static_cast<int> (foreground.size()) && column >= 0 && column < columns;
    return isPlace ? &foreground[static_cast<std::size_t> (track)][static_cast<std::size_t> (column)] : nullptr;
}

Writer::Note Writer::soundingIn (int track, int column) const noexcept
{
    const auto* note = const_cast<Writer*> (this)->place (track, column);
    return note != nullptr && notes[*note].ended != NoteEnd::cut ? *note : 0;
}

Writer::Note Writer::start (Ticks at, const NoteStart& start)
{
    auto* column = place (start.track, start.column);

    if (isSkipping || isFull() || column == nullptr)
        return 0;

    const auto note = static_cast<Note> (notes.size());
    notes.push_back ({ start.shape, at, start.track, start.column, start.instrument, {} });
    *column = note;
    begin (addFor (at, ScoreEvent::Kind::noteStart, note), { start.velocity, start.offset, start.key, start.isBackward });

    if (start.shape.pitch != start.key)
        addFor (at, ScoreEvent::Kind::noteShape, note);

    return note;
}

void Writer::shape (Ticks at, Note note, const NoteShape& to, Ticks glide)
{
    if (note == 0 || notes[note].shape == to || notes[note].ended == NoteEnd::cut || isFull())
        return;

    notes[note].shape = to;
    addFor (at, ScoreEvent::Kind::noteShape, note).glide = glide;
}

void Writer::turn (Ticks at, Note note, double pitch, double panning) { shape (at, note, { pitch, notes[note].shape.volume, panning }); }

void Writer::offset (Ticks at, Note note, double frames, bool isBackward)
{
    if (note == 0 || notes[note].ended == NoteEnd::cut || isFull())
        return;

    begin (addFor (at, ScoreEvent::Kind::noteOffset, note), { 1, frames, 60, isBackward });
}

void Writer::end (Ticks at, Note note, NoteEnd how)
{
    if (note == 0 || notes[note].ended == NoteEnd::cut || notes[note].ended == how)
        return;

    // A note that ends where it starts must not end before it starts: it lives for the shortest time there is.
    const auto& state = notes[note];
    addFor (std::max (at, state.start + Ticks (1)), ScoreEvent::Kind::noteEnd, note).more = static_cast<std::uint32_t> (how);
    notes[note].ended = how;
}

void Writer::setVolume (Ticks at, int track, double volume)
{
    auto& known = track == song ? volumes.back() : volumes[static_cast<std::size_t> (track)];

    if (known == volume || isFull())
        return;

    known = volume;

    if (! isSkipping)
        add (at, track == song ? ScoreEvent::Kind::songVolume : ScoreEvent::Kind::trackVolume, track, 0).shape.volume = volume;
}

void Writer::setMacro (Ticks at, int track, int number, double value)
{
    macros[{ track, number }] = value;

    if (! isSkipping && ! isFull())
        add (at, ScoreEvent::Kind::macro, track, number).shape.volume = value;
}

void Writer::begin (Ticks at)
{
    isSkipping = false;

    for (int track = song; track < static_cast<int> (tracks.size()); ++track)
    {
        const auto volume = std::exchange (track == song ? volumes.back() : volumes[static_cast<std::size_t> (track)], 1.0);
        setVolume (at, track, volume);
    }

    for (const auto& [which, value] : std::exchange (macros, {}))
        setMacro (at, which.first, which.second, value);
}

ScoreEvent Writer::eventOf (const Entry& entry) const
{
    ScoreEvent event;
    event.kind = entry.kind;
    event.track = entry.track == song ? TrackId {} : tracks[static_cast<std::size_t> (entry.track)];
    event.column = entry.column;
    event.note = entry.note;
    event.instrument = notes[entry.note].instrument;
    event.pitch = entry.shape.pitch;
    event.volume = entry.shape.volume;
    event.panning = entry.shape.panning;

    if (entry.kind == ScoreEvent::Kind::noteEnd)
        event.end = static_cast<NoteEnd> (entry.more);
    else if (entry.kind == ScoreEvent::Kind::noteStart || entry.kind == ScoreEvent::Kind::noteOffset)
    {
        const auto& beginning = beginnings[entry.more];
        event.velocity = beginning.velocity;
        event.offset = beginning.offset;
        event.isBackward = beginning.isBackward;
        event.pitch = entry.kind == ScoreEvent::Kind::noteStart ? beginning.key : event.pitch;
    }

    return event;
}

void Writer::finish (const Timeline& timeline, Ticks origin, Score& score)
{
    std::vector<std::uint32_t> order (entries.size());
    std::iota (order.begin(), order.end(), 0u);

    // What was said first comes first where all else is equal.
    std::sort (order.begin(), order.end(), [this] (std::uint32_t left, std::uint32_t right) {
        const auto &a = entries[left], &b = entries[right];
        return a.at != b.at ? a.at < b.at : a.rank != b.rank ? a.rank < b.rank
                                                             : left < right;
    });

    score.events.clear();
    score.events.reserve (entries.size());
    score.noteCount = static_cast<std::uint32_t> (notes.size());

    for (const auto index : order)
    {
        const auto& entry = entries[index];
        auto& event = score.events.emplace_back (eventOf (entry));
        event.time = timeline.secondsAt (entry.at - origin);

        if (entry.glide > Ticks (0))
            event.glide = secondsOf (entry.glide, timeline.tempoAt (entry.at - origin));
    }

    entries.clear();
}

} // namespace athanor
