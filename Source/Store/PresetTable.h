// SPDX-License-Identifier: GPL-3.0-or-later
// What the library remembers about presets, so that thousands of files are read once and not at every start.
#pragma once

#include "Store/Library.h"

#include <cstdint>
#include <span>
#include <unordered_map>

namespace athanor
{

/** A file of a preset as it was when it was read. */
struct StoredPreset
{
    std::filesystem::path file;
    std::int64_t size = 0, changed = 0; ///< Bytes; when it was written, in the file system's own count.
    std::string name, author, comments, style;
    std::vector<std::string> tags;
    std::string problem; ///< Why it cannot be read; empty: it can.

    bool operator== (const StoredPreset&) const = default;
};

/** Measures of how a preset sounds: numbers whose order is that of whoever measured. */
using StoredSound = std::vector<double>;

/** For one thread; others open their own. */
class PresetTable
{
public:
    static Result<PresetTable> open (std::shared_ptr<Library>);

    Library& library() const noexcept { return *shelf; }

    /** Sorted by file. */
    std::vector<StoredPreset> all() const;

    /** All or none. What was measured of an older state of a file is forgotten. */
    Result<Done> put (std::span<const StoredPreset>);
    Result<Done> forget (std::span<const std::filesystem::path>);

    /** Folders that the musician added, in order. */
    std::vector<std::filesystem::path> folders() const;
    Result<Done> setFolder (const std::filesystem::path&, bool isAdded);

    /** Those that were measured in this way, whose number is `version`, by file. */
    std::unordered_map<std::string, StoredSound> sounds (int version) const;
    Result<Done> putSound (const std::filesystem::path&, int version, const StoredSound&);

    /** The files that were not measured in this way and can be read, at most so many. */
    std::vector<std::filesystem::path> unmeasured (int version, int most) const;

private:
    explicit PresetTable (std::shared_ptr<Library> l) : shelf (std::move (l)) {}

    std::shared_ptr<Library> shelf;
};

} // namespace athanor
