// SPDX-License-Identifier: GPL-3.0-or-later
// How recipes of wavetables were written before Vital was released.
#pragma once

#include "Formats/Patch/Reading.h"
#include "Formats/Vital/VitalVersion.h"

#include <optional>
#include <vector>

namespace athanor
{

/** What was different in the version that wrote a table. */
struct RecipeAge
{
    bool hasFloatAudio = false;     ///< Recordings were floats …
    bool hasPcmWaves = false;       ///< … and for a while waves were 16-bit integers.
    bool keepsDc = false;           ///< There was no removal of DC yet,
    bool isNeverNormalized = false; ///< no normalisation of the whole table,
    bool hasOpenLines = false;      ///< and lines began at their first point.
};

RecipeAge ageOf (VitalVersion) noexcept;

std::vector<float> floatsOfPcm (std::string_view base64);

/** A line of which only the inner points are told, from -1 to 1: its ends are where a circle through them would be. */
std::optional<PatchLine> closedLine (const Value& keyframe, std::optional<double> pointCount);

/** The six shapes of the sub oscillator, which was replaced by a third oscillator with this table. */
WavetableSpec subWaves();

} // namespace athanor
