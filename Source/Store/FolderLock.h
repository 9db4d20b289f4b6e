// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a second program from opening the same project.
#pragma once

#include "Core/Result.h"

#include <filesystem>
#include <memory>

namespace athanor
{

/** A folder is this program's as long as this lives; the system lets go when the program dies, however it dies. */
class FolderLock
{
public:
    /** Fails with a sentence when another program, or another part of this one, has it or when the folder is read-only. */
    static Result<std::shared_ptr<FolderLock>> take (const std::filesystem::path& folder);

    FolderLock (const FolderLock&) = delete;
    ~FolderLock();

private:
    explicit FolderLock (int f) : file (f) {}

    int file;
};

} // namespace athanor
