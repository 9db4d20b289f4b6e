// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of sound that come with the program, read from their folder.
#pragma once

#include "Compose/Sound/MacroTemplate.h"
#include "Core/Result.h"

#include <filesystem>
#include <vector>

namespace athanor
{

/** Where they lie: the folder macros of the templates that come with the program; empty if there is none. */
std::filesystem::path macroTemplatesFolder();

/** All templates of a folder, by id. Fails with the first one that is not to be used, and where it is wrong; a folder without any
    fails, too. */
Result<std::vector<MacroTemplate>> loadMacroTemplates (const std::filesystem::path& folder);

} // namespace athanor
