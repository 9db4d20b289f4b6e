// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the one thing out of an Ogg file that differs each time it is written.
#pragma once

#include <filesystem>
#include <string>

namespace athanor
{

/** Gives the stream of an Ogg file a fixed serial number instead of one by chance. False, and nothing changed, when it is no
    Ogg file or cannot be written. */
bool setOggSerial (std::string& bytes);
bool setOggSerial (const std::filesystem::path&);

} // namespace athanor
