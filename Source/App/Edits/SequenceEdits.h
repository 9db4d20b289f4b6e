// SPDX-License-Identifier: GPL-3.0-or-later
// The song as a list of slots, each of which plays a pattern.
#pragma once

#include "App/Edits/PatternPlaces.h"

#include <string>

namespace athanor
{

/** Puts a new slot with a new, empty pattern behind a slot; the clips have the sizes of those in `like`. */
SlotId addPattern (Project&, SlotId behind, PatternId like);

/** Puts a new slot that plays the same pattern behind a slot: what is changed in one is changed in both. */
SlotId repeatSlot (Project&, SlotId);

/** Puts a new slot with a copy of the pattern, and of all its clips, behind a slot. */
SlotId duplicateSlot (Project&, SlotId);

/** Takes a slot out. Patterns that no slot plays any more go with it, and so do their clips. The last slot stays: false. */
bool removeSlot (Project&, SlotId);

/** Moves a slot by places, up if negative. False at the ends. */
bool moveSlot (Project&, SlotId, int places);

/** Names the part of the song that begins here; an empty name: none begins. */
void setSection (Project&, SlotId, const std::string& name);

void renamePattern (Project&, PatternId, const std::string& name);

/** Makes the slot play the next or previous pattern of the song. */
void turnPattern (Project&, SlotId, int by);

} // namespace athanor
