// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through folders for presets, and reads those that are new or were written since.
#pragma once

#include "Store/PresetTable.h"

#include <functional>
#include <optional>
#include <unordered_map>

namespace athanor
{

/** Presets that are known, by file. */
using KnownPresets = std::unordered_map<std::string, StoredPreset>;

/** What a look has found so far. */
struct ScanPart
{
    std::vector<StoredPreset> read;             ///< New, or other than before.
    std::vector<std::filesystem::path> missing; ///< Known, but not there any more. Of a folder that is gone as a whole, nothing.
};

/** Any thread; on the disk for as long as it takes. What is no preset is passed over, what is a broken one is told with its problem;
    links to folders are not followed.
    @param tell  Called again and again with what has been found since.
    @param shouldStop  Asked before each file. */
void scanPresets (const std::vector<std::filesystem::path>& folders, const KnownPresets&, const std::function<void (const ScanPart&)>& tell,
                  const std::function<bool()>& shouldStop);

/** Reads one file, whatever is known about it. Nothing: it is no preset, and none that is broken either. */
std::optional<StoredPreset> readPreset (const std::filesystem::path&);

} // namespace athanor
