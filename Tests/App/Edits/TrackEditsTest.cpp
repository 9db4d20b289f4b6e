// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/TrackEdits.h"

#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (TrackEdits, putANewTrackToTheRight)
{
    SmallProject small;
    const auto added = addTrack (small.project, TrackKind::note, small.left, small.piano);

    EXPECT_EQ (patternTracks (small.project), (std::vector { small.left, added, small.right }));
    EXPECT_EQ (small.project.tracks.find (added)->instrument, small.piano);
    EXPECT_EQ (tracksInOrder (small.project).back(), small.master);
}

TEST (TrackEdits, copyATrackWithItsClips)
{
    SmallProject small;
    small.put (small.right, 3, 60);
    const auto copied = duplicateTrack (small.project, small.right);
    small.put (small.right, 4, 61);

    EXPECT_EQ (clipAt (small.project, small.pattern, copied)->notes.size(), 1u);
    EXPECT_EQ (small.project.tracks.find (copied)->name, "Right 2");
    EXPECT_FALSE (duplicateTrack (small.project, small.master));
}

TEST (TrackEdits, leaveNothingBehindOfARemovedTrack)
{
    SmallProject small;
    const auto group = addTrack (small.project, TrackKind::group, small.left), send = addTrack (small.project, TrackKind::send, small.left);
    small.project.tracks.edit (small.left).parent = group;
    small.project.tracks.edit (small.left).sends.put (send, {});

    EXPECT_TRUE (removeTrack (small.project, group));
    EXPECT_TRUE (removeTrack (small.project, send));
    EXPECT_FALSE (small.project.tracks.find (small.left)->parent);
    EXPECT_TRUE (small.project.tracks.find (small.left)->sends.empty());

    EXPECT_TRUE (removeTrack (small.project, small.right));
    EXPECT_EQ (small.project.clips.size(), 1u);
    EXPECT_FALSE (small.project.patterns.find (small.pattern)->clips.contains (small.right));
    EXPECT_FALSE (removeTrack (small.project, small.master));
}

TEST (TrackEdits, moveATrackAmongTheOthers)
{
    SmallProject small;

    EXPECT_TRUE (moveTrack (small.project, small.right, -1));
    EXPECT_EQ (patternTracks (small.project), (std::vector { small.right, small.left }));
    EXPECT_FALSE (moveTrack (small.project, small.right, -1));
    EXPECT_FALSE (moveTrack (small.project, small.left, 1)) << "the master stays last";
    EXPECT_FALSE (moveTrack (small.project, small.master, -1));
}

TEST (TrackEdits, silenceTheOthersOfASoloTrack)
{
    SmallProject small;
    EXPECT_FALSE (isSilenced (small.project, small.left));
    small.project.tracks.edit (small.right).isSolo = true;

    EXPECT_TRUE (isSilenced (small.project, small.left));
    EXPECT_FALSE (isSilenced (small.project, small.right));
    EXPECT_FALSE (isSilenced (small.project, small.master));
}

TEST (TrackEdits, keepColumnsWithinTheirLimits)
{
    SmallProject small;
    setColumns (small.project, small.left, 99, -1);

    EXPECT_EQ (small.project.tracks.find (small.left)->noteColumns, 12);
    EXPECT_EQ (small.project.tracks.find (small.left)->effectColumns, 0);
}

TEST (TrackEdits, giveACopiedInstrumentTheNextFreeNumber)
{
    SmallProject small;
    const auto copied = duplicateInstrument (small.project, small.bass);

    EXPECT_EQ (small.project.instruments.find (copied)->number, 2);
    EXPECT_EQ (freeInstrumentNumber (small.project), 3);
}

TEST (TrackEdits, nameARemovedInstrumentNowhere)
{
    SmallProject small;
    small.put (small.left, 0, 60);
    static_cast<void> (static_cast<bool> (writeInstrument (small.project, small.pattern, small.at (small.left, 5), 1)));
    small.project.tracks.edit (small.left).instrument = small.piano;
    removeInstrument (small.project, small.piano);

    EXPECT_FALSE (small.cell (small.left, 0).instrument);
    EXPECT_EQ (small.cell (small.left, 0).key, 60);
    EXPECT_EQ (small.clip (small.left).notes.size(), 1u) << "a cell that named only the instrument is empty now";
    EXPECT_FALSE (small.project.tracks.find (small.left)->instrument);
}

} // namespace athanor
