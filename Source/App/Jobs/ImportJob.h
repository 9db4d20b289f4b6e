// SPDX-License-Identifier: GPL-3.0-or-later
// A song of another program read as a job: it is stored, and whoever wants to opens it from there.
#pragma once

#include "App/LoadProject.h"
#include "Jobs/Job.h"

namespace athanor
{

class JobContext;
struct JobPlace;

inline constexpr auto importKind = "import";

/** Files up to this size are read at once: see Tests/Benchmarks. Larger ones would make the window wait. */
inline constexpr std::uintmax_t largestReadAtOnce = std::uintmax_t { 256 } << 10;

/** Whether a file is one that is read as a job: a song of another program, and large. */
bool isLargeImport (const std::filesystem::path&);

JobRequest importJob (const std::filesystem::path&);

/** The worker's part. Its result: the hash of the "project", its "kind" and the "remarks" on how it was read. */
Result<Value> doImport (JobContext&, JobPlace&);

/** The song that such a job has read. */
Result<LoadedProject> importedBy (const Job&, JobPlace&);

} // namespace athanor
