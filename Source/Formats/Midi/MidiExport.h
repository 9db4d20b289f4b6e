// SPDX-License-Identifier: GPL-3.0-or-later
// The notes of a project as a Standard MIDI File.
#pragma once

#include "Model/Project.h"

#include <string>

namespace athanor
{

/** A file of format 1: tempo, meters and sections, then a track for each note track with its name, program and notes, as the
    patterns are written from the first slot to the last. Effect commands, automation and sounds have no place in it. */
std::string exportMidi (const Project&);

} // namespace athanor
