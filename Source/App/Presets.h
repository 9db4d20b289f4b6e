// SPDX-License-Identifier: GPL-3.0-or-later
// The presets of the synth that come with the program, as files in a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace athanor
{

/** The folder Presets beside the program or above it; empty if there is none. */
std::filesystem::path presetsFolder();

/** Patches below a folder, by category and name. */
std::vector<std::filesystem::path> presetsIn (const std::filesystem::path& folder);

/** So many places behind (or, below zero, before) the preset of this name, all around; where there is none of it, the first or the
    last. Empty: there are no presets. */
std::filesystem::path presetBeside (const std::vector<std::filesystem::path>&, const std::string& name, int places);

} // namespace athanor
