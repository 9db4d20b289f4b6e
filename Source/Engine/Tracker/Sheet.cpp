// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Sheet.h"

#include <algorithm>

namespace athanor
{

namespace
{
/** Copies the entries of the clip that stand on its lines, and notes where each line begins. */
template <typename Table, typename Entry>
void layOut (const Table& table, int lines, std::vector<Entry>& entries, std::vector<std::uint32_t>& first)
{
    entries.reserve (table.size());
    first.reserve (static_cast<std::size_t> (lines) + 1);
    first.push_back (0);

    for (const auto& [position, content] : table)
    {
        if (position.line < 0 || position.column < 0)
            continue;

        if (position.line >= lines)
            break;

        while (static_cast<int> (first.size()) <= position.line)
            first.push_back (static_cast<std::uint32_t> (entries.size()));

        entries.push_back ({ position.column, *content });
    }

    first.resize (static_cast<std::size_t> (lines) + 1, static_cast<std::uint32_t> (entries.size()));
}
} // namespace

Sheet::Sheet (ClipId clipId, const Clip& c) : id (clipId), clip (&c), lines (std::clamp (c.lines, 1, 1024)), linesPerBeat (std::clamp (c.linesPerBeat, 1, 96))
{
    layOut (c.notes, lines, notes, firstNote);
    layOut (c.effects, lines, commands, firstCommand);

    for (const auto& note : notes)
        columns = std::max (columns, std::min (note.column + 1, 12));
}

const Sheet* Sheets::find (ClipId id)
{
    if (const auto known = sheets.find (id); known != sheets.end())
        return &known->second;

    const auto* clip = project.clips.find (id);
    return clip != nullptr ? &sheets.emplace (id, Sheet (id, *clip)).first->second : nullptr;
}

} // namespace athanor
