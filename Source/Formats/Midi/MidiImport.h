// SPDX-License-Identifier: GPL-3.0-or-later
// Standard MIDI Files as projects.
#pragma once

#include "Core/Result.h"
#include "Formats/Import.h"

#include <string_view>

namespace athanor
{

/** Whether these bytes are a Standard MIDI File (perhaps in a RIFF wrapper), by their content. */
bool isMidi (std::string_view bytes);

/** The file as a project: a track for each channel of each of its tracks, patterns of whole bars, tempo map and meters,
    names, and a patch of our own for each program. The same bytes give the same project, with the same ids. */
Result<Imported> importMidi (std::string_view bytes);

} // namespace athanor
