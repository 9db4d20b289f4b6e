// SPDX-License-Identifier: GPL-3.0-or-later
// The files a project uses: kept in it by content, found missing, and given back.
#pragma once

#include "Core/Result.h"
#include "Model/Project.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** A file that a project names and that is not in its folder. */
struct MissingAsset
{
    std::string hash;
    std::string name; ///< As it was called where it came from; may be empty.
};

/** What came of giving a file for one that was missing. */
struct Relinked
{
    std::string hash;    ///< Of the file that was given.
    bool isSame = false; ///< Whether that is the file that was missing. If not, ask before taking it all the same.
};

/** The assets folder of one project: each file is named by its content hash and never changes. */
class Assets
{
public:
    explicit Assets (std::filesystem::path f) : folder (std::move (f)) {}

    const std::filesystem::path& path() const noexcept { return folder; }

    /** Copies a file, or bytes, into the folder. Returns the content hash; what is there already is not written again. */
    Result<std::string> add (const std::filesystem::path& file) const;
    Result<std::string> addBytes (std::string_view) const;

    /** Where the file is; empty when it is missing. */
    std::filesystem::path find (const std::string& hash) const;

    std::vector<MissingAsset> missing (const Project&) const;

    /** Takes the file when it is the one with this hash. One that is another is not taken: then ask, add() it and put it in
        the place of the old one with replaceAsset(). */
    Result<Relinked> relink (const std::string& hash, const std::filesystem::path& file) const;

private:
    std::filesystem::path folder;
};

/** The hashes of all assets that a project plays or lists. */
std::set<std::string> usedAssets (const Project&);

/** The project with every use of one asset replaced by another. */
Project replaceAsset (Project, const std::string& before, const std::string& after);

} // namespace athanor
