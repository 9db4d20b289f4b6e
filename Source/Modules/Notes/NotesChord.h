// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"
#include "Modules/Notes/NoteIds.h"

#include <array>

namespace athanor
{

/** Plays a chord for each note. */
template <typename S>
class NotesChord final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "notes.chord", "Chord", "Notes", "Plays a whole chord for each note." };

    NotesChord() : ModuleOf<S> (about) {}

    NotesIn in { *this, "in", "The notes to build chords on." };
    Knob kind { *this, "chord", choice (names, 3), "Which chord it is." };
    Knob inversion { *this, "inversion", whole (0, 3, 0), "How many of its lowest notes are played an octave higher." };
    Knob softer { *this, "softer", amount (0.2f), "How much softer the added notes are struck." };
    NotesOut out { *this, "out", "The notes with their chords." };

    void reset() noexcept override { sounding = {}; }

    void process (const Block<S>& block) noexcept override
    {
        for (auto& event : block[in])
            event.kind == NoteEvent::Kind::start ? start (block, event) : stop (block, event);
    }

private:
    static constexpr std::array<std::string_view, 14> names { "none", "octave", "fifth", "major", "minor", "sus 2", "sus 4", "diminished",
                                                              "augmented", "6", "7", "major 7", "minor 7", "minor 9" };

    static constexpr int most = 4;
    using Steps = std::array<int, most>;

    /** Semitones above the note; 0 for none. */
    static constexpr std::array<Steps, 14> chords { { { 0, 0, 0, 0 }, { 12, 0, 0, 0 }, { 7, 0, 0, 0 }, { 4, 7, 0, 0 }, { 3, 7, 0, 0 }, { 2, 7, 0, 0 }, { 5, 7, 0, 0 }, { 3, 6, 0, 0 }, { 4, 8, 0, 0 }, { 4, 7, 9, 0 }, { 4, 7, 10, 0 }, { 4, 7, 11, 0 }, { 3, 7, 10, 0 }, { 3, 7, 10, 14 } } };

    struct Sounding
    {
        std::uint32_t note = 0;
        int added = 0; ///< Zero: this place is free.
    };

    void start (const Block<S>& block, NoteEvent event) noexcept
    {
        const auto& steps = chords[static_cast<std::size_t> (block.choice (kind))];
        const int higher = block.choice (inversion);
        const auto root = event;

        if (higher > 0 && steps[0] != 0)
            event.pitch += 12;

        (void)block[out].push (event);
        int added = 0;

        for (; added < most && steps[static_cast<std::size_t> (added)] != 0; ++added)
        {
            auto note = root;
            note.note = derivedNote (root.note, static_cast<std::uint32_t> (added));
            note.pitch += static_cast<float> (steps[static_cast<std::size_t> (added)] + (added + 1 < higher ? 12 : 0));
            note.velocity *= 1 - block[softer][root.frame][0];
            (void)block[out].push (note);
        }

        // With no place left nothing would ever stop the added notes, so they stop at once.
        for (auto& place : sounding)
            if (place.added == 0 && added > 0)
            {
                place = { root.note, added };
                return;
            }

        if (added > 0)
            stopAdded (block, event, added);
    }

    void stop (const Block<S>& block, const NoteEvent& event) noexcept
    {
        (void)block[out].push (event);

        for (auto& place : sounding)
            if (place.added > 0 && place.note == event.note)
            {
                stopAdded (block, event, place.added);
                place = {};
            }
    }

    void stopAdded (const Block<S>& block, NoteEvent event, int added) const noexcept
    {
        const auto root = event.note;
        event.kind = NoteEvent::Kind::stop;

        for (int which = 0; which < added; ++which)
        {
            event.note = derivedNote (root, static_cast<std::uint32_t> (which));
            (void)block[out].push (event);
        }
    }

    std::array<Sounding, NoteStream::capacity> sounding;
};

} // namespace athanor
