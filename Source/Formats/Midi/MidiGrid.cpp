// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Midi/MidiGrid.h"

#include "Model/Sanitise.h"

#include <algorithm>
#include <array>
#include <set>

namespace athanor::midi
{

namespace
{
constexpr Ticks usualLength = beats (16), longestLength = beats (20);
constexpr int mostPatterns = static_cast<int> (most::patterns);

/** Share of the notes that do not start close to a line. */
double offGrid (const std::vector<Note>& notes, int linesPerBeat)
{
    const auto line = ticksPerBeat / linesPerBeat, close = ticksPerBeat / 100;
    std::size_t off = 0;

    for (const auto& note : notes)
        if (const auto behind = note.start.value % line; behind > close && behind < line - close)
            ++off;

    return static_cast<double> (off) / static_cast<double> (notes.size());
}

/** Share of the moments at which notes start that share their line with the moment before. */
double crowded (const std::vector<Note>& notes, int linesPerBeat)
{
    const auto line = ticksPerBeat / linesPerBeat;
    std::size_t moments = 0, shared = 0;

    for (std::size_t i = 1; i < notes.size(); ++i)
        if (const auto before = notes[i - 1].start.value, now = notes[i].start.value; now - before > ticksPerBeat / 48)
        {
            ++moments;
            shared += now / line == before / line ? 1 : 0;
        }

    return moments == 0 ? 0 : static_cast<double> (shared) / static_cast<double> (moments);
}
} // namespace

Stretches::Stretches (const std::map<Ticks, std::pair<int, int>>& meters, Ticks end)
{
    Ticks from;
    Ticks bar = beats (4);

    for (const auto& [at, meter] : meters)
    {
        if (at >= end || size() >= mostPatterns)
            break;

        addBars (from, at, bar);
        from = at;
        bar = Ticks (ticksPerBeat * 4 * meter.first / meter.second);
    }

    const auto bars = std::max<std::int64_t> ((end - from).value + bar.value - 1, 1) / bar.value;
    last = from + Ticks (std::max<std::int64_t> (bars, 1) * bar.value);
    addBars (from, last, bar);

    if (size() >= mostPatterns)
        last = starts.back() + usualLength;
}

void Stretches::addBars (Ticks from, Ticks to, Ticks bar)
{
    const auto step = bar > longestLength ? usualLength : bar * std::max<std::int64_t> (1, usualLength.value / bar.value);

    for (auto at = from; at < to && size() < mostPatterns; at += step)
        starts.push_back (at);
}

int Stretches::at (Ticks time) const
{
    const auto after = std::upper_bound (starts.begin(), starts.end(), time);
    return std::max (0, static_cast<int> (after - starts.begin()) - 1);
}

int linesPerBeatFor (const std::vector<Note>& notes)
{
    constexpr auto few = 0.05;

    if (notes.empty())
        return 4;

    for (const auto lines : { 4, 8, 3, 6, 12, 16, 24, 32, 48 })
        if (offGrid (notes, lines) <= few)
            return lines;

    // Played by hand: as many lines as it takes to keep what is struck one after another apart.
    for (const auto lines : { 4, 8 })
        if (crowded (notes, lines) <= few)
            return lines;

    return 16;
}

Spot Grid::spotAt (Ticks time) const
{
    const auto lineLength = ticksPerBeat / linesPerBeat;
    Spot spot { stretches.at (time), 0, 0 };
    const auto inside = (time - stretches.start (spot.pattern)).value;
    spot.line = static_cast<int> (inside / lineLength);
    const auto delay = (inside % lineLength * 256 + lineLength / 2) / lineLength;

    if (delay >= 256)
        ++spot.line;
    else
        spot.delay = static_cast<std::uint8_t> (delay);

    if (spot.line >= linesIn (spot.pattern))
        spot = spot.pattern + 1 < stretches.size() ? Spot { spot.pattern + 1, 0, 0 } : Spot { spot.pattern, linesIn (spot.pattern) - 1, 255 };

    // 255 is how an empty delay column is stored.
    spot.delay = std::min<std::uint8_t> (spot.delay, 254);
    return spot;
}

int Grid::linesIn (int pattern) const
{
    const auto lineLength = ticksPerBeat / linesPerBeat;
    return static_cast<int> (std::clamp<std::int64_t> ((stretches.length (pattern).value + lineLength - 1) / lineLength, 1, most::lines));
}

Clip& Grid::clipIn (std::map<int, Clip>& clips, int pattern) const
{
    const auto [found, isNew] = clips.try_emplace (pattern);

    if (isNew)
    {
        found->second.lines = linesIn (pattern);
        found->second.linesPerBeat = linesPerBeat;
    }

    return found->second;
}

/** A column that is free; null when there is none. */
Grid::Column* Grid::columnFor (const Spot& spot, Ticks start)
{
    constexpr std::size_t comfortable = 4;
    const auto isFree = [&] (const Column& column) { return column.lastPlace < spot.place() && (! column.isSounding || column.end <= start); };
    const auto isClean = [&] (const Column& column) { return isFree (column) && (! column.isSounding || column.endSpot.place() < spot.place() || column.endSpot == spot); };

    for (auto& column : columns)
        if (isClean (column))
            return &column;

    if (columns.size() >= comfortable)
        for (auto& column : columns)
            if (isFree (column))
                return &column;

    if (columns.size() < static_cast<std::size_t> (most::noteColumns))
        return &columns.emplace_back();

    // All are busy: the note that would end first ends now.
    Column* earliest = nullptr;

    for (auto& column : columns)
        if (column.lastPlace < spot.place() && (earliest == nullptr || column.end < earliest->end))
            earliest = &column;

    return earliest;
}

void Grid::putOff (Column& column, int index, std::map<int, Clip>& clips) const
{
    Cell off;
    off.key = key::off;
    off.delay = column.endSpot.delay == 0 ? Cell::empty : column.endSpot.delay;
    clipIn (clips, column.endSpot.pattern).notes.put ({ column.endSpot.line, index }, off);
    column.lastPlace = column.endSpot.place();
    column.isSounding = false;
}

void Grid::place (const Note& note, InstrumentId instrument, bool isDrum, std::map<int, Clip>& clips, ImportReport& report)
{
    const auto spot = spotAt (note.start);
    auto* column = columnFor (spot, note.start);

    if (column == nullptr)
    {
        report.add ("A note is left out.", "More than twelve notes start at once.");
        return;
    }

    const auto index = static_cast<int> (column - columns.data());

    if (column->isSounding && column->endSpot.place() < spot.place())
        putOff (*column, index, clips);

    Cell cell;
    cell.key = static_cast<std::uint8_t> (std::clamp (note.key - 12, 0, static_cast<int> (key::highest)));
    cell.instrument = instrument;
    cell.volume = static_cast<std::uint8_t> ((note.velocity * 128 + 63) / 127);
    cell.delay = spot.delay == 0 ? Cell::empty : spot.delay;
    clipIn (clips, spot.pattern).notes.put ({ spot.line, index }, cell);
    column->lastPlace = spot.place();
    column->isSounding = ! isDrum;
    column->end = note.end;
    column->endSpot = spotAt (note.end);

    // A cell holds one thing: what ends on the line on which it starts ends on the next one.
    if (column->endSpot.place() <= spot.place())
        column->endSpot = spot.line + 1 < linesIn (spot.pattern) ? Spot { spot.pattern, spot.line + 1, 0 } : Spot { spot.pattern + 1, 0, 0 };

    if (column->endSpot.pattern >= stretches.size())
        column->isSounding = false;

    if (note.key < 12)
        report.add ("A note is too low for a pattern and sounds an octave higher.", "");
}

std::map<int, Clip> Grid::clips (const Part& part, const std::function<InstrumentId (const Note&)>& instrumentOf, ImportReport& report)
{
    std::map<int, Clip> made;

    for (const auto& note : part.notes)
        place (note, instrumentOf (note), part.isDrums(), made, report);

    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].isSounding)
            putOff (columns[i], static_cast<int> (i), made);

    return made;
}

} // namespace athanor::midi
