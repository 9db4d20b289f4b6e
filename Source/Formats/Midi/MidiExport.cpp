// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Midi/MidiExport.h"

#include "Formats/Midi/GeneralMidi.h"
#include "Formats/Midi/MidiFile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace athanor
{

namespace
{
constexpr int division = 960;
constexpr std::size_t mostNotes = 1'000'000;

std::int64_t midiTick (Ticks time)
{
    constexpr auto step = ticksPerBeat / division;
    return (time.value + step / 2) / step;
}

std::vector<const Slot*> slotsInOrder (const Project& project)
{
    std::vector<const Slot*> slots;

    for (const auto& [id, slot] : project.sequence)
        slots.push_back (&*slot);

    std::stable_sort (slots.begin(), slots.end(), [] (const Slot* a, const Slot* b) { return a->order < b->order; });
    return slots;
}

/** A clip in a tracker's dialect has as many lines to a beat as its speed gives it. */
std::int64_t lineLength (const Project& project, const Clip& clip)
{
    return clip.dialect == Dialect::athanor ? ticksPerBeat / std::max (clip.linesPerBeat, 1) : ticksPerBeat / 24 * std::max (project.initialSpeed, 1);
}

int velocityOf (const Cell& cell, Dialect dialect)
{
    if (cell.volume == Cell::empty || cell.volumeEffect != 0)
        return 100;

    const auto full = dialect == Dialect::athanor ? 128 : 64;
    return std::clamp ((cell.volume * 127 + full / 2) / full, 1, 127);
}

/** Gathers the events of one track while its clips are read from the first to the last. */
class TrackWriter
{
public:
    TrackWriter (const Project& p, const Track& t, int midiChannel) : project (p), source (t), channel (midiChannel)
    {
        track.metas.push_back ({ 0, midi::nameMeta, t.name });
    }

    void addClip (const Clip& clip, Ticks start, Ticks length)
    {
        const auto line = lineLength (project, clip);
        const auto clipLength = line * std::max (clip.lines, 1);

        // A clip that is shorter than its pattern starts again.
        for (std::int64_t round = 0; round < length.value && noteCount < mostNotes; round += clipLength)
            for (const auto& [at, cell] : clip.notes)
            {
                const auto inside = round + at.line * line + (cell->delay == Cell::empty ? 0 : cell->delay * line / 256);

                if (inside < length.value)
                    addCell (*cell, clip.dialect, at.column, start + Ticks (inside));
            }
    }

    midi::Track finish (Ticks end)
    {
        for (auto& [column, key] : sounding)
            put (end, 0x80, key, 64);

        std::stable_sort (track.events.begin(), track.events.end(), [] (const auto& a, const auto& b) { return std::pair (a.tick, ! a.isNoteOff()) < std::pair (b.tick, ! b.isNoteOff()); });
        track.length = midiTick (end);
        return std::move (track);
    }

private:
    void put (Ticks at, int kind, int a, int b)
    {
        track.events.push_back ({ midiTick (at), static_cast<std::uint8_t> (kind | channel), static_cast<std::uint8_t> (a), static_cast<std::uint8_t> (b) });
    }

    void addCell (const Cell& cell, Dialect dialect, int column, Ticks at)
    {
        if (cell.key == key::none)
            return;

        if (const auto found = sounding.find (column); found != sounding.end())
        {
            put (at, 0x80, found->second, 64);
            sounding.erase (found);
        }

        if (cell.key > key::highest)
            return;

        const auto midiKey = std::min (cell.key + (dialect == Dialect::it ? 0 : 12), 127); // IT calls middle C an octave higher
        setProgram (at, cell.instrument ? cell.instrument : source.instrument);
        put (at, 0x90, midiKey, velocityOf (cell, dialect));
        sounding[column] = midiKey;
        ++noteCount;
    }

    void setProgram (Ticks at, InstrumentId id)
    {
        const auto* instrument = project.instruments.find (id);
        const auto wanted = instrument != nullptr ? midi::programNamed (instrument->name) : std::nullopt;

        if (channel == 9 || ! wanted || *wanted == program)
            return;

        program = *wanted;
        put (at, 0xc0, program, 0);
    }

    const Project& project;
    const Track& source;
    const int channel;
    midi::Track track;
    std::map<int, int> sounding; ///< Key by column.
    int program = 0;
    std::size_t noteCount = 0;
};

std::string tempoData (double beatsPerMinute)
{
    const auto microseconds = static_cast<std::uint32_t> (std::lround (60e6 / std::clamp (beatsPerMinute, 20.0, 999.0)));
    return { static_cast<char> (static_cast<std::uint8_t> (microseconds >> 16)), static_cast<char> (static_cast<std::uint8_t> (microseconds >> 8)), static_cast<char> (static_cast<std::uint8_t> (microseconds)) };
}

std::string meterData (const Meter& meter)
{
    const auto power = std::clamp (static_cast<int> (std::lround (std::log2 (std::max (meter.beatUnit, 1)))), 0, 6);
    return { static_cast<char> (meter.beatsPerBar), static_cast<char> (power), 24, 8 };
}

midi::Track conductor (const Project& project, const std::vector<const Slot*>& slots, const std::vector<Ticks>& starts, Ticks end)
{
    midi::Track track;
    track.metas.push_back ({ 0, midi::nameMeta, project.title });

    if (! project.tempo.contains (Ticks()))
        track.metas.push_back ({ 0, midi::tempoMeta, tempoData (120) });

    for (const auto& [at, point] : project.tempo)
        if (at < end)
            track.metas.push_back ({ midiTick (at), midi::tempoMeta, tempoData (point->beatsPerMinute) });

    for (const auto& [at, meter] : project.meters)
        if (at < end)
            track.metas.push_back ({ midiTick (at), midi::meterMeta, meterData (*meter) });

    for (std::size_t i = 0; i < slots.size(); ++i)
        if (! slots[i]->section.empty())
            track.metas.push_back ({ midiTick (starts[i]), midi::markerMeta, slots[i]->section });

    std::stable_sort (track.metas.begin(), track.metas.end(), [] (const auto& a, const auto& b) { return a.tick < b.tick; });
    track.length = midiTick (end);
    return track;
}

/** The channel a track came in on, or the next one that is not the drums'. */
int channelFor (const Track& track, int number)
{
    constexpr std::array<int, 15> melodic { 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15 };
    const auto known = track.unknown.find ("midiChannel");
    const auto* channel = known != track.unknown.end() ? known->second.as<std::int64_t>() : nullptr;

    if (channel != nullptr && *channel >= 1 && *channel <= 16)
        return static_cast<int> (*channel) - 1;

    return melodic[static_cast<std::size_t> (number) % melodic.size()];
}

std::vector<std::pair<TrackId, const Track*>> noteTracks (const Project& project)
{
    std::vector<std::pair<TrackId, const Track*>> tracks;

    for (const auto& [id, track] : project.tracks)
        if (track->kind == TrackKind::note)
            tracks.emplace_back (id, &*track);

    std::stable_sort (tracks.begin(), tracks.end(), [] (const auto& a, const auto& b) { return a.second->order < b.second->order; });
    return tracks;
}
} // namespace

std::string exportMidi (const Project& project)
{
    const auto slots = slotsInOrder (project);
    std::vector<Ticks> starts;
    Ticks end;

    for (const auto* slot : slots)
    {
        const auto* pattern = project.patterns.find (slot->pattern);
        starts.push_back (end);
        end += pattern != nullptr ? pattern->length : Ticks();
    }

    midi::File file;
    file.division = division;
    file.tracks.push_back (conductor (project, slots, starts, end));

    for (const auto& [id, track] : noteTracks (project))
    {
        TrackWriter writer (project, *track, channelFor (*track, static_cast<int> (file.tracks.size()) - 1));

        for (std::size_t i = 0; i < slots.size(); ++i)
        {
            const auto* pattern = project.patterns.find (slots[i]->pattern);
            const auto* clipId = pattern != nullptr ? pattern->clips.find (id) : nullptr;
            const auto* clip = clipId != nullptr ? project.clips.find (*clipId) : nullptr;

            if (clip != nullptr)
                writer.addClip (*clip, starts[i], pattern->length);
        }

        file.tracks.push_back (writer.finish (end));
    }

    return midi::format (file);
}

} // namespace athanor
