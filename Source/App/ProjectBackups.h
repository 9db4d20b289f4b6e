// SPDX-License-Identifier: GPL-3.0-or-later
// The project as it was at its last saves, to look at and to go back to; and what a crash left of projects without a name.
#pragma once

#include "Core/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace athanor
{

class Session;

struct ProjectBackup
{
    std::filesystem::path file;
    std::int64_t time = 0; ///< Seconds since 1970.
    std::string facts;     ///< How it differs: "3 tracks, 2 patterns, 214 notes".
};

/** The backups of the open project, newest first. */
std::vector<ProjectBackup> backupsOf (const Session&);

/** Puts the project of a backup in the place of the open one, as an edit that can be undone. */
Result<Done> goBackTo (Session&, const std::filesystem::path& backup);

/** A project that was never saved and is not open now. */
struct LostProject
{
    std::filesystem::path path;
    std::int64_t time = 0; ///< Of its last change, seconds since 1970.
};

/** Newest first. */
std::vector<LostProject> lostProjects (const Session&);

/** Deletes one for ever; fails with a sentence when it is none of them. */
Result<Done> forgetLost (Session&, const std::filesystem::path&);

/** When the project was saved last, in seconds since 1970; nothing when never. */
std::int64_t savedAt (const Session&);

} // namespace athanor
