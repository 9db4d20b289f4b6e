// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Midi/MidiParts.h"

#include "Core/Text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace athanor::midi
{

namespace
{
enum Controller { volumeControl = 7,
                  panningControl = 10,
                  expressionControl = 11,
                  sustainControl = 64,
                  allSoundOff = 120,
                  allNotesOff = 123 };

/** No song is longer: some 40 hours at 100 beats a minute. */
constexpr Ticks longest = beats (240'000);

std::string cleanText (const std::string& data)
{
    return trimmed (isUtf8 (data) ? data : utf8FromLatin1 (data));
}

/** Ticks of the file as Ticks of the project. */
class Clock
{
public:
    explicit Clock (const File& file) : isExact (file.ticksPerSecond <= 0), division (file.division), secondsPerTick (isExact ? 0 : 1 / file.ticksPerSecond) {}

    Ticks at (std::int64_t tick) const
    {
        const auto time = isExact ? Ticks (tick / division * ticksPerBeat + tick % division * ticksPerBeat / division)
                                  : Ticks (std::llround (static_cast<double> (tick) * secondsPerTick * 2 * static_cast<double> (ticksPerBeat)));
        return std::min (time, longest);
    }

private:
    const bool isExact;
    const std::int64_t division;
    const double secondsPerTick;
};

/** The notes that a channel holds, and the pedal that holds them longer. */
class Hands
{
public:
    explicit Hands (Part& p) : part (p) {}

    void strike (Ticks at, int key, int velocity, int program)
    {
        part.notes.push_back ({ at, at, key, velocity, program });
        held[static_cast<std::size_t> (key)].push_back (part.notes.size() - 1);
    }

    void letGo (Ticks at, int key)
    {
        auto& notes = held[static_cast<std::size_t> (key)];

        if (notes.empty())
            return;

        const auto note = notes.front();
        notes.erase (notes.begin());
        end (note, at);
    }

    void letAllGo (Ticks at)
    {
        for (auto& notes : held)
        {
            for (const auto note : notes)
                end (note, at);

            notes.clear();
        }
    }

    void pedal (Ticks at, bool isDown)
    {
        if (! isDown)
            for (const auto note : std::exchange (sustained, {}))
                part.notes[note].end = std::max (part.notes[note].end, at);

        isPedalDown = isDown;
    }

    void finish (Ticks at)
    {
        pedal (at, false);
        letAllGo (at);
    }

private:
    void end (std::size_t note, Ticks at)
    {
        part.notes[note].end = at;

        if (isPedalDown)
            sustained.push_back (note);
    }

    Part& part;
    std::array<std::vector<std::size_t>, 128> held;
    std::vector<std::size_t> sustained;
    bool isPedalDown = false;
};

class Reader
{
public:
    Reader (const File& f, ImportReport& r) : file (f), clock (f), report (r) {}

    Music read()
    {
        std::int64_t start = 0; // songs of a file of format 2 are played one after another

        for (std::size_t i = 0; i < file.tracks.size(); ++i)
        {
            readMetas (file.tracks[i], start, i == 0);
            readTrack (file.tracks[i], static_cast<int> (i) + 1, start);

            if (file.format == 2)
                start += file.tracks[i].length;
        }

        if (file.format == 2 && file.tracks.size() > 1)
            report.add ("The songs of this file play one after another.", "");

        return std::move (music);
    }

private:
    void readMetas (const Track& track, std::int64_t start, bool isFirst)
    {
        for (const auto& meta : track.metas)
        {
            const auto at = clock.at (start + meta.tick);

            if (meta.kind == tempoMeta && meta.data.size() == 3)
                readTempo (at, meta.data);
            else if (meta.kind == meterMeta && meta.data.size() >= 2)
                music.meters[at] = { std::clamp<int> (static_cast<unsigned char> (meta.data[0]), 1, 64), 1 << std::min<int> (static_cast<unsigned char> (meta.data[1]), 6) };
            else if (meta.kind == markerMeta)
                music.markers[at] = cleanText (meta.data);
            else if (meta.kind == nameMeta && isFirst && music.title.empty())
                music.title = cleanText (meta.data);
            else if (meta.kind == copyrightMeta)
                music.copyright = cleanText (meta.data);
            else if (meta.kind == lyricMeta || meta.kind == textMeta)
                addWords (meta.data);
        }
    }

    void readTempo (Ticks at, const std::string& data)
    {
        auto microseconds = 0;

        for (const auto c : data)
            microseconds = microseconds << 8 | static_cast<unsigned char> (c);

        const auto wanted = 60e6 / std::max (microseconds, 1);
        const auto tempo = std::clamp (wanted, 20.0, 999.0);

        if (file.ticksPerSecond > 0)
            return;

        if (std::abs (tempo - wanted) > 1e-9)
            report.add ("A tempo is beyond what can be played and was brought into range.", "From 20 to 999 beats a minute is possible.");

        music.tempo[at] = tempo;
    }

    /** Karaoke files mark lines with a slash and verses with a backslash. */
    void addWords (const std::string& data)
    {
        if (music.words.size() > 65'536 || data.starts_with ('@'))
            return;

        auto text = isUtf8 (data) ? data : utf8FromLatin1 (data);

        if (! text.empty() && (text.front() == '/' || text.front() == '\\'))
            text.front() = '\n';

        music.words += text;
    }

    Part& partOf (std::map<int, Part>& parts, const Track& track, int number, int channel)
    {
        const auto [found, isNew] = parts.try_emplace (channel);

        if (isNew)
        {
            found->second.channel = channel;
            found->second.trackNumber = number;

            for (const auto& meta : track.metas)
                if (meta.kind == nameMeta || (meta.kind == instrumentMeta && found->second.name.empty()))
                    found->second.name = cleanText (meta.data);
        }

        return found->second;
    }

    void readTrack (const Track& track, int number, std::int64_t start)
    {
        std::map<int, Part> parts;
        std::map<int, Hands> hands;

        for (const auto& event : track.events)
        {
            auto& part = partOf (parts, track, number, event.channel());
            readEvent (event, clock.at (start + event.tick), part, hands.try_emplace (event.channel(), part).first->second);
        }

        const auto end = clock.at (start + track.length);

        for (auto& [channel, hand] : hands)
            hand.finish (end);

        for (auto& [channel, part] : parts)
            if (! part.notes.empty())
            {
                std::stable_sort (part.notes.begin(), part.notes.end(), [] (const Note& a, const Note& b) { return std::pair (a.start, a.key) < std::pair (b.start, b.key); });

                for (const auto& note : part.notes)
                    music.end = std::max (music.end, note.end);

                music.parts.push_back (std::move (part));
            }
    }

    void readEvent (const Event& event, Ticks at, Part& part, Hands& hands)
    {
        if (event.isNoteOff())
            hands.letGo (at, event.a);
        else if (event.isNoteOn())
            hands.strike (at, event.a, event.b, programs[static_cast<std::size_t> (event.channel())]);
        else if (event.kind() == 0xc0)
            programs[static_cast<std::size_t> (event.channel())] = event.a;
        else if (event.kind() == 0xb0)
            readController (event, at, part, hands);
        else if (event.kind() == 0xe0 && (event.a != 0 || event.b != 64))
            report.add ("Pitch bends are left out.", "They have no place in a pattern yet.", "channel", event.channel() + 1);
        else if (event.kind() == 0xa0 || event.kind() == 0xd0)
            report.add ("Aftertouch is left out.", "It has no place in a pattern yet.", "channel", event.channel() + 1);
    }

    void readController (const Event& event, Ticks at, Part& part, Hands& hands)
    {
        const auto add = [&] (std::vector<Turn>& turns) {
            if (! turns.empty() && turns.back().at == at)
                turns.back().value = event.b;
            else if (turns.empty() || turns.back().value != event.b)
                turns.push_back ({ at, event.b });
        };

        switch (event.a)
        {
            case volumeControl:
                add (part.volume);
                break;
            case expressionControl:
                add (part.expression);
                break;
            case panningControl:
                add (part.panning);
                break;
            case sustainControl:
                hands.pedal (at, event.b >= 64);
                break;
            case allSoundOff:
            case allNotesOff:
                hands.letAllGo (at);
                break;
            case 1:
                report.add ("The modulation wheel is left out.", "It has no place in a pattern yet.", "channel", event.channel() + 1);
                break;
            case 0:
            case 32:
                break; // banks: all of them are stood in for by the same patches
            default:
                report.add ("Controllers other than volume, expression, panning and pedal are left out.", "", "channel", event.channel() + 1);
        }
    }

    const File& file;
    const Clock clock;
    ImportReport& report;
    Music music;
    std::array<int, 16> programs {}; ///< A channel keeps its program from track to track.
};
} // namespace

Music readMusic (const File& file, ImportReport& report) { return Reader (file, report).read(); }

} // namespace athanor::midi
