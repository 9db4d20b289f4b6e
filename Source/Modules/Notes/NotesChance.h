// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Oscillator/Noise.h"
#include "Modules/Module.h"

#include <algorithm>
#include <bit>

namespace athanor
{

/** Leaves notes out, and plays those that stay a little unlike each other. */
template <typename S>
class NotesChance final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "notes.chance", "Chance", "Notes", "Leaves some notes out and makes the others less alike, the same each time the song is played." };

    NotesChance() : ModuleOf<S> (about) {}

    NotesIn in { *this, "in", "The notes to take a chance with." };
    Knob chance { *this, "chance", amount (1), "How likely a note is played." };
    Knob velocity { *this, "velocity", amount (0), "How far chance moves how hard it is struck." };
    Knob octave { *this, "octave", amount (0), "How likely it is played an octave higher or lower." };
    Knob seed { *this, "seed", whole (1, 100, 1), "Another number is another throw of the dice." };
    NotesOut out { *this, "out", "The notes that were lucky." };

    void process (const Block<S>& block) noexcept override
    {
        for (auto event : block[in])
        {
            // A stop is never left out: where its start was, it finds nothing to stop.
            if (event.kind == NoteEvent::Kind::start && ! isLucky (block, event))
                continue;

            (void)block[out].push (event);
        }
    }

private:
    /** Throws the dice, which fall by the place in the song and the pitch alone, and changes the note as they say. */
    bool isLucky (const Block<S>& block, NoteEvent& event) const noexcept
    {
        const double beat = block.moment->beatAt (event.frame);
        const auto place = static_cast<std::uint32_t> (static_cast<std::int64_t> (beat * 960 + 0.5));
        const auto from = dsp::scatter (place ^ dsp::scatter (std::bit_cast<std::uint32_t> (event.pitch) + static_cast<std::uint32_t> (block.choice (seed))));
        const auto luck = [from] (std::uint32_t which) { return 0.5f + 0.5f * dsp::chanceOf (from + which); };
        const auto knob = [&] (const Knob& port) { return block[port][event.frame][0]; };

        event.velocity = std::clamp (event.velocity + knob (velocity) * (luck (1) - 0.5f), 0.01f, 1.0f);

        if (luck (2) < knob (octave))
            event.pitch += luck (3) < 0.5f ? -12.0f : 12.0f;

        return luck (0) < knob (chance) || knob (chance) >= 1;
    }
};

} // namespace athanor
