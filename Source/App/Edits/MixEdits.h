// SPDX-License-Identifier: GPL-3.0-or-later
// Who plays into whom: groups, sends, and tracks that listen to others.
#pragma once

#include "App/Edits/PatternPlaces.h"

#include <vector>

namespace athanor
{

/** The tracks that this one may play into: groups and the master (zero), but none that plays into it. */
std::vector<TrackId> outputsFor (const Project&, TrackId);

/** Makes a track play into a group, or into the master if that is zero. False where it would go round in a circle. */
bool setOutput (Project&, TrackId, TrackId group);

/** A new group at the place of a track, which plays into it from now on. */
TrackId groupTrack (Project&, TrackId);

/** Takes a group away; what played into it plays where it did. False when it is none. */
bool ungroup (Project&, TrackId);

void removeSend (Project&, TrackId from, TrackId to);

/** Whether what is sent does not follow the fader. Nothing happens where nothing is sent. */
void setPreFader (Project&, TrackId from, TrackId to, bool isPreFader);

/** The tracks that the modules of a track listen to. */
std::vector<TrackId> heardBy (const Project&, TrackId);

/** The track that a "track.listen" listens to; zero: none. */
TrackId sourceOf (const Node&);
void setSource (Node&, TrackId);

/** Puts a compressor at the end of a track that gives way to another track. False for a track that hears itself. */
bool addSidechain (Project&, TrackId, TrackId source);

} // namespace athanor
