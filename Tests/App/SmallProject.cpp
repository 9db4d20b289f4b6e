// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/SmallProject.h"

namespace athanor
{

SmallProject::SmallProject()
    : left (newId<TrackId>()), right (newId<TrackId>()), master (newId<TrackId>()), pattern (newId<PatternId>()), slot (newId<SlotId>()), piano (newId<InstrumentId>()), bass (newId<InstrumentId>())
{
    const auto addTrack = [this] (TrackId id, TrackKind kind, double order, const char* name) {
        Track track;
        track.kind = kind;
        track.order = order;
        track.name = name;
        project.tracks.put (id, track);
    };

    addTrack (master, TrackKind::master, 0, "Master");
    addTrack (left, TrackKind::note, 1, "Left");
    addTrack (right, TrackKind::note, 2, "Right");

    const auto addInstrument = [this] (InstrumentId id, int number) {
        Instrument instrument;
        instrument.number = number;
        project.instruments.put (id, instrument);
    };

    addInstrument (piano, 1);
    addInstrument (bass, 0x12);

    Pattern made;
    made.length = beats (4);

    for (const auto& [track, rate] : { std::pair { left, 4 }, std::pair { right, 3 } })
    {
        Clip clip;
        clip.lines = 4 * rate;
        clip.linesPerBeat = rate;
        const auto id = newId<ClipId>();
        project.clips.put (id, clip);
        made.clips.put (track, id);
    }

    project.patterns.put (pattern, made);
    Slot step;
    step.pattern = pattern;
    project.sequence.put (slot, step);
}

void SmallProject::put (TrackId track, int line, std::uint8_t key)
{
    Cell note;
    note.key = key;
    note.instrument = piano;
    writeNote (project, pattern, at (track, line), note);
}

BlockArea SmallProject::block (TrackId from, int first, TrackId to, int last) const
{
    return areaOf (project, pattern, { at (from, first), at (to, last, CellPart::effect) });
}

} // namespace athanor
