// SPDX-License-Identifier: GPL-3.0-or-later
// Instruments that play a recording.
#pragma once

#include "Model/Project.h"

#include <string>

namespace athanor
{

/** A new instrument that plays a recording over the whole keyboard, as it is on C-4; with the next free number. */
InstrumentId addSampler (Project&, const std::string& sound, const std::string& name);

/** Makes an instrument play this recording and no other. A patch that plays no recordings goes; one that does stays. False when there is no such
    instrument. */
bool setSampler (Project&, InstrumentId, const std::string& sound, const std::string& name);

} // namespace athanor
