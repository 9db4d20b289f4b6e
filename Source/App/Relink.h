// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings that a project names and does not have: which they are, and how they are found again.
#pragma once

#include "Core/Result.h"
#include "Model/Project.h"

#include <atomic>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace athanor
{

class Session;

struct MissingRecording
{
    std::string hash;
    std::string name;   ///< As it was called where it came from; never empty.
    double seconds = 0; ///< How long it was; 0 when nobody knows.
};

/** Every recording of the project that cannot be played now, by name. */
std::vector<MissingRecording> missingRecordings (const Session&);

/** Whether a file holds that very recording: the same bytes, or the same sound in another wrapping. */
bool isSameRecording (const std::filesystem::path&, const std::string& hash);

/** Gives a file for a recording. One that is the same takes its place; another one, if it may, replaces it by an edit. Fails with
    a sentence when the file cannot be read, or is another one and may not. */
Result<Done> giveRecording (Session&, const std::string& hash, const std::filesystem::path&, bool mayBeAnother);

/** Looks for recordings by their content below a folder, on a thread of its own. */
class RecordingSearch
{
public:
    RecordingSearch (std::vector<MissingRecording>, std::filesystem::path folder);

    /** Stops it and waits until it has. */
    ~RecordingSearch();

    /** Files looked at so far. */
    int looked() const noexcept { return count.load (std::memory_order_relaxed); }

    /** Null until it is finished: then a file by the hash of each recording that was found. */
    const std::map<std::string, std::filesystem::path>* found() const noexcept { return isFinished.load (std::memory_order_acquire) ? &files : nullptr; }

private:
    void run (const std::stop_token&, std::vector<MissingRecording>, const std::filesystem::path& folder);

    std::atomic<int> count { 0 };
    std::atomic<bool> isFinished { false };
    std::map<std::string, std::filesystem::path> files;
    std::jthread worker; ///< Last, so that it has ended before anything that it writes to goes.
};

} // namespace athanor
