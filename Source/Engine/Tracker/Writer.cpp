// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Writer.h"

#include <algorithm>

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

ScoreEvent& Writer::add (Ticks at, ScoreEvent::Kind kind, int track, int column, bool isOfNewNote)
{
    const auto order = static_cast<std::uint32_t> (track + 1) << 8 | static_cast<std::uint32_t> (column);
    stamps.push_back ({ at, Ticks (0), rankOf (kind, isOfNewNote) << 28 | order, static_cast<std::uint32_t> (events.size()) });
    auto& event = events.emplace_back();
    event.kind = kind;
    event.track = track == song ? TrackId {} : tracks[static_cast<std::size_t> (track)];
    event.column = column;
    return event;
}

ScoreEvent& Writer::addFor (Ticks at, ScoreEvent::Kind kind, Note note, Ticks glide)
{
    const auto& state = notes[note];
    auto& event = add (at, kind, state.track, state.column, at == state.start);
    stamps.back().glide = glide;
    event.note = note;
    event.instrument = state.instrument;
    event.pitch = state.shape.pitch;
    event.volume = state.shape.volume;
    event.panning = state.shape.panning;
    return event;
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
    auto& event = addFor (at, ScoreEvent::Kind::noteStart, note);
    event.pitch = start.key;
    event.velocity = start.velocity;
    event.offset = start.offset;
    event.isBackward = start.isBackward;

    if (start.shape.pitch != start.key)
        addFor (at, ScoreEvent::Kind::noteShape, note);

    return note;
}

void Writer::shape (Ticks at, Note note, const NoteShape& to, Ticks glide)
{
    if (note == 0 || notes[note].shape == to || notes[note].ended == NoteEnd::cut || isFull())
        return;

    notes[note].shape = to;
    addFor (at, ScoreEvent::Kind::noteShape, note, glide);
}

void Writer::offset (Ticks at, Note note, double frames, bool isBackward)
{
    if (note == 0 || notes[note].ended == NoteEnd::cut || isFull())
        return;

    auto& event = addFor (at, ScoreEvent::Kind::noteOffset, note);
    event.offset = frames;
    event.isBackward = isBackward;
}

void Writer::end (Ticks at, Note note, NoteEnd how)
{
    if (note == 0 || notes[note].ended == NoteEnd::cut || notes[note].ended == how)
        return;

    // A note that ends where it starts must not end before it starts: it lives for the shortest time there is.
    const auto& state = notes[note];
    addFor (std::max (at, state.start + Ticks (1)), ScoreEvent::Kind::noteEnd, note).end = how;
    notes[note].ended = how;
}

void Writer::setVolume (Ticks at, int track, double volume)
{
    auto& known = track == song ? volumes.back() : volumes[static_cast<std::size_t> (track)];

    if (known == volume || isFull())
        return;

    known = volume;

    if (! isSkipping)
        add (at, track == song ? ScoreEvent::Kind::songVolume : ScoreEvent::Kind::trackVolume, track, 0).volume = volume;
}

void Writer::setMacro (Ticks at, int track, int number, double value)
{
    macros[{ track, number }] = value;

    if (! isSkipping && ! isFull())
        add (at, ScoreEvent::Kind::macro, track, number).volume = value;
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

void Writer::finish (const Timeline& timeline, Ticks origin, Score& score)
{
    const auto isEarlier = [] (const Stamp& a, const Stamp& b) { return a.at != b.at ? a.at < b.at : a.rank < b.rank; };

    if (! std::is_sorted (stamps.begin(), stamps.end(), isEarlier))
        std::stable_sort (stamps.begin(), stamps.end(), isEarlier);

    score.events.clear();
    score.events.reserve (events.size());
    score.noteCount = static_cast<std::uint32_t> (notes.size());

    for (const auto& stamp : stamps)
    {
        auto& event = score.events.emplace_back (std::move (events[stamp.index]));
        event.time = timeline.secondsAt (stamp.at - origin);

        if (stamp.glide > Ticks (0))
            event.glide = secondsOf (stamp.glide, timeline.tempoAt (stamp.at - origin));
    }

    events.clear();
    stamps.clear();
}

} // namespace athanor
