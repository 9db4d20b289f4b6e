// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatternPlaces.h"

#include <algorithm>
#include <tuple>

namespace athanor
{

namespace
{
template <typename Id, typename Type, typename Rank>
std::vector<Id> inOrder (const Table<Id, Type>& table, Rank rank)
{
    std::vector<Id> ids;

    for (const auto& [id, value] : table)
        ids.push_back (id);

    std::stable_sort (ids.begin(), ids.end(), [&] (Id a, Id b) { return rank (*table.find (a)) < rank (*table.find (b)); });
    return ids;
}

constexpr int usualLinesPerBeat = 4;
} // namespace

std::vector<TrackId> tracksInOrder (const Project& project)
{
    return inOrder (project.tracks, [] (const Track& track) { return std::tuple (track.kind == TrackKind::master, track.order); });
}

std::vector<SlotId> slotsInOrder (const Project& project)
{
    return inOrder (project.sequence, [] (const Slot& slot) { return slot.order; });
}

std::vector<InstrumentId> instrumentsInOrder (const Project& project)
{
    return inOrder (project.instruments, [] (const Instrument& instrument) { return instrument.number; });
}

std::vector<TrackId> patternTracks (const Project& project)
{
    auto tracks = tracksInOrder (project);
    std::erase_if (tracks, [&] (TrackId id) { return project.tracks.find (id)->kind != TrackKind::note; });
    return tracks;
}

const Clip* clipAt (const Project& project, PatternId patternId, TrackId track)
{
    const auto* pattern = project.patterns.find (patternId);
    const auto* clip = pattern != nullptr ? pattern->clips.find (track) : nullptr;
    return clip != nullptr ? project.clips.find (*clip) : nullptr;
}

int linesPerBeatAt (const Project& project, PatternId patternId, TrackId track)
{
    if (const auto* clip = clipAt (project, patternId, track))
        return std::clamp (clip->linesPerBeat, 1, 96);

    if (const auto* pattern = project.patterns.find (patternId))
        for (const auto& [other, clipId] : pattern->clips)
            if (const auto* clip = project.clips.find (*clipId))
                return std::clamp (clip->linesPerBeat, 1, 96);

    return usualLinesPerBeat;
}

int linesShown (const Project& project, PatternId patternId, TrackId track)
{
    const auto* pattern = project.patterns.find (patternId);

    if (pattern == nullptr)
        return 0;

    const auto rate = linesPerBeatAt (project, patternId, track);
    return std::max (1, lineAtTime (pattern->length - Ticks (1), rate) + 1);
}

Ticks timeOfLine (int line, int linesPerBeat) { return Ticks (ticksPerBeat * line / linesPerBeat); }

int lineAtTime (Ticks time, int linesPerBeat)
{
    // A time that was rounded down when it was made from a line still belongs to that line.
    auto line = static_cast<int> (time.value * linesPerBeat / ticksPerBeat);
    return timeOfLine (line + 1, linesPerBeat) <= time ? line + 1 : line;
}

Ticks startOfSlot (const Project& project, SlotId wanted)
{
    Ticks time;

    for (const auto id : slotsInOrder (project))
    {
        if (id == wanted)
            return time;

        if (const auto* pattern = project.patterns.find (project.sequence.find (id)->pattern))
            time += pattern->length;
    }

    return time;
}

int digitsOf (CellPart part) { return part == CellPart::note ? 1 : part == CellPart::effect ? 4
                                                                                            : 2; }

std::vector<Strip> stripsOf (const Project& project, TrackId id)
{
    std::vector<Strip> strips;

    if (const auto* track = project.tracks.find (id))
    {
        for (int column = 0; column < track->noteColumns; ++column)
            for (const auto part : { CellPart::note, CellPart::instrument, CellPart::volume, CellPart::panning, CellPart::delay })
                strips.push_back ({ id, part, column });

        for (int column = 0; column < track->effectColumns; ++column)
            strips.push_back ({ id, CellPart::effect, column });
    }

    return strips;
}

std::vector<Strip> stripsOf (const Project& project)
{
    std::vector<Strip> strips;

    for (const auto track : patternTracks (project))
        for (const auto& strip : stripsOf (project, track))
            strips.push_back (strip);

    return strips;
}

bool BlockArea::contains (const Strip& strip, Ticks time) const
{
    return start <= time && time < end && std::find (strips.begin(), strips.end(), strip) != strips.end();
}

BlockArea areaOf (const Project& project, PatternId pattern, const PatternBlock& block)
{
    BlockArea area;
    const auto all = stripsOf (project);
    const auto at = [&] (const PatternCursor& cursor) {
        return std::find (all.begin(), all.end(), Strip { cursor.track, cursor.part, cursor.column });
    };

    auto first = at (block.from), last = at (block.to);

    if (first == all.end() || last == all.end())
        return area;

    if (first > last)
        std::swap (first, last);

    area.strips.assign (first, last + 1);

    const auto fromRate = linesPerBeatAt (project, pattern, block.from.track);
    const auto toRate = linesPerBeatAt (project, pattern, block.to.track);
    area.start = std::min (timeOfLine (block.from.line, fromRate), timeOfLine (block.to.line, toRate));
    area.end = std::max (timeOfLine (block.from.line + 1, fromRate), timeOfLine (block.to.line + 1, toRate));
    return area;
}

std::pair<int, int> linesIn (const BlockArea& area, int linesPerBeat)
{
    auto first = lineAtTime (area.start, linesPerBeat), end = lineAtTime (area.end, linesPerBeat);

    if (timeOfLine (first, linesPerBeat) < area.start)
        ++first;

    if (timeOfLine (end, linesPerBeat) < area.end)
        ++end;

    return { first, std::max (first, end) };
}

namespace
{
void settleCursor (const Project& project, Selection& selection)
{
    auto& cursor = selection.cursor;
    const auto tracks = patternTracks (project);

    if (! project.tracks.contains (cursor.track))
        cursor = { .track = tracks.empty() ? TrackId {} : tracks.front(), .line = cursor.line };

    const auto strips = stripsOf (project, cursor.track);

    if (std::find (strips.begin(), strips.end(), Strip { cursor.track, cursor.part, cursor.column }) == strips.end())
    {
        cursor.part = CellPart::note;
        cursor.column = 0;
    }

    cursor.digit = std::clamp (cursor.digit, 0, digitsOf (cursor.part) - 1);
    cursor.line = std::clamp (cursor.line, 0, std::max (0, linesShown (project, selection.pattern, cursor.track) - 1));
}
} // namespace

Selection settled (const Project& project, Selection selection)
{
    const auto* slot = project.sequence.find (selection.slot);

    if (slot == nullptr)
    {
        const auto slots = slotsInOrder (project);
        selection.slot = slots.empty() ? SlotId {} : slots.front();
        slot = project.sequence.find (selection.slot);
    }

    if (slot != nullptr)
        selection.pattern = slot->pattern;
    else if (! project.patterns.contains (selection.pattern))
        selection.pattern = project.patterns.empty() ? PatternId {} : project.patterns.begin()->first;

    if (! project.instruments.contains (selection.instrument))
    {
        const auto instruments = instrumentsInOrder (project);
        selection.instrument = instruments.empty() ? InstrumentId {} : instruments.front();
    }

    settleCursor (project, selection);

    if (selection.block && areaOf (project, selection.pattern, *selection.block).strips.empty())
        selection.block.reset();

    return selection;
}

} // namespace athanor
