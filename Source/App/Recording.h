// SPDX-License-Identifier: GPL-3.0-or-later
// How a recording is kept in a project.
#pragma once

#include "Core/Result.h"
#include "Dsp/Sound.h"

#include <filesystem>
#include <string>
#include <utility>

namespace athanor
{

/** A recording as the bytes of the file that a project keeps of it. The same sound gives the same bytes, wherever it came from. */
Result<std::string> encodeRecording (const dsp::Sound&);

/** The content hashes by which a project may know what is in a file: of its bytes, and of its sound. Empty when there is none. */
std::pair<std::string, std::string> recordingHashes (const std::filesystem::path&);

} // namespace athanor
