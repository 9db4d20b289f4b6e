// SPDX-License-Identifier: GPL-3.0-or-later
// The samples and instruments of a module as assets and instruments of a project.
#pragma once

#include "Formats/ContentIds.h"
#include "Formats/Tracker/TrackerSong.h"

#include <map>

namespace athanor::tracker
{

/** Adds them all to the project; returns the id of each instrument by its number in the module (from 1). */
std::map<int, InstrumentId> addInstruments (Song&, const ContentIds&, Imported&);

} // namespace athanor::tracker
