// SPDX-License-Identifier: GPL-3.0-or-later
// A recording's tempo, key, loudness and pitch as a job; found once, known for ever by the recording's content.
#pragma once

#include "Jobs/Job.h"
#include "Media/Analysis.h"

#include <filesystem>

namespace athanor
{

class JobContext;
struct JobPlace;

inline constexpr auto analyseKind = "analyse";

/** Analyses a file of that content. Its dedupe key is made of the content alone, so Queue::findDone finds what is known. */
JobRequest analyseJob (const std::filesystem::path&, const std::string& contentHash);

/** The worker's part. Its result is what analysisIn() reads. */
Result<Value> doAnalyse (JobContext&, JobPlace&);

Analysis analysisIn (const Value& result);

/** In one line: "128.0 bpm, A minor, -14.2 LUFS", or "A4 +12 ct, -20.1 LUFS" of a single note. */
std::string inWords (const Analysis&);

} // namespace athanor
