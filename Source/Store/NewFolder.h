// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that is there with all that belongs into it, or not at all.
#pragma once

#include "Core/Result.h"

#include <filesystem>

namespace athanor
{

/** Made under another name beside its place, filled there, and given its name when all is in it. One that was not committed
    is deleted. */
class NewFolder
{
public:
    explicit NewFolder (std::filesystem::path target);
    NewFolder (const NewFolder&) = delete;
    ~NewFolder();

    /** Where it is until it is committed. */
    const std::filesystem::path& path() const noexcept { return temporary; }

    /** Fails with a sentence when there is something at its place already, other than an empty folder. */
    Result<Done> make() const;

    /** Gives it its name. */
    Result<Done> commit() const;

private:
    std::filesystem::path target, temporary;
};

} // namespace athanor
