// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes of wavetables as the preset format writes them, of every version.
#pragma once

#include "Formats/Patch/Reading.h"

#include <optional>

namespace athanor
{

Value valueOf (const WavetableSpec&);

/** What can be repaired is repaired, with a remark. Nothing where there is no recipe in it.
    @param where  For remarks, as "wavetable 2". */
std::optional<WavetableSpec> wavetableFrom (const Value*, Reading&, const std::string& where);

} // namespace athanor
