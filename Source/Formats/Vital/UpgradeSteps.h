// SPDX-License-Identifier: GPL-3.0-or-later
// What the two files of upgrade steps share.
#pragma once

#include "Formats/Vital/OldPreset.h"

#include <span>

namespace athanor
{

struct UpgradeStep
{
    const char* before; ///< Presets of versions before this need it.
    void (*apply) (OldPreset&);
};

/** From 0.4.7 on, oldest first. */
std::span<const UpgradeStep> laterUpgrades();

/** Takes out what only old versions read, and what would make Vital upgrade the preset again. */
void forgetOldNames (Value::Parts& settings);

} // namespace athanor
