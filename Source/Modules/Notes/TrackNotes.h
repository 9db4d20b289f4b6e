// SPDX-License-Identifier: GPL-3.0-or-later
// Where notes enter the note devices of a track, and where they leave them.
#pragma once

#include "Modules/Module.h"

namespace athanor
{

/** The notes of a track before its note devices. The engine writes its output; there is nothing to compute. */
template <typename S>
class NotesEntry final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "notes.in", "Notes in", "Notes", "The notes that the pattern, the keyboard and MIDI play on this track." };

    NotesEntry() : ModuleOf<S> (about) {}

    NotesOut notes { *this, "notes", "The notes as they are played." };

    void process (const Block<S>&) noexcept override {}
};

/** The notes of a track after its note devices. The engine reads its input; there is nothing to compute. */
template <typename S>
class NotesExit final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "notes.out", "Notes out", "Notes", "Sends notes to the instruments of this track." };

    NotesExit() : ModuleOf<S> (about) {}

    NotesIn notes { *this, "notes", "The notes that the instruments shall play." };

    void process (const Block<S>&) noexcept override {}
};

} // namespace athanor
