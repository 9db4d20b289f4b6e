// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Sanitise.h"

#include "Core/Hash.h"
#include "Core/Text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace athanor
{

namespace
{
/** The longest song, and the furthest place in it: a year of beats keeps sums of Ticks far from the end of 64 bit. */
constexpr Ticks longest = beats (1'000'000);

template <typename Number>
void clamp (Number& number, Number low, Number high)
{
    if constexpr (std::is_floating_point_v<Number>)
        number = std::isfinite (number) ? number : std::clamp (Number {}, low, high);

    number = std::clamp (number, low, high);
}

void shorten (std::string& text, std::size_t bytes = most::nameBytes)
{
    if (text.size() > bytes)
        text = shortened (std::move (text), bytes);
}

/** Drops the last entries by key until `count` are left. */
template <typename Key, typename Type>
void limit (Table<Key, Type>& table, std::size_t count)
{
    while (table.size() > count)
        table.erase (Key (std::prev (table.end())->first));
}

/** Drops the entries whose key is not good. */
template <typename Key, typename Type, typename Test>
void keepKeys (Table<Key, Type>& table, Test&& isGood)
{
    std::vector<Key> bad;

    for (const auto& [key, entry] : table)
        if (! isGood (key))
            bad.push_back (key);

    for (const auto& key : bad)
        table.erase (key);
}

/** Lets `correct` change each entry, and puts back only what it changed, so that the rest stays shared. */
template <typename Key, typename Type, typename Correct>
void correctEach (Table<Key, Type>& table, Correct&& correct)
{
    std::vector<std::pair<Key, Type>> changed;

    for (const auto& [key, entry] : table)
    {
        auto copy = *entry;
        correct (copy);

        if (! (copy == *entry))
            changed.emplace_back (key, std::move (copy));
    }

    for (auto& [key, entry] : changed)
        table.put (key, std::move (entry));
}

bool isInSong (Ticks at) { return at >= Ticks() && at <= longest; }

void correctMacros (Table<int, Macro>& macros)
{
    keepKeys (macros, [] (int number) { return number >= 1 && number <= 8; });
    correctEach (macros, [] (Macro& macro) {
        shorten (macro.name);
        clamp (macro.value, 0.0, 1.0);
        limit (macro.targets, most::macroTargets);
        correctEach (macro.targets, [] (MacroTarget& target) {
            clamp (target.low, 0.0, 1.0);
            clamp (target.high, 0.0, 1.0);
        });
    });
}

void correct (Node& node)
{
    shorten (node.type);
    shorten (node.name);
    clamp (node.x, -1e6, 1e6);
    clamp (node.y, -1e6, 1e6);
    correctEach (node.knobs, [] (double& value) { clamp (value, -1e9, 1e9); });
    correctEach (node.texts, [] (std::string& text) { shorten (text, most::nodeTextBytes); });
    keepKeys (node.sounds, [] (const std::string& port) { return port.size() <= most::nameBytes; });
}

void correct (Region& region)
{
    clamp (region.at, Ticks(), longest);
    clamp (region.start, 0.0, 1e6);
    clamp (region.length, 0.0, 1e6);
    clamp (region.gain, -100.0, 24.0);
    clamp (region.fadeIn, 0.0, 1e6);
    clamp (region.fadeOut, 0.0, 1e6);
}

void correct (Zone& zone)
{
    constexpr std::int64_t longestSound = std::int64_t { 1 } << 40;
    shorten (zone.name);
    clamp (zone.lowKey, 0, 127);
    clamp (zone.highKey, 0, 127);
    clamp (zone.lowVelocity, 0, 127);
    clamp (zone.highVelocity, 0, 127);
    clamp (zone.rootPitch, -240.0, 240.0);
    clamp (zone.transpose, -240.0, 240.0);
    clamp (zone.volume, 0.0, 4.0);
    clamp (zone.panning, -1.0, 1.0);
    clamp (zone.defaultVolume, 0, 64);
    clamp (zone.loopStart, std::int64_t {}, longestSound);
    clamp (zone.loopEnd, zone.loopStart, longestSound);
    clamp (zone.sustainStart, std::int64_t {}, longestSound);
    clamp (zone.sustainEnd, zone.sustainStart, longestSound);
    clamp (zone.vibratoSpeed, 0.0, 255.0);
    clamp (zone.vibratoDepth, 0.0, 255.0);
    clamp (zone.vibratoRate, 0.0, 65'535.0);
    clamp (zone.vibratoShape, 0, 255);
}

void correct (TickEnvelope& envelope)
{
    constexpr int last = 1'000'000;
    keepKeys (envelope.points, [] (int tick) { return tick >= 0 && tick <= last; });
    limit (envelope.points, most::envelopePoints);
    correctEach (envelope.points, [] (double& value) { clamp (value, -1.0, 1.0); });
    clamp (envelope.sustainStart, -1, last);
    clamp (envelope.sustainEnd, -1, last);
    clamp (envelope.loopStart, -1, last);
    clamp (envelope.loopEnd, -1, last);
}

void correctNotes (Table<Position, Cell>& notes, int lines)
{
    keepKeys (notes, [&] (Position at) { return at.line >= 0 && at.line < lines && at.column >= 0 && at.column < most::noteColumns; });
    correctEach (notes, [] (Cell& cell) {
        if (cell.key > key::fade)
            cell.key = key::none;
    });
}

void correctLanes (Table<std::string, AutomationLane>& lanes)
{
    limit (lanes, most::lanes);
    correctEach (lanes, [] (AutomationLane& lane) {
        keepKeys (lane.points, isInSong);
        limit (lane.points, most::points);
        correctEach (lane.points, [] (AutomationPoint& point) { clamp (point.value, 0.0, 1.0); });
    });
}

/** A group that is inside itself plays into the master from now on. */
void breakCircles (Table<TrackId, Track>& tracks)
{
    std::vector<TrackId> circular;

    for (const auto& [id, track] : tracks)
    {
        std::set<TrackId> seen { id };

        for (auto parent = track->parent; parent;)
        {
            if (! seen.insert (parent).second)
            {
                if (parent == id)
                    circular.push_back (id);

                break;
            }

            const auto* above = tracks.find (parent);
            parent = above != nullptr ? above->parent : TrackId {};
        }
    }

    for (const auto id : circular)
        tracks.edit (id).parent = {};
}

void correctTime (Project& project)
{
    keepKeys (project.tempo, isInSong);
    limit (project.tempo, most::tempoPoints);
    correctEach (project.tempo, [] (TempoPoint& point) { clamp (point.beatsPerMinute, 20.0, 999.0); });
    keepKeys (project.meters, isInSong);
    limit (project.meters, most::tempoPoints);
    correctEach (project.meters, [] (Meter& meter) {
        clamp (meter.beatsPerBar, 1, 64);
        clamp (meter.beatUnit, 1, 64);
    });
}
} // namespace

void sanitise (Graph& graph)
{
    limit (graph.nodes, most::nodes);
    limit (graph.cables, most::cables);
    correctEach (graph.nodes, [] (Node& node) { correct (node); });
    correctEach (graph.cables, [] (Cable& cable) { clamp (cable.amount, -1e6, 1e6); });
}

void sanitise (Instrument& instrument)
{
    shorten (instrument.name);
    clamp (instrument.number, 1, 255);
    sanitise (instrument.graph);
    limit (instrument.zones, most::zones);
    correctEach (instrument.zones, [] (Zone& zone) { correct (zone); });
    correctMacros (instrument.macros);
    clamp (instrument.polyphony, 1, 256);
    clamp (instrument.glide, 0.0, 60.0);
    clamp (instrument.bendRange, 0.0, 48.0);
    clamp (instrument.volume, -100.0, 24.0);
    clamp (instrument.fadePerTick, 0.0, 1.0);
    correct (instrument.volumeEnvelope);
    correct (instrument.panningEnvelope);
    correct (instrument.pitchEnvelope);
}

void sanitise (Clip& clip)
{
    shorten (clip.name);
    clamp (clip.lines, 1, most::lines);
    clamp (clip.linesPerBeat, 1, 96);
    clamp (clip.groove, 0.0, 1.0);
    limit (clip.regions, most::regions);
    correctEach (clip.regions, [] (Region& region) { correct (region); });
    correctNotes (clip.notes, clip.lines);
    keepKeys (clip.effects, [&] (Position at) { return at.line >= 0 && at.line < clip.lines && at.column >= 0 && at.column < most::effectColumns; });
    correctLanes (clip.automation);
}

void sanitise (Track& track)
{
    shorten (track.name);
    clamp (track.colour, 0, 255);
    clamp (track.order, -1e9, 1e9);
    clamp (track.noteColumns, 1, most::noteColumns);
    clamp (track.effectColumns, 0, most::effectColumns);
    clamp (track.volume, -100.0, 6.0);
    clamp (track.panning, -1.0, 1.0);
    clamp (track.delay, -100.0, 100.0);
    sanitise (track.graph);
    limit (track.sends, most::sends);
    correctEach (track.sends, [] (Send& send) { clamp (send.level, -100.0, 6.0); });
    correctMacros (track.macros);
}

void sanitise (Project& project)
{
    shorten (project.title);
    shorten (project.artist);
    shorten (project.notes, most::notesBytes);
    clamp (project.initialSpeed, 1, 255);
    clamp (project.masterGain, -100.0, 24.0);
    correctTime (project);

    limit (project.tracks, most::tracks);
    limit (project.instruments, most::instruments);
    limit (project.clips, most::clips);
    limit (project.patterns, most::patterns);
    limit (project.sequence, most::slots);
    keepKeys (project.assets, isContentHash);
    limit (project.assets, most::assets);
    correctEach (project.tracks, [] (Track& track) { sanitise (track); });
    breakCircles (project.tracks);
    correctEach (project.instruments, [] (Instrument& instrument) { sanitise (instrument); });
    correctEach (project.clips, [] (Clip& clip) { sanitise (clip); });
    correctEach (project.patterns, [] (Pattern& pattern) {
        shorten (pattern.name);
        clamp (pattern.length, Ticks (ticksPerBeat / 96), longest);
        limit (pattern.clips, most::tracks);
    });
    correctEach (project.sequence, [] (Slot& slot) {
        shorten (slot.section);
        clamp (slot.order, -1e9, 1e9);
    });
    correctEach (project.assets, [] (Asset& asset) {
        shorten (asset.name);
        clamp (asset.sampleRate, 0.0, 1e6);
        clamp (asset.channels, 0, 2);
        clamp (asset.frames, std::int64_t {}, std::int64_t { 1 } << 40);
    });
    correctMacros (project.macros);
}

} // namespace athanor
