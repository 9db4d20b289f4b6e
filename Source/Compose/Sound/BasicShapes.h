// SPDX-License-Identifier: GPL-3.0-or-later
// Waves and lines that have a name, so that a template or a change of a patch can say which.
#pragma once

#include "Patch/PatchSpec.h"

#include <optional>
#include <span>
#include <string_view>

namespace athanor
{

/** A wavetable by name, as "saw", "pulse" (its width goes with the frame), "saw to square", "harmonics" (more of them with the
    frame), "formants" (five vowels) or "bell"; basicWaveNames() has them all. It is called so in the patch, too, and is the same
    each time. */
std::optional<WavetableSpec> basicWave (std::string_view name);

std::span<const std::string_view> basicWaveNames();

/** A line by name, as "sine", "saw up", "rise" and "fall" (bent, for once), "pump" (ducks and comes back), "steps" or "gate". */
std::optional<PatchLine> basicLine (std::string_view name);

std::span<const std::string_view> basicLineNames();

} // namespace athanor
