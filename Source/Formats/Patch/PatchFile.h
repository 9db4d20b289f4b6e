// SPDX-License-Identifier: GPL-3.0-or-later
// Our own file of a patch: JSON that a person can read, and that loses nothing.
#pragma once

#include "Core/Result.h"
#include "Formats/Patch/Reading.h"
#include "Formats/Project/Migrations.h"

#include <span>
#include <string>
#include <string_view>

namespace athanor
{

/** Refused beyond these, as presets of Vital are. */
constexpr std::size_t longestPatch = std::size_t { 64 } << 20;
constexpr std::size_t longestPatchWithoutWaves = std::size_t { 4 } << 20;

/** Whether it looks like one; cheap, and no promise. */
bool isPatch (std::string_view text) noexcept;

/** Canonical: equal patches give equal bytes.

    Controls stand under `modules` by family ("osc_1", "env_2", "chorus", "voice"), slots under `modulation`, those of a
    macro under its `assignments`. Of the first four macros the value is the control of that name.
*/
std::string writePatch (const PatchSpec&);

/** One step for each schema before the present one, oldest first. */
std::span<const Migration> patchMigrations();

/** Of this or an older schema. Of a newer one what is understood is read and the rest kept. What is out of order is repaired,
    with a remark; faultsOf() finds nothing in what comes out. */
Result<ReadPatch> readPatch (std::string_view text, std::span<const Migration> steps = patchMigrations());

} // namespace athanor
