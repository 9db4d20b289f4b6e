// SPDX-License-Identifier: GPL-3.0-or-later
// Listens to every preset in the library that nobody has listened to, as a job.
#pragma once

#include "Jobs/Job.h"

#include <filesystem>

namespace athanor
{

class JobContext;
struct JobPlace;

inline constexpr auto timbreKind = "timbre";

/** One job for all presets: each measure is in the library as soon as it is made, so that one that was cut off goes on. */
JobRequest timbreJob (const std::filesystem::path& library);

/** The worker's part. Its result tells how many there were. */
Result<Value> doTimbre (JobContext&, JobPlace&);

} // namespace athanor
