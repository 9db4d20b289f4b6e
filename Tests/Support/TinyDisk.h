// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that a test may fill or write-protect, for what happens to those who write to it then.
#pragma once

#include <filesystem>

namespace athanor
{

/** Runs a function with a disk of its own, in a process that has its own view of the file system. The test has failed when something in
    there has, and is skipped where mounting is not allowed. */
void onTinyDisk (int megabytes, void (*test) (const std::filesystem::path& disk));

/** Until there is no room for one byte more. What was written is in the file that is answered: once it is gone, there is room again. */
std::filesystem::path fillUp (const std::filesystem::path& disk);

/** Nothing can be written to it from now on. */
bool writeProtect (const std::filesystem::path& disk);

} // namespace athanor
