// SPDX-License-Identifier: GPL-3.0-or-later
// A song into files as a job: from a snapshot, so that it goes on after a crash and whatever is edited meanwhile.
#pragma once

#include "App/RenderFile.h"
#include "Jobs/Job.h"

namespace athanor
{

class JobContext;
struct JobPlace;

inline constexpr auto renderKind = "render";

/** Renders the stored project of that hash. The request as data: what formats and later versions add is optional. */
JobRequest renderJob (const RenderRequest&, const std::string& projectHash);

/** The request in the input of such a job. */
Result<RenderRequest> renderRequestIn (const Value& input);

/** The worker's part. Its result: "files", "seconds", "peak" in dBFS, and the content "hash" of the first file. */
Result<Value> doRender (JobContext&, JobPlace&);

} // namespace athanor
