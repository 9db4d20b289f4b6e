// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Route.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr Ticks shortestPattern { ticksPerBeat / 96 };

std::vector<std::pair<SlotId, const Slot*>> inOrder (const Table<SlotId, Slot>& sequence)
{
    std::vector<std::pair<SlotId, const Slot*>> slots;

    for (const auto& [id, slot] : sequence)
        slots.emplace_back (id, &*slot);

    std::stable_sort (slots.begin(), slots.end(), [] (const auto& a, const auto& b) { return a.second->order < b.second->order; });
    return slots;
}
} // namespace

Route::Route (const Project& project, const ScoreOptions& options)
{
    Ticks start;

    const auto add = [&] (SlotId slot, bool goesBack, PatternId id, const Pattern* pattern) {
        stops.push_back ({ slot, goesBack, id, pattern, start, std::max (pattern->length, shortestPattern) });
        start += stops.back().length;
    };

    for (const auto& [id, slot] : inOrder (project.sequence))
        if (const auto* pattern = project.patterns.find (slot->pattern))
        {
            const auto isWanted = options.onlySlot ? *options.onlySlot == id : options.onlyPattern && *options.onlyPattern == slot->pattern;

            if (isWanted && ! only)
                only = size();

            if (const auto from = project.unknown.find ("restart"); from != project.unknown.end() && from->second == Value (toHex (id.value)))
                restart = size();

            add (id, slot->unknown.contains ("goesBack"), slot->pattern, pattern);
        }

    const auto* alone = options.onlyPattern && ! options.onlySlot && ! only ? project.patterns.find (*options.onlyPattern) : nullptr;

    if (alone != nullptr)
    {
        stops.clear();
        start = {};
        only = 0;
        add ({}, false, *options.onlyPattern, alone);
    }
    else if (! only && (options.onlySlot || options.onlyPattern))
        stops.clear(); // asked for something that is not there

    visits.resize (stops.size());
    stretches.resize (stops.size());
}

std::optional<Ticks> Route::visit (int stop, int line, std::uint64_t state, Ticks now)
{
    auto& lines = visits[static_cast<std::size_t> (stop)];

    if (static_cast<int> (lines.size()) <= line)
        lines.resize (static_cast<std::size_t> (line) + 1);

    auto& here = lines[static_cast<std::size_t> (line)];

    for (const auto& visit : here)
        if (visit.state == state)
            return visit.at;

    if (here.size() >= mostVisits)
        return here.front().at;

    here.push_back ({ state, now });
    return {};
}

std::optional<Ticks> Route::firstVisit (int stop) const
{
    std::optional<Ticks> first;

    for (const auto& line : visits[static_cast<std::size_t> (stop)])
        for (const auto& visit : line)
            first = std::min (first.value_or (visit.at), visit.at);

    for (const auto& stretch : stretches[static_cast<std::size_t> (stop)])
        first = std::min (first.value_or (stretch.at), stretch.at);

    return first;
}

std::optional<Ticks> Route::arrive (Place place) const
{
    for (const auto& stretch : stretches[static_cast<std::size_t> (place.stop)])
        if (place.inPattern >= stretch.from && place.inPattern < stretch.to)
            return stretch.at + (place.inPattern - stretch.from);

    return {};
}

void Route::leave (int stop, Ticks from, Ticks to, Ticks songAtFrom)
{
    if (to > from)
        stretches[static_cast<std::size_t> (stop)].push_back ({ from, to, songAtFrom });
}

} // namespace athanor
