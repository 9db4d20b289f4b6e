// SPDX-License-Identifier: GPL-3.0-or-later
// Where tests find files and where they may write them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace athanor
{

/** The top folder of the repository: the nearest one at or above the working folder that holds Source/Layers.txt. */
std::filesystem::path repositoryRoot();

/** The folder of reference material, when the environment names one in ATHANOR_SHARED and it is there. A test that
    needs it skips without it. */
std::optional<std::filesystem::path> sharedFolder();

/** All bytes of a file; an empty string and a failed test when it cannot be read. */
std::string readWhole (const std::filesystem::path&);

/** A new empty folder that is gone, with all it holds, when the test ends. */
class TemporaryFolder
{
public:
    TemporaryFolder();
    TemporaryFolder (const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    const std::filesystem::path path;
};

} // namespace athanor
