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

/** Bytes: what is not larger is read at once, in some 30 ms for this much. More would make the window wait. */
inline constexpr std::uintmax_t largestReadAtOnce = std::uintmax_t { 512 } << 10;

/** Whether a file is one that is read as a job: a song of another program, and large. */
bool isLargeImport (const std::filesystem::path&);

JobRequest importJob (const std::filesystem::path&);

/** The worker's part. Its result: the hash of the "project", its "kind" and the "remarks" on how it was read. */
Result<Value> doImport (JobContext&, JobPlace&);

/** The song that such a job has read. */
Result<LoadedProject> importedBy (const Job&, JobPlace&);

} // namespace athanor
