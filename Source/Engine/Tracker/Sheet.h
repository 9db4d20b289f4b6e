// SPDX-License-Identifier: GPL-3.0-or-later
// A clip laid flat: its cells and commands by line, so that reading a line costs no search.
#pragma once

#include "Model/Project.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace athanor
{

struct Sheet
{
    struct Note
    {
        int column = 0;
        Cell cell;
    };

    struct Command
    {
        int column = 0;
        Effect effect;
    };

    Sheet() = default;
    explicit Sheet (ClipId, const Clip&);

    std::span<const Note> notesAt (int line) const noexcept { return part (notes, firstNote, line); }

    std::span<const Command> commandsAt (int line) const noexcept { return part (commands, firstCommand, line); }

    ClipId id;
    const Clip* clip = nullptr;
    int lines = 1;        ///< 1 to 1024, whatever the clip says.
    int linesPerBeat = 4; ///< 1 to 96.
    int columns = 1;      ///< Note columns that it uses, at least 1.
    std::vector<Note> notes;
    std::vector<Command> commands;

private:
    template <typename Entry>
    static std::span<const Entry> part (const std::vector<Entry>& entries, const std::vector<std::uint32_t>& first, int line) noexcept
    {
        const auto at = static_cast<std::size_t> (line);
        return { entries.data() + first[at], entries.data() + first[at + 1] };
    }

    std::vector<std::uint32_t> firstNote, firstCommand; ///< lines + 1 places in `notes` and `commands`.
};

/** The sheets of a project, each laid out when it is first asked for. */
class Sheets
{
public:
    explicit Sheets (const Project& p) : project (p) {}

    /** Null when the project has no such clip. */
    const Sheet* find (ClipId);

private:
    const Project& project;
    std::map<ClipId, Sheet> sheets;
};

} // namespace athanor
