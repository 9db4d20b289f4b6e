// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Notes/NotesChord.h"

#include "Modules/Rig.h"

#include <map>

namespace athanor
{

TEST (NotesChord, playsAChordAndStopsAllOfIt)
{
    Rig<dsp::Stereo> rig ("notes.chord");
    rig.set ("chord", 4);
    (void)rig.notesIn ("in").push ({ NoteEvent::Kind::start, 3, 7, 60, 1 });
    rig.run();
    std::vector<float> pitches;
    std::map<std::uint32_t, int> sounding;

    for (auto& event : rig.notesOut ("out"))
    {
        pitches.push_back (event.pitch);
        ++sounding[event.note];
        EXPECT_EQ (event.frame, 3);
    }

    EXPECT_EQ (pitches, (std::vector<float> { 60, 63, 67 }));
    rig.notesIn ("in").clear();
    (void)rig.notesIn ("in").push ({ NoteEvent::Kind::stop, 0, 7 });
    rig.set ("chord", 0); // What was started with another chord is stopped as it was started.
    rig.run();

    for (auto& event : rig.notesOut ("out"))
        --sounding[event.note];

    EXPECT_EQ (sounding.size(), 3u);

    for (auto& [note, count] : sounding)
        EXPECT_EQ (count, 0);
}

TEST (NotesChord, inversionsMoveTheLowestNotesUp)
{
    Rig<dsp::Stereo> rig ("notes.chord");
    rig.set ("chord", 3).set ("inversion", 2);
    (void)rig.notesIn ("in").push ({ NoteEvent::Kind::start, 0, 7, 60, 1 });
    rig.run();
    std::vector<float> pitches;

    for (auto& event : rig.notesOut ("out"))
        pitches.push_back (event.pitch);

    EXPECT_EQ (pitches, (std::vector<float> { 72, 76, 67 }));
}

} // namespace athanor
