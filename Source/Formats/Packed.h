// SPDX-License-Identifier: GPL-3.0-or-later
// A whole project as one file: a zip of project.json and its assets.
#pragma once

#include "Core/Result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace athanor
{

/** What a packed project may hold. A zip with more is refused before it is unpacked. */
struct PackedLimits
{
    std::uint64_t bytes = std::uint64_t { 4 } << 30; ///< Of all files together, unpacked.
    int entries = 20'000;
};

/** Whether a zip may bring a file of that name: "project.json", or "assets/" and a content hash. */
bool isPackedName (std::string_view) noexcept;

/** Whether these bytes are a zip, by their content. */
bool isPacked (std::string_view bytes) noexcept;

/** Writes the project in a folder as a zip beside which nothing is left on failure. Equal folders give equal bytes. What
    else is in the folder (history, backups) stays there. */
Result<bool> pack (const std::filesystem::path& folder, const std::filesystem::path& zip);

/** Unpacks into a folder that does not exist yet; whole, or not at all. Other files in the zip are left out; assets that are
    not what their name says make it fail. */
Result<bool> unpack (const std::filesystem::path& zip, const std::filesystem::path& folder, const PackedLimits& = {});

/** The same in memory, by file name. */
Result<std::string> packFiles (const std::map<std::string, std::string>&);
Result<std::map<std::string, std::string>> unpackFiles (std::string_view bytes, const PackedLimits& = { std::uint64_t { 1 } << 30 });

} // namespace athanor
