// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and recordings of patches, as the preset format and ours write them.
#pragma once

#include "Formats/Patch/Reading.h"

namespace athanor
{

Value valueOf (const PatchLine&);

/** Repaired where it can be; nothing where there is no line in it. `where` goes into the remarks, as "LFO 3". */
std::optional<PatchLine> lineFrom (const Value*, Reading&, const std::string& where);

Value valueOf (const PatchSample&);

/** Nothing where there is no recording in it.
    @param areFloats  Presets before 0.3.7 kept floats. */
std::optional<PatchSample> sampleFrom (const Value*, Reading&, bool areFloats);

/** 16-bit samples of a text, cut where they are too many. */
std::shared_ptr<const std::vector<std::int16_t>> samplesFrom (std::string_view base64, bool areFloats);

std::string textOf (const std::shared_ptr<const std::vector<std::int16_t>>& samples);

} // namespace athanor
