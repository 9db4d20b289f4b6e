// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle made as a job: what was ordered is kept with the order, so that it is made although the program was killed meanwhile.
#pragma once

#include "App/Copilot/BundleMaker.h"
#include "Jobs/Job.h"

#include <filesystem>
#include <string>

namespace athanor
{

class Assets;
class JobContext;
struct JobPlace;

inline constexpr auto bundleKind = "bundle";

/** Of those that nobody waits for: made ready to be dragged out, or with another sleeve. */
inline constexpr auto quietBundleKind = "bundle.quiet";

inline bool isBundleJob (const Job& job) { return job.request.kind == bundleKind || job.request.kind == quietBundleKind; }

struct BundleErrand
{
    BundleOrder order;
    std::filesystem::path target; ///< Where it is to be written, too; empty: only where makers of drags find it.
    int sleeve = 0;               ///< At least this version of the sleeve.
    bool isQuiet = false;
};

/** The key of its request and the content hash of its patch: two with the same have the same bytes, but for the sleeve that somebody chose. */
std::string bundleName (const BundleOrder&);

/** Puts the patch among the artifacts; the rest is in the job. */
Result<JobRequest> bundleJob (const BundleErrand&, const Assets&);

/** As it was ordered. A fault is a sentence. */
Result<BundleErrand> bundleErrandIn (const JobRequest&, const Assets&);

/** The worker's part. Its result: the "files" it has written, the one to be dragged first of all as "file", its "sleeve" with that one's "version", and how large it is in "bytes". */
Result<Value> doBundle (JobContext&, JobPlace&);

} // namespace athanor
