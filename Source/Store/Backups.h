// SPDX-License-Identifier: GPL-3.0-or-later
// The projects of before: which are kept, and what they are called.
#pragma once

#include "Core/Result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace athanor
{

using TimePoint = std::chrono::system_clock::time_point;

/** As "2026-11-21T12-00-00.json", in universal time, so that names sort as the times do. */
std::string backupName (TimePoint);

/** Those of `names` to be deleted so that twenty stay: the newest five, then the newest of each hour, five of them, then the
    newest of each day. Names that are no backups are left alone. */
std::vector<std::string> superfluousBackups (std::vector<std::string> names);

/** Keeps `file` as a backup and deletes those that are superfluous. The file stays where it is. */
Result<Done> makeBackup (const std::filesystem::path& file, const std::filesystem::path& backups, TimePoint);

/** All backups in a folder, newest first. */
std::vector<std::filesystem::path> listBackups (const std::filesystem::path& backups);

} // namespace athanor
