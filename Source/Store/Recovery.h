// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the project that was open last out of what lies in its folder, in whatever state that is.
#pragma once

#include "Store/Journal.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace athanor
{

/** What lies where in a project folder. */
namespace inFolder
{
inline constexpr auto project = "project.json", damagedProject = "project.damaged.json", history = "history.sqlite";
inline constexpr auto assets = "assets", backups = "backups";
} // namespace inFolder

struct Recovered
{
    std::shared_ptr<Journal> journal; ///< Standing where the history does.
    History history { Project() };
    std::string hashOnDisk; ///< Of the text that the history leads from: project.json or a backup.
    bool wasNotSaved = false;
    int edits = 0;                  ///< How many changes lie between that text and the project.
    std::vector<std::string> notes; ///< A sentence for each thing that was not in order.
};

/** For a folder that nobody else has open. Fails only when there is no project that can be read, or nothing can be written. */
Result<Recovered> recover (const std::filesystem::path& folder);

} // namespace athanor
