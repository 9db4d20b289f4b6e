// SPDX-License-Identifier: GPL-3.0-or-later
// Any file that can become a project, read without opening it: for rendering, converting and looking.
#pragma once

#include "App/ImportRemark.h"
#include "Core/Result.h"
#include "Dsp/Sound.h"
#include "Model/Project.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace athanor
{

/** A project with the recordings it uses, and what a musician should know about how it was read. */
struct LoadedProject
{
    Project project;
    std::map<std::string, dsp::SharedSound> sounds; ///< By content hash; missing ones are not there.
    std::map<std::string, std::string> files;       ///< By content hash: the bytes of what is not on disk yet.
    std::vector<std::string> remarks;               ///< What was dropped or approximated: one sentence each.
    std::vector<ImportRemark> report;               ///< The same, sorted and counted, of a file of another program.
    std::string kind;                               ///< As "Athanor project" or "FastTracker II module".

    dsp::SharedSound sound (const std::string& hash) const
    {
        const auto found = sounds.find (hash);
        return found == sounds.end() ? nullptr : found->second;
    }
};

/** A project folder, or a file that Formats can read. Changes nothing on disk. */
Result<LoadedProject> loadProject (const std::filesystem::path&);

} // namespace athanor
