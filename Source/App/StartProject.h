// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty project holds, so that a key pressed right away sounds and is written down.
#pragma once

#include "Model/Project.h"
#include "Patch/PatchSpec.h"

namespace athanor
{

/** Four note tracks, a send with a reverb and a master with a limiter; a simple synth; one pattern of 64 lines in the sequence. */
Project startProject();

/** One note track, its synth and a master, for a sound or a sketch. */
Project sketchProject();

/** One track that plays an instrument with this patch. */
Project patchProject (const PatchSpec&);

/** Eight note tracks with a synth each. */
Project wideProject();

/** An instrument with a patch: oscillator, filter, envelope. */
Instrument simpleSynth (const std::string& name, int number);

} // namespace athanor
