// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Midi/MidiImport.h"

#include "Core/Hash.h"
#include "Formats/ContentIds.h"
#include "Formats/Json.h"
#include "Formats/Midi/GeneralMidi.h"
#include "Formats/Midi/MidiGrid.h"
#include "Model/Pieces.h"
#include "Model/Sanitise.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace athanor
{

namespace
{
using namespace midi;

class Converter
{
public:
    Converter (Music m, std::uint64_t seed, ImportReport r) : music (std::move (m)), stretches (music.meters, music.end), ids { seed }, report (std::move (r)) {}

    Imported convert()
    {
        addHead();
        std::map<int, athanor::Pattern> patterns;
        auto number = 0;

        for (const auto& part : music.parts)
            addPart (part, ++number, patterns);

        addMaster (number + 1);
        addSequence (patterns);

        if (! music.parts.empty())
            report.add ("Each instrument is a simple patch that stands in for the one that the file names by number.", "A MIDI file holds no sounds.");

        sanitise (result.project);
        result.report = std::move (report);
        result.format = "Standard MIDI File";
        return std::move (result);
    }

private:
    void addHead()
    {
        auto& project = result.project;
        project.title = music.title;
        project.notes = music.words;
        project.masterGain = -6; // many parts at once
        project.tempo.put (Ticks(), { 120, {} });

        if (! music.copyright.empty())
            project.notes = music.copyright + (project.notes.empty() ? "" : "\n\n") + project.notes;

        for (const auto& [at, tempo] : music.tempo)
            project.tempo.put (at, { tempo, {} });

        for (const auto& [at, meter] : music.meters)
            project.meters.put (at, { meter.first, meter.second, {} });
    }

    InstrumentId instrumentOf (int number, athanor::Instrument instrument)
    {
        const auto id = ids.make<InstrumentId> (1, static_cast<std::uint64_t> (number));

        if (! result.project.instruments.contains (id))
        {
            instrument.number = static_cast<int> (result.project.instruments.size()) + 1;
            result.project.instruments.put (id, std::move (instrument));
        }

        return id;
    }

    InstrumentId instrumentOf (const Part& part, const Note& note)
    {
        const auto number = part.isDrums() ? 128 + static_cast<int> (drumOf (note.key)) : note.program;

        if (const auto known = instruments.find (number); known != instruments.end())
            return known->second;

        return instruments[number] = instrumentOf (number, part.isDrums() ? instrumentFor (drumOf (note.key)) : instrumentFor (note.program));
    }

    std::string nameOf (const Part& part) const
    {
        const auto isOnlyOne = std::count_if (music.parts.begin(), music.parts.end(), [&] (const Part& other) { return other.trackNumber == part.trackNumber; }) == 1;
        const auto own = part.isDrums() ? std::string ("Drums") : std::string (programName (part.notes.front().program));

        if (part.name.empty())
            return own;

        return isOnlyOne ? part.name : part.name + ": " + own;
    }

    void addPart (const Part& part, int number, std::map<int, athanor::Pattern>& patterns)
    {
        const auto id = ids.make<TrackId> (2, static_cast<std::uint64_t> (number));
        Grid grid (stretches, linesPerBeatFor (part.notes));
        auto clips = grid.clips (
            part, [&] (const Note& note) { return instrumentOf (part, note); }, report);

        athanor::Track track;
        track.name = nameOf (part);
        track.colour = number % 16;
        track.order = number;
        track.noteColumns = std::max (grid.columnCount(), 1);
        track.unknown.emplace ("midiChannel", part.channel + 1);
        track.instrument = part.isDrums() ? InstrumentId() : instrumentOf (part, part.notes.front());
        addMix (part, grid, track, clips);

        for (auto& [pattern, clip] : clips)
            patterns[pattern].clips.put (id, shared (std::move (clip)));

        result.project.tracks.put (id, std::move (track));
    }

    /** Clips with the same content are one. */
    ClipId shared (Clip clip)
    {
        const auto [found, isNew] = clipIds.try_emplace (contentHash (formatJson (toValue (clip), JsonLayout::oneLine)));

        if (isNew)
        {
            found->second = ids.make<ClipId> (3, clipIds.size());
            result.project.clips.put (found->second, std::move (clip));
        }

        return found->second;
    }

    /** General MIDI's volume is a square law. */
    static double gain (int volume, int expression) { return std::pow (volume / 127.0 * expression / 127.0, 2); }

    void addMix (const Part& part, const Grid& grid, athanor::Track& track, std::map<int, Clip>& clips)
    {
        const auto firstNote = part.notes.front().start;
        const auto initial = [&] (const std::vector<Turn>& turns, int otherwise) {
            for (const auto& turn : turns)
                if (turn.at <= firstNote)
                    otherwise = turn.value;

            return otherwise;
        };

        auto volume = initial (part.volume, 100), expression = initial (part.expression, 127);
        const auto start = std::max (gain (volume, expression), 1e-4);
        track.volume = 20 * std::log10 (start);
        std::map<Ticks, std::pair<bool, int>> turns; // whether it is expression, and the value

        for (const auto& turn : part.volume)
            turns[turn.at] = { false, turn.value };

        for (const auto& turn : part.expression)
            turns[turn.at] = { true, turn.value };

        for (const auto& [at, turn] : turns)
            if (at > firstNote)
            {
                (turn.first ? expression : volume) = turn.second;
                putCommand (at, 'L', static_cast<int> (std::lround (180 * gain (volume, expression) / start)), 0, grid, track, clips);
            }

        addPanning (part, initial (part.panning, 64), grid, track, clips);
    }

    void addPanning (const Part& part, int initial, const Grid& grid, athanor::Track& track, std::map<int, Clip>& clips)
    {
        const auto moves = std::any_of (part.panning.begin(), part.panning.end(), [&] (const Turn& turn) { return turn.at > part.notes.front().start; });

        if (! moves)
        {
            track.panning = std::clamp ((initial - 64) / 63.0, -1.0, 1.0);
            return;
        }

        putCommand (part.notes.front().start, 'P', initial * 2, 1, grid, track, clips);

        for (const auto& turn : part.panning)
            if (turn.at > part.notes.front().start)
                putCommand (turn.at, 'P', turn.value * 2, 1, grid, track, clips);
    }

    /** Of several on a line the last counts. */
    void putCommand (Ticks at, char letter, int value, int column, const Grid& grid, athanor::Track& track, std::map<int, Clip>& clips)
    {
        if (at >= stretches.end (stretches.size() - 1))
            return;

        const auto spot = grid.spotAt (at);
        track.effectColumns = std::max (track.effectColumns, column + 1);
        grid.clipIn (clips, spot.pattern).effects.put ({ spot.line, column }, { '0', letter, static_cast<std::uint8_t> (std::clamp (value, 0, 255)) });
    }

    void addMaster (int order)
    {
        athanor::Track master;
        master.kind = TrackKind::master;
        master.name = "Master";
        master.order = order;
        result.project.tracks.put (ids.make<TrackId> (4, 0), master);
    }

    PatternId patternFor (int number, athanor::Pattern pattern)
    {
        pattern.length = stretches.length (number);

        // Rests of the same length are one pattern.
        const auto isRest = pattern.clips.empty();
        const auto key = isRest ? static_cast<std::uint64_t> (pattern.length.value) : static_cast<std::uint64_t> (number);
        const auto id = ids.make<PatternId> (isRest ? 5 : 6, key);
        pattern.name = isRest ? "Rest" : std::to_string (number + 1);
        result.project.patterns.put (id, std::move (pattern));
        return id;
    }

    void addSequence (std::map<int, athanor::Pattern>& patterns)
    {
        for (auto number = 0; number < stretches.size(); ++number)
        {
            Slot slot;
            slot.pattern = patternFor (number, std::move (patterns[number]));
            slot.order = number;
            const auto marker = music.markers.lower_bound (stretches.start (number));

            if (marker != music.markers.end() && marker->first < stretches.end (number))
                slot.section = marker->second;

            result.project.sequence.put (ids.make<SlotId> (7, static_cast<std::uint64_t> (number)), slot);
        }
    }

    Music music;
    const Stretches stretches;
    const ContentIds ids;
    ImportReport report;
    Imported result;
    std::map<int, InstrumentId> instruments;
    std::map<std::string, ClipId> clipIds;
};
} // namespace

bool isMidi (std::string_view bytes)
{
    return bytes.starts_with ("MThd") || (bytes.starts_with ("RIFF") && bytes.substr (0, 64).find ("MThd") != bytes.npos);
}

Result<Imported> importMidi (std::string_view bytes)
{
    auto file = parse (bytes);

    if (! file)
        return file.failure();

    auto report = file->report;
    auto music = readMusic (*file, report);
    return Converter (std::move (music), *fromHex (contentHash (bytes).substr (0, 16)), std::move (report)).convert();
}

} // namespace athanor
