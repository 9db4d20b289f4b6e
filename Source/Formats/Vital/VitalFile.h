// SPDX-License-Identifier: GPL-3.0-or-later
// Presets of Vital: files ending in .vital.
#pragma once

#include "Core/Result.h"
#include "Formats/Patch/Reading.h"

#include <string>
#include <string_view>

namespace athanor
{

using VitalPatch = ReadPatch;

/** Refused beyond these. */
constexpr std::size_t longestVital = std::size_t { 64 } << 20;
constexpr std::size_t longestVitalWithoutWaves = std::size_t { 4 } << 20;

/** Whether it looks like a preset; cheap, and no promise. */
bool isVital (std::string_view bytes) noexcept;

/** Any version. What Vital would refuse or choke on is repaired where its meaning is clear, with a remark; faultsOf() finds
    nothing in what comes out. The name is what the file says, which Vital replaces by the file's name. */
Result<VitalPatch> readVital (std::string_view bytes);

/** What is lost on the way to Vital is in the remarks. */
struct WrittenVital
{
    std::string bytes;
    std::vector<std::string> remarks;
};

/** A complete preset of Vital 1.0.6: all controls, slots, lines, wavetables and the sample. Refuses a patch with faults. */
Result<WrittenVital> writeVitalWithRemarks (const PatchSpec&);

/** The same, without the remarks. */
Result<std::string> writeVital (const PatchSpec&);

} // namespace athanor
