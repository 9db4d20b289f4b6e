// SPDX-License-Identifier: GPL-3.0-or-later
// Patches with something in every place, and presets as small as they can be.
#pragma once

#include "Patch/PatchSpec.h"

#include <string>

namespace athanor
{

/** Every control at a number of its own, every kind of component, curves, unknown parts; it has no faults. */
PatchSpec fullPatch();

/** The smallest preset that Vital takes, with more among its settings, as ", \"volume\": 4000". */
std::string smallPreset (const std::string& moreSettings = {}, const std::string& version = "1.0.6");

} // namespace athanor
