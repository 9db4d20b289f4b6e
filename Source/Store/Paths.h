// SPDX-License-Identifier: GPL-3.0-or-later
// Where this user's things lie on this machine.
#pragma once

#include <filesystem>

namespace athanor::paths
{

// Each folder is made when it is not there. With ATHANOR_HOME in the environment all lie in that one folder.

std::filesystem::path data();   ///< What the user would miss: the library, presets, templates, projects never saved.
std::filesystem::path config(); ///< What the user chose for this machine: keys, devices.
std::filesystem::path cache();  ///< What can be made again.

/** What jobs work on and what they made, by content. */
inline std::filesystem::path artifacts() { return data() / "Artifacts"; }

inline std::filesystem::path library() { return data() / "library.sqlite"; }

/** What comes with the program: the folder of this name beside it or above it; empty if there is none. */
std::filesystem::path shipped (const char* name);

/** Projects that have no name yet, each in a folder as any other. */
std::filesystem::path unsaved();

} // namespace athanor::paths
