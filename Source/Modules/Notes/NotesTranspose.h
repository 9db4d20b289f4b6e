// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"

namespace athanor
{

/** Moves every note up or down. */
template <typename S>
class NotesTranspose final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "notes.transpose", "Transpose", "Notes", "Moves every note up or down." };

    NotesTranspose() : ModuleOf<S> (about) {}

    NotesIn in { *this, "in", "The notes to move." };
    Knob octave { *this, "octave", whole (-4, 4, 0), "Octaves up or down." };
    Knob semitone { *this, "semitone", whole (-12, 12, 0), "Semitones up or down." };
    Knob low { *this, "low", whole (0, 127, 0), "Notes that were below this before they were moved are left out." };
    Knob high { *this, "high", whole (0, 127, 127), "Notes that were above this before they were moved are left out." };
    NotesOut out { *this, "out", "The notes where they are now." };

    void process (const Block<S>& block) noexcept override
    {
        const auto by = static_cast<float> (12 * block.choice (octave) + block.choice (semitone));
        const auto lowest = static_cast<float> (block.choice (low)) - 0.5f, highest = static_cast<float> (block.choice (high)) + 0.5f;

        for (auto event : block[in])
        {
            // A stop is never left out: where its start was, it finds nothing to stop.
            if (event.kind == NoteEvent::Kind::start && (event.pitch < lowest || event.pitch > highest))
                continue;

            event.pitch += by;
            (void)block[out].push (event);
        }
    }
};

} // namespace athanor
