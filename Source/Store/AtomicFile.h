// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are there whole or not at all, whatever happens while they are written.
#pragma once

#include "Core/Hash.h"
#include "Core/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace athanor
{

/** Writes a file beside its place and moves it there when it is whole and on the disk. A reader sees the old file or the
    new one; one that was not committed leaves nothing behind. */
class AtomicFile
{
public:
    explicit AtomicFile (std::filesystem::path target);
    AtomicFile (const AtomicFile&) = delete;
    ~AtomicFile();

    /** After a failure the following calls do nothing, and commit() says why. */
    void write (std::string_view bytes);

    /** Waits for the disk, then puts the file in its place. */
    Result<Done> commit();

    /** The same at a place that is known only now, in the same folder. */
    Result<Done> commitAs (const std::filesystem::path& target);

private:
    void fail (const std::string& during);

    std::filesystem::path target, temporary;
    int file = -1;
    Result<Done> state = Done {};
};

/** Deletes what writers that were killed left unfinished in a folder. Only for who knows that nobody is writing there. */
void removeUnfinished (const std::filesystem::path& folder);

Result<Done> writeFile (const std::filesystem::path&, std::string_view bytes);

/** Fails with a sentence when the file is not there, cannot be read or is longer than `longest` bytes. */
Result<std::string> readFile (const std::filesystem::path&, std::uint64_t longest = std::uint64_t { 1 } << 31);

/** The content hash of a file, read piece by piece. */
Result<std::string> hashFile (const std::filesystem::path&);

/** Copies a file, naming the copy by what is in it; nothing is written when the folder has it already. Returns the hash. */
Result<std::string> copyByContent (const std::filesystem::path& file, const std::filesystem::path& folder);

/** Waits until the names in a folder are on the disk. Best effort: some file systems cannot. */
void syncFolder (const std::filesystem::path&) noexcept;

/** The sentence for an errno, with the file's name; the detail has the path. */
Failure fileFailure (const std::filesystem::path&, int error, const std::string& during);

} // namespace athanor
