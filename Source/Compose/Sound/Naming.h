// SPDX-License-Identifier: GPL-3.0-or-later
// Names that one would keep, and a line that says what the sound is.
#pragma once

#include "Compose/Sound/PatchOrigin.h"

#include <string>

namespace athanor
{

/** Two or three words for what was asked for and what it is, as "Amber Estuary": the same for the same wishes and seed. */
std::string nameFor (const SoundIntent&, SoundCategory, std::uint64_t seed);

/** What it is in a sentence or two: what was asked for and what was done for it. */
std::string describe (const PatchOrigin&, SoundCategory, const std::string& baseName);

} // namespace athanor
