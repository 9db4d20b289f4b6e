// SPDX-License-Identifier: GPL-3.0-or-later
// A job as a list shows it, in the window and in the shell.
#pragma once

#include "Jobs/Job.h"

#include <filesystem>
#include <optional>
#include <string>

namespace athanor
{

struct JobLine
{
    std::string name, status, detail;
    std::optional<double> progress; ///< 0 to 1; nothing while nobody knows.

    /** What can be done with it now. */
    enum class Act { none,
                     cancel,
                     retry,
                     openFolder,
                     openSong } act = Act::none;
};

JobLine lineOf (const Job&);

/** Where a rendering has put its first file, or a bundle is; empty for anything else. */
std::filesystem::path fileMadeBy (const Job&);

/** As "1:05" or "12 s". */
std::string durationInWords (double seconds);

} // namespace athanor
