// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/JobLine.h"

#include "App/Jobs/AnalyseJob.h"
#include "App/Jobs/BundleJob.h"
#include "App/Jobs/ImportJob.h"
#include "App/Jobs/JobTools.h"
#include "App/Jobs/RenderJob.h"

#include <cmath>
#include <cstdio>

namespace athanor
{

namespace
{
std::string resultOf (const Job& job)
{
    if (job.request.kind == analyseKind)
        return inWords (analysisIn (job.result));

    if (isBundleJob (job))
        return written ("%.0f kB", std::ceil (numberIn (job.result, "bytes").value_or (0) / 1'000));

    if (job.request.kind == renderKind)
    {
        const auto peak = numberIn (job.result, "peak").value_or (-100);
        return durationInWords (numberIn (job.result, "seconds").value_or (0)) + (peak > -100 ? ", peak " + written ("%.1f dB", peak) : ", silent");
    }

    const auto remarks = textsIn (job.result, "remarks").size();
    return textIn (job.result, "kind") + (remarks == 0 ? std::string() : ", " + std::to_string (remarks) + (remarks == 1 ? " remark" : " remarks"));
}

JobLine lineOfOver (const Job& job)
{
    JobLine line { job.request.title, {}, {}, 1.0, JobLine::Act::none };

    if (job.state == JobState::done)
    {
        line.status = "Done";
        line.detail = resultOf (job);
        line.act = ! fileMadeBy (job).empty() ? JobLine::Act::openFolder : job.request.kind == importKind ? JobLine::Act::openSong
                                                                                                          : JobLine::Act::none;
        return line;
    }

    const auto isCancelled = job.state == JobState::cancelled;
    line.status = isCancelled ? "Cancelled" : "Failed";
    line.detail = isCancelled ? "Nothing was written." : job.failure.message;
    line.progress = job.progress;
    line.act = JobLine::Act::retry;
    return line;
}
} // namespace

JobLine lineOf (const Job& job)
{
    if (isOver (job.state))
        return lineOfOver (job);

    JobLine line { job.request.title, "Waiting", {}, 0.0, JobLine::Act::cancel };

    if (job.state == JobState::ready)
    {
        // It has been begun and did not come to an end.
        if (job.attempts > 0)
            line.detail = "Tried again soon: " + job.failure.message;
        else if (job.progress > 0)
            line.detail = "Interrupted; goes on when its turn comes.";

        return line;
    }

    const auto isSteady = job.request.kind != importKind;
    line.status = isSteady ? written ("%.0f %%", std::floor (job.progress * 100)) : "Reading";
    line.detail = job.isCancelRequested ? "Stopping" : job.secondsLeft ? durationInWords (std::ceil (*job.secondsLeft)) + " left"
                                                                       : std::string();
    line.progress = isSteady ? std::optional (job.progress) : std::nullopt;
    return line;
}

std::filesystem::path fileMadeBy (const Job& job)
{
    const auto files = textsIn (job.result, "files");
    const auto makesFiles = job.request.kind == renderKind || isBundleJob (job);
    return job.state == JobState::done && makesFiles && ! files.empty() ? std::filesystem::path (files.front()) : std::filesystem::path();
}

std::string durationInWords (double seconds)
{
    const auto whole = std::llround (std::max (0.0, seconds));
    char text[64];

    if (whole < 60)
        std::snprintf (text, sizeof text, "%lld s", whole);
    else
        std::snprintf (text, sizeof text, "%lld:%02lld", whole / 60, whole % 60);

    return text;
}

} // namespace athanor
