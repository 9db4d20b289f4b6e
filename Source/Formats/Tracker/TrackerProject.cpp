// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the project: tracks, clips, patterns and the order in which they play.
#include "Core/Text.h"
#include "Formats/Tracker/Instruments.h"
#include "Formats/Tracker/TrackerSong.h"
#include "Model/Sanitise.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace athanor::tracker
{

namespace
{
constexpr char jump = 'B';

double decibels (double factor) { return factor > 1e-5 ? 20 * std::log10 (factor) : -100; }

/** The order list without its markers, and where each of its entries is found in what remains. */
struct Way
{
    struct Step
    {
        int pattern = 0, order = 0;
        bool isLast = false; ///< An end marker follows: the song goes back to its start.
    };

    std::vector<Step> steps;
    std::vector<int> stepOfOrder; ///< For a jump to that entry: the first step at or after it.
};

class OrderList
{
public:
    explicit OrderList (const Song& s) : song (s) {}

    Way way() const
    {
        const auto reached = reachable();
        Way result;
        result.stepOfOrder.resize (song.orders.size());

        for (std::size_t i = 0; i < song.orders.size(); ++i)
        {
            result.stepOfOrder[i] = static_cast<int> (result.steps.size());

            if (reached.contains (i) && isPattern (i))
                result.steps.push_back ({ song.orders[i], static_cast<int> (i), endsAfter (i) });
        }

        for (auto& step : result.stepOfOrder)
            step = step < static_cast<int> (result.steps.size()) ? step : 0;

        return result;
    }

private:
    bool isPattern (std::size_t i) const
    {
        const auto order = song.orders[i];
        return order >= 0 && (song.dialect == Dialect::xm || order < static_cast<int> (song.patterns.size()));
    }

    bool endsAfter (std::size_t i) const
    {
        while (++i < song.orders.size() && ! isPattern (i))
            if (song.orders[i] == endMarker)
                return true;

        return i >= song.orders.size();
    }

    std::vector<int> jumpsOf (std::size_t order) const
    {
        std::vector<int> targets;
        const auto pattern = song.orders[order];

        if (pattern < static_cast<int> (song.patterns.size()))
            for (const auto& cell : song.patterns[static_cast<std::size_t> (pattern)].cells)
                if (cell.effect == jump)
                    targets.push_back (cell.value);

        return targets;
    }

    /** What is played from the start, by falling through and by jumping. */
    std::set<std::size_t> reachable() const
    {
        std::set<std::size_t> reached;
        std::vector<std::size_t> open { 0 };

        while (! open.empty())
        {
            auto at = open.back();
            open.pop_back();

            while (at < song.orders.size() && song.orders[at] != endMarker && reached.insert (at).second)
            {
                if (isPattern (at))
                    for (const auto target : jumpsOf (at))
                        open.push_back (static_cast<std::size_t> (target));

                ++at;
            }
        }

        return reached;
    }

    const Song& song;
};

class Converter
{
public:
    Converter (Song s, std::uint64_t seed) : song (std::move (s)), ids { seed } {}

    Imported convert()
    {
        result.format = song.format;
        addHead();
        instruments = addInstruments (song, ids, result);
        addTracks();

        if (song.patterns.empty())
            song.patterns.emplace_back();

        way = OrderList (song).way();
        addPatterns();
        addSequence();
        addReport();
        sanitise (result.project);
        result.report = std::move (song.report);
        return std::move (result);
    }

private:
    void addHead()
    {
        auto& project = result.project;
        project.title = song.title;
        project.initialSpeed = song.speed >= 1 && song.speed < 255 ? song.speed : 6;
        project.tempo.put (Ticks(), { song.tempo >= 20 ? song.tempo : 125.0, {} });
        project.masterGain = decibels (song.mixLevel);

        // What commands of the song set anew while it plays is no setting of the mixer: it is where the song starts.
        if (song.level < 1)
            project.unknown.emplace ("startVolume", song.level);
        project.notes = song.message;

        // Musicians of the time wrote letters into the names of instruments.
        std::string names;

        for (const auto& instrument : song.instruments)
            names += instrument.name + "\n";

        for (const auto& sample : song.samples)
            names += sample.name + "\n";

        if (names = trimmed (names); ! names.empty())
            project.notes += (project.notes.empty() ? "" : "\n\n") + names;
    }

    TrackId trackOf (int channel) const { return ids.make<TrackId> (4, static_cast<std::uint64_t> (channel)); }

    void addTracks()
    {
        for (std::size_t i = 0; i < song.channels.size(); ++i)
        {
            const auto& channel = song.channels[i];
            Track track;
            track.name = "Channel " + std::to_string (i + 1);
            track.colour = static_cast<int> (i % 16);
            track.order = static_cast<double> (i);

            if (channel.panning != 0)
                track.unknown.emplace ("startPanning", channel.panning);

            if (channel.volume != 64)
                track.unknown.emplace ("startVolume", channel.volume / 64.0);

            track.isMuted = channel.isMuted;
            result.project.tracks.put (trackOf (static_cast<int> (i)), track);
        }

        Track master;
        master.kind = TrackKind::master;
        master.name = "Master";
        master.order = static_cast<double> (song.channels.size());
        master.noteColumns = 1;
        result.project.tracks.put (ids.make<TrackId> (5, 0), master);
    }

    PatternId patternOf (int number) const { return ids.make<PatternId> (6, static_cast<std::uint64_t> (number)); }

    Clip emptyClip (const Pattern& pattern) const
    {
        Clip clip;
        clip.lines = pattern.rows;
        clip.dialect = song.dialect;
        clip.linesPerBeat = std::clamp (24 / result.project.initialSpeed, 1, 96);
        clip.unknown = song.clipExtras;
        return clip;
    }

    void addPattern (int number, const Pattern& source)
    {
        athanor::Pattern pattern;
        pattern.name = source.name.empty() ? "Pattern " + std::to_string (number) : source.name;
        std::map<int, Clip> clips { { 0, emptyClip (source) } }; // the first channel always has one: it says how many lines there are
        pattern.length = Ticks (source.rows * (ticksPerBeat / clips.at (0).linesPerBeat));

        for (const auto& cell : source.cells)
            if (cell.channel < static_cast<int> (song.channels.size()))
                put (cell, clips.try_emplace (cell.channel, emptyClip (source)).first->second);

        for (auto& [channel, clip] : clips)
        {
            const auto id = ids.make<ClipId> (7, static_cast<std::uint64_t> (number), static_cast<std::uint64_t> (channel));
            pattern.clips.put (trackOf (channel), id);
            result.project.clips.put (id, std::move (clip));
        }

        result.project.patterns.put (patternOf (number), std::move (pattern));
    }

    void put (const Cell& source, Clip& clip)
    {
        athanor::Cell cell;
        cell.key = source.key;
        cell.volume = source.volume;
        cell.volumeEffect = source.volumeEffect;

        if (const auto found = instruments.find (source.instrument); found != instruments.end())
            cell.instrument = found->second;

        if (! cell.isEmpty())
            clip.notes.put ({ source.row, 0 }, cell);

        if (source.effect != 0)
            clip.effects.put ({ source.row, 0 }, { '0', source.effect, source.effect == jump ? mappedJump (source.value) : source.value });
    }

    std::uint8_t mappedJump (std::uint8_t order) const
    {
        return order < way.stepOfOrder.size() ? static_cast<std::uint8_t> (way.stepOfOrder[order]) : std::uint8_t {};
    }

    void addPatterns()
    {
        for (std::size_t i = 0; i < song.patterns.size(); ++i)
            addPattern (static_cast<int> (i), song.patterns[i]);

        for (const auto& step : way.steps) // FastTracker plays a pattern that is not there as 64 empty lines
            if (step.pattern >= static_cast<int> (song.patterns.size()) && ! result.project.patterns.contains (patternOf (step.pattern)))
                addPattern (step.pattern, {});
    }

    void addSlot (std::size_t number, int pattern, bool isLast)
    {
        Slot slot;
        slot.pattern = patternOf (pattern);
        slot.order = static_cast<double> (number);

        if (isLast)
            slot.unknown.emplace ("goesBack", true);

        result.project.sequence.put (slotOf (number), slot);
    }

    SlotId slotOf (std::size_t number) const { return ids.make<SlotId> (8, number); }

    void addSequence()
    {
        for (std::size_t i = 0; i < way.steps.size(); ++i)
            addSlot (i, way.steps[i].pattern, way.steps[i].isLast && i + 1 < way.steps.size());

        if (way.steps.empty())
        {
            song.report.add ("The order list is empty; all patterns play one after another.", "The file is damaged, or the song was never put together.");

            for (std::size_t i = 0; i < song.patterns.size(); ++i)
                addSlot (i, static_cast<int> (i), false);
        }

        const auto restart = static_cast<std::size_t> (std::max (song.restart, 0));

        if (restart > 0 && restart < way.stepOfOrder.size() && way.stepOfOrder[restart] > 0)
            result.project.unknown.emplace ("restart", toHex (slotOf (static_cast<std::size_t> (way.stepOfOrder[restart])).value));
    }

    void addReport()
    {
        std::set<int> played;

        for (const auto& step : way.steps)
            played.insert (step.order);

        auto left = 0;

        for (std::size_t i = 0; i < song.orders.size(); ++i)
            left += song.orders[i] >= 0 && song.orders[i] < static_cast<int> (song.patterns.size()) && ! played.contains (static_cast<int> (i)) ? 1 : 0;

        if (left > 0)
            song.report.add ("Songs hidden behind the end of the order list are left out; their patterns are there.", "Nothing leads to them.");

        const auto isIt = song.dialect == Dialect::it || song.dialect == Dialect::s3m;

        for (const auto& pattern : song.patterns)
            for (const auto& cell : pattern.cells)
                if (isIt && cell.effect == 'Z')
                    song.report.add ("Filter and MIDI commands (Z) are kept, not played.", "Channel filters are not there yet.", "channel", cell.channel + 1);
    }

    Song song;
    const ContentIds ids;
    Imported result;
    std::map<int, InstrumentId> instruments;
    Way way;
};
} // namespace

Imported toProject (Song song, std::uint64_t seed) { return Converter (std::move (song), seed).convert(); }

} // namespace athanor::tracker
