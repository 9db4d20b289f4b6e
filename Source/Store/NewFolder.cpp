// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/NewFolder.h"

#include "Core/Id.h"
#include "Store/AtomicFile.h"

#include <cerrno>
#include <cstdio>

namespace athanor
{

namespace fs = std::filesystem;

NewFolder::NewFolder (fs::path t)
    : target (std::move (t)), temporary (target.parent_path() / ("." + target.filename().string() + "." + toHex (randomBits()))) {}

NewFolder::~NewFolder()
{
    std::error_code ignored;
    fs::remove_all (temporary, ignored);
}

Result<Done> NewFolder::make() const
{
    std::error_code error;

    if (fs::exists (target, error) && ! fs::is_empty (target, error))
        return Failure { "There is something called “" + target.filename().string() + "” already: choose another name.", target.string() };

    fs::create_directories (temporary, error);

    if (error)
        return fileFailure (target, error.value(), "making the folder");

    return Done {};
}

Result<Done> NewFolder::commit() const
{
    syncFolder (temporary);

    // Over an empty folder, if there is one.
    if (std::rename (temporary.c_str(), target.c_str()) != 0)
        return fileFailure (target, errno, "putting the folder in its place");

    syncFolder (target.parent_path());
    return Done {};
}

} // namespace athanor
