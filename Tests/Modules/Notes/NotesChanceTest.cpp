// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Notes/NotesChance.h"

#include "Modules/Rig.h"

namespace athanor
{

namespace
{
/** Which of a thousand notes are played. */
std::vector<std::uint32_t> lucky (float chance, float seed = 1)
{
    Rig<dsp::Stereo> rig ("notes.chance");
    rig.set ("chance", chance).set ("seed", seed);
    std::vector<std::uint32_t> played;

    for (std::uint32_t note = 0; note < 1'000; ++note)
    {
        rig.notesIn ("in").clear();
        (void)rig.notesIn ("in").push ({ NoteEvent::Kind::start, 5, note, 60 });
        (void)rig.notesIn ("in").push ({ NoteEvent::Kind::stop, 50, note });
        rig.run();
        int stops = 0;

        for (auto& event : rig.notesOut ("out"))
            if (event.kind == NoteEvent::Kind::start)
                played.push_back (event.note);
            else
                ++stops;

        EXPECT_EQ (stops, 1) << "a stop is never left out";
    }

    return played;
}
} // namespace

TEST (NotesChance, playsAsManyAsItSays)
{
    EXPECT_EQ (lucky (1).size(), 1'000u);
    EXPECT_EQ (lucky (0).size(), 0u);
    EXPECT_NEAR (static_cast<double> (lucky (0.3f).size()), 300, 50);
}

TEST (NotesChance, throwsTheSameDiceEachTimeAndOthersForAnotherSeed)
{
    EXPECT_EQ (lucky (0.5f), lucky (0.5f));
    EXPECT_NE (lucky (0.5f), lucky (0.5f, 2));
}

} // namespace athanor
