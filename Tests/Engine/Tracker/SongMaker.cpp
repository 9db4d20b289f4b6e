// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/SongMaker.h"

#include <algorithm>
#include <sstream>

namespace athanor
{

SongMaker::SongMaker()
{
    project.assets.put ("sound", { "sound", 8363, 1, 65536, {} });
    instrument = addInstrument();
}

InstrumentId SongMaker::addInstrument (NewNoteAction action)
{
    const InstrumentId id { ++lastId };
    Instrument made;
    made.number = static_cast<int> (project.instruments.size()) + 1;
    made.newNoteAction = action;
    Zone zone;
    zone.sound = "sound";
    made.zones.put ({ 1 }, zone);
    project.instruments.put (id, made);
    return id;
}

TrackId SongMaker::addTrack()
{
    const TrackId id { ++lastId };
    Track track;
    track.order = static_cast<double> (project.tracks.size());
    track.instrument = instrument;
    project.tracks.put (id, track);
    return id;
}

ClipId SongMaker::addClip (int lines, Dialect dialect)
{
    const ClipId id { ++lastId };
    Clip clip;
    clip.lines = lines;
    clip.dialect = dialect;
    project.clips.put (id, clip);
    return id;
}

SlotId SongMaker::addSlot (const std::vector<ClipId>& clips)
{
    std::vector<std::pair<double, TrackId>> tracks;

    for (const auto& [id, track] : project.tracks)
        tracks.emplace_back (track->order, id);

    std::sort (tracks.begin(), tracks.end());
    Pattern pattern;
    const auto& first = *project.clips.find (clips.front());
    pattern.length = Ticks (first.lines * ticksPerBeat / first.linesPerBeat);

    for (std::size_t i = 0; i < clips.size(); ++i)
        pattern.clips.put (tracks[i].second, clips[i]);

    const PatternId patternId { ++lastId };
    const SlotId slotId { ++lastId };
    project.patterns.put (patternId, pattern);
    project.sequence.put (slotId, { patternId, static_cast<double> (project.sequence.size()), "", {} });
    return slotId;
}

SongMaker& SongMaker::note (ClipId clip, int line, std::string_view text, int column)
{
    std::istringstream words { std::string (text) };
    std::string keyText, instrumentText, volume, panning, delay;
    words >> keyText >> instrumentText >> volume >> panning >> delay;
    Cell cell;
    cell.key = parseKey (keyText).value();

    if (! instrumentText.empty() && instrumentText != "..")
        for (const auto& [id, candidate] : project.instruments)
            if (candidate->number == std::stoi (instrumentText, nullptr, 16))
                cell.instrument = id;

    const auto read = [] (const std::string& word, std::uint8_t& into) {
        if (! word.empty() && word != "..")
            into = static_cast<std::uint8_t> (std::stoi (word, nullptr, 16));
    };

    if (! volume.empty() && ! std::isxdigit (volume[0]) && volume[0] != '.') // a letter and a value: an effect in the volume column
    {
        cell.volumeEffect = static_cast<std::uint8_t> (volume[0]);
        volume.erase (0, 1);
    }

    if (volume.size() > 2 && volume[0] == '\'') // the same for letters that are also digits
        volume.erase (0, 1);

    read (volume, cell.volume);
    read (panning, cell.panning);
    read (delay, cell.delay);
    project.clips.edit (clip).notes.put ({ line, column }, cell);
    return *this;
}

SongMaker& SongMaker::commands (ClipId clip, int line, std::string_view text)
{
    std::istringstream words { std::string (text) };
    int column = 0;

    for (std::string word; words >> word; ++column)
        project.clips.edit (clip).effects.put ({ line, column }, parseEffect (word).value());

    return *this;
}

OneTrack::OneTrack (int lines, Dialect dialect)
{
    track = addTrack();
    clip = addClip (lines, dialect);
    slot = addSlot ({ clip });
}

OneTrack& OneTrack::note (int line, std::string_view text, int column)
{
    SongMaker::note (clip, line, text, column);
    return *this;
}

OneTrack& OneTrack::commands (int line, std::string_view text)
{
    SongMaker::commands (clip, line, text);
    return *this;
}

std::vector<ScoreEvent> eventsOf (const Score& score, ScoreEvent::Kind kind)
{
    std::vector<ScoreEvent> events;

    for (const auto& event : score.events)
        if (event.kind == kind)
            events.push_back (event);

    return events;
}

std::vector<double> timesOf (const Score& score, ScoreEvent::Kind kind)
{
    std::vector<double> times;

    for (const auto& event : eventsOf (score, kind))
        times.push_back (event.time);

    return times;
}

Heard heardAt (const Score& score, double time, int column, TrackId track)
{
    using Kind = ScoreEvent::Kind;
    Heard from, to;
    double start = 0, glide = 0;

    const auto at = [&] (double t) {
        const auto way = glide > 0 ? std::clamp ((t - start) / glide, 0.0, 1.0) : 1.0;
        auto heard = to;
        heard.pitch = from.pitch + way * (to.pitch - from.pitch);
        heard.volume = from.volume + way * (to.volume - from.volume);
        heard.panning = from.panning + way * (to.panning - from.panning);
        return heard;
    };

    for (const auto& event : score.events)
    {
        const auto isMine = event.column == column && (! track || event.track == track);

        if (! isMine || event.time > time)
            continue;

        if (event.kind == Kind::noteEnd && event.note == to.note)
            to.isSounding = to.isSounding && event.end != NoteEnd::cut;

        if (event.kind == Kind::noteStart || (event.kind == Kind::noteShape && event.note == to.note))
        {
            from = at (event.time);
            to = { event.pitch, event.volume, event.panning, event.kind == Kind::noteStart || to.isSounding, event.note };
            from = event.kind == Kind::noteStart ? to : from;
            start = event.time;
            glide = event.glide;
        }
    }

    return at (time);
}

} // namespace athanor
