// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has made with the copilot: which bundle came of which request, so that asking again gives the same one at once.
#pragma once

#include "Store/Library.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace athanor
{

/** One bundle as it was made. */
struct StoredWork
{
    std::string key;      ///< Of the request, as 64 hexadecimal digits.
    int version = 0;      ///< Of the sleeve: another one for the same sound.
    std::string patch;    ///< The content hash of the patch in it.
    std::string artifact; ///< The content hash of the bundle.
    std::string name, category;
    TimePoint made;

    bool operator== (const StoredWork&) const = default;
};

/** For one thread; others open their own. */
class WorkTable
{
public:
    static Result<WorkTable> open (std::shared_ptr<Library>);

    /** The one with the newest sleeve of a request. */
    std::optional<StoredWork> find (const std::string& key) const;

    /** The one with the newest sleeve of each request, newest first. */
    std::vector<StoredWork> all() const;

    /** In the place of what there was of that key and version. */
    Result<Done> put (const StoredWork&);

    /** With all its versions. */
    Result<Done> forget (const std::string& key);

    /** How many requests became works: what opens series of sleeves. */
    int count() const;

private:
    explicit WorkTable (std::shared_ptr<Library> l) : shelf (std::move (l)) {}

    std::shared_ptr<Library> shelf;
};

} // namespace athanor
