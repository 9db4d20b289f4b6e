// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Tracker/Instruments.h"

#include "Core/Hash.h"
#include "Media/AudioWriter.h"

#include <algorithm>
#include <cmath>

namespace athanor::tracker
{

namespace
{
constexpr int highestMidiKey = key::highest + 12;

/** A whole number of hertz that a sound file can say and that is near the sample's own rate. */
double fileRate (double rate) { return std::clamp (std::round (rate), 1'000.0, 192'000.0); }

/** The sample as an asset; its hash, or nothing when it is empty. */
std::string addSound (Sample& sample, Imported& result)
{
    if (sample.sound.samples.empty())
        return {};

    sample.sound.sampleRate = fileRate (sample.middleRate);
    const auto file = encodeAudio (sample.sound, { .format = AudioFormat::wav, .bits = 16, .isDithered = false });

    if (! file)
        return {};

    auto hash = contentHash (*file);
    const auto& sound = sample.sound;
    result.project.assets.put (hash, { sample.name, sound.sampleRate, sound.channels, static_cast<std::int64_t> (sound.frames()), {} });
    result.sounds.insert_or_assign (hash, ImportedSound { std::make_shared<const dsp::Sound> (std::move (sample.sound)), *file });
    return hash;
}

/** Loops that lie inside the recording and have a length. */
void correctLoop (LoopMode& mode, std::int64_t& start, std::int64_t& end, std::int64_t frames)
{
    end = std::min (end, frames);

    if (mode == LoopMode::off || start >= end || start < 0)
    {
        mode = LoopMode::off;
        start = end = 0;
    }
}

/** What all zones of a sample have in common. */
Zone zoneOf (const Sample& sample, const std::string& sound, std::int64_t frames, int middleKey)
{
    Zone zone;
    zone.name = sample.name;
    zone.sound = sound;
    zone.highKey = highestMidiKey;
    const auto rate = sample.middleRate >= 1 ? sample.middleRate : 8'363;
    zone.rootPitch = middleKey + 12 + 12 * std::log2 (fileRate (rate) / rate) - sample.semitones;
    zone.volume = sample.level;
    zone.defaultVolume = sample.volume;
    zone.hasPanning = sample.panning.has_value();
    zone.panning = sample.panning.value_or (0);
    zone.loop = sample.loop;
    zone.loopStart = sample.loopStart;
    zone.loopEnd = sample.loopEnd;
    zone.sustainLoop = sample.sustainLoop;
    zone.sustainStart = sample.sustainStart;
    zone.sustainEnd = sample.sustainEnd;
    zone.vibratoSpeed = sample.vibratoSpeed;
    zone.vibratoDepth = sample.vibratoDepth;
    zone.vibratoRate = sample.vibratoRate;
    zone.vibratoShape = sample.vibratoShape;
    correctLoop (zone.loop, zone.loopStart, zone.loopEnd, frames);
    correctLoop (zone.sustainLoop, zone.sustainStart, zone.sustainEnd, frames);
    return zone;
}

/** Some keys in a row that play the same sample in the same way. */
struct KeyRange
{
    int first = 0, last = 0, sample = 0, transpose = 0;
};

std::vector<KeyRange> keyRanges (const Instrument& instrument)
{
    std::vector<KeyRange> ranges;

    for (auto key = 0; key < static_cast<int> (instrument.keys.size()); ++key)
    {
        const auto& mapping = instrument.keys[static_cast<std::size_t> (key)];
        const auto transpose = mapping.key - key;

        if (mapping.sample == 0)
            continue;

        if (! ranges.empty() && ranges.back().last == key - 1 && ranges.back().sample == mapping.sample && ranges.back().transpose == transpose)
            ranges.back().last = key;
        else
            ranges.push_back ({ key, key, mapping.sample, transpose });
    }

    return ranges;
}

/** FastTracker shares out a sound between the speakers so that it is equally loud everywhere, which other trackers do not do. */
const Graph& equalPowerGraph()
{
    static const Graph graph = [] {
        Graph made;
        const NodeId player { 1 }, out { 2 };
        made.nodes.edit (player).type = "source.zones";
        auto& leaving = made.nodes.edit (out);
        leaving.type = "voice.out";
        leaving.x = 240;
        leaving.knobs.put ("level", 0);
        leaving.knobs.put ("touch", 0);

        for (const auto& [output, input] : { std::pair { "mono", "in" }, { "left", "left" }, { "right", "right" } })
        {
            auto& cable = made.cables.edit ({ made.cables.size() + 1 });
            cable.from = player;
            cable.output = output;
            cable.to = out;
            cable.input = input;
        }

        return made;
    }();

    return graph;
}

class Builder
{
public:
    Builder (Song& s, const ContentIds& i, Imported& r) : song (s), ids (i), result (r)
    {
        for (auto& sample : song.samples)
        {
            const auto frames = static_cast<std::int64_t> (sample.sound.frames());
            const auto sound = addSound (sample, result);
            zones.push_back (zoneOf (sample, sound, frames, song.middleKey));
        }
    }

    /** A sample played by itself, on every key. */
    athanor::Instrument ofSample (int number)
    {
        athanor::Instrument instrument;
        const auto& zone = zones[static_cast<std::size_t> (number - 1)];
        instrument.name = zone.name;
        instrument.newNoteAction = NewNoteAction::cut;

        if (! zone.sound.empty())
            instrument.zones.put (ids.make<ZoneId> (1, static_cast<std::uint64_t> (number)), zone);

        return instrument;
    }

    athanor::Instrument ofInstrument (int number)
    {
        auto& source = song.instruments[static_cast<std::size_t> (number - 1)];
        athanor::Instrument instrument;
        instrument.name = source.name;
        instrument.newNoteAction = source.newNoteAction;
        instrument.volumeEnvelope = std::move (source.volume);
        instrument.panningEnvelope = std::move (source.panning);
        instrument.pitchEnvelope = std::move (source.pitch);
        instrument.fadePerTick = source.fadePerTick;
        instrument.polyphony = 64;
        instrument.unknown = std::move (source.more);

        if (song.isEquallyLoud)
            instrument.graph = equalPowerGraph();

        const auto lastKey = song.dialect == Dialect::xm ? 95 : static_cast<int> (key::highest);

        for (const auto& range : keyRanges (source))
            if (range.sample <= static_cast<int> (zones.size()))
                instrument.zones.put (ids.make<ZoneId> (2, static_cast<std::uint64_t> (number), static_cast<std::uint64_t> (range.first)), zoneFor (range, source, lastKey));

        return instrument;
    }

private:
    Zone zoneFor (const KeyRange& range, const Instrument& source, int lastKey) const
    {
        auto zone = zones[static_cast<std::size_t> (range.sample - 1)];
        zone.lowKey = range.first == 0 ? 0 : range.first + 12;
        zone.highKey = range.last >= lastKey ? highestMidiKey : range.last + 12;
        zone.transpose = range.transpose;
        zone.volume *= source.level;

        if (! zone.hasPanning && source.defaultPanning)
        {
            zone.hasPanning = true;
            zone.panning = *source.defaultPanning;
        }

        return zone;
    }

    Song& song;
    const ContentIds& ids;
    Imported& result;
    std::vector<Zone> zones; ///< By sample, from the first; on all keys.
};

std::vector<bool> usedNumbers (const Song& song)
{
    std::vector<bool> isUsed (256);

    for (const auto& pattern : song.patterns)
        for (const auto& cell : pattern.cells)
            if (cell.instrument > 0 && cell.instrument < 256)
                isUsed[static_cast<std::size_t> (cell.instrument)] = true;

    return isUsed;
}
} // namespace

std::map<int, InstrumentId> addInstruments (Song& song, const ContentIds& ids, Imported& result)
{
    Builder builder (song, ids, result);
    const auto isUsed = usedNumbers (song);
    const auto count = static_cast<int> (song.instruments.empty() ? song.samples.size() : song.instruments.size());
    std::map<int, InstrumentId> known;

    for (auto number = 1; number < 256; ++number)
    {
        auto instrument = number > count ? athanor::Instrument() : song.instruments.empty() ? builder.ofSample (number)
                                                                                            : builder.ofInstrument (number);
        instrument.number = number;

        // Empty ones are kept where the patterns name them: a note of such an instrument silences its channel.
        if (instrument.zones.empty() && ! isUsed[static_cast<std::size_t> (number)])
            continue;

        if (instrument.name.empty())
            instrument.name = instrument.zones.empty() ? "Empty" : instrument.zones.begin()->second->name;

        if (number > count)
            instrument.newNoteAction = NewNoteAction::cut;

        known[number] = ids.make<InstrumentId> (3, static_cast<std::uint64_t> (number));
        result.project.instruments.put (known[number], std::move (instrument));
    }

    return known;
}

} // namespace athanor::tracker
