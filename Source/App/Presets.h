// SPDX-License-Identifier: GPL-3.0-or-later
// Where the presets of the synth are that come with the program.
#pragma once

#include <filesystem>

namespace athanor
{

/** The folder Presets beside the program or above it; empty if there is none. */
std::filesystem::path presetsFolder();

} // namespace athanor
