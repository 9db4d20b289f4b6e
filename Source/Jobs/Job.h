// SPDX-License-Identifier: GPL-3.0-or-later
// Slow work as data: what is to be done, how far it is, what came of it.
#pragma once

#include "Core/Result.h"
#include "Model/Value.h"

#include <cstdint>
#include <optional>
#include <string>

namespace athanor
{

using JobId = std::int64_t; ///< Counts up and is never reused. Zero is no job.

enum class JobState { ready, ///< Waits for a worker, or for its time to try again.
                      running,
                      done,
                      failed,
                      cancelled };

/** "ready" and so on, and back; `failed` for anything else. */
const char* nameOf (JobState);
JobState jobStateFrom (const std::string& name);

inline bool isOver (JobState state) { return state != JobState::ready && state != JobState::running; }

/** What somebody wants to have done. */
struct JobRequest
{
    std::string kind;           ///< As in "render": which function does it.
    std::string title = {};     ///< For the list: "Render “Night Train”".
    Value input = {};           ///< All that the function needs; files by path or content hash. Never a key or a password.
    int priority = 0;           ///< Higher first.
    int mostAttempts = 1;       ///< How often it may fail before it has failed.
    std::string dedupeKey = {}; ///< Not empty: while a job with this key waits or runs, adding it again gives that job.
    std::string provider = {};  ///< Whom it asks, for those that ask somebody.
};

struct Job
{
    JobId id = 0;
    JobRequest request;
    JobState state = JobState::ready;
    std::int64_t added = 0; ///< All times are milliseconds since 1970.
    std::int64_t runAt = 0; ///< Not before.
    int attempts = 0;       ///< That have failed.
    double progress = 0;    ///< 0 to 1.
    std::optional<double> secondsLeft;
    bool isCancelRequested = false;
    std::string remotePhase, remoteId; ///< See JobContext::keepRemote.
    Value result;                      ///< Of one that is done.
    Failure failure;                   ///< Of the last attempt that failed.
};

/** How long it will take from now at the pace so far; nothing while nobody can know. `now` and `started` in milliseconds;
    `startProgress` is where this attempt began. */
std::optional<double> secondsLeft (std::int64_t started, double startProgress, std::int64_t now, double progress);

/** How long to wait after so many failures, in milliseconds: anything from 0 to a limit that doubles from a second to five
    minutes, so that those who failed together do not come back together. `chance` is any random number. */
std::int64_t retryDelay (int failures, std::uint64_t chance);

} // namespace athanor
