// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to jobs, on its way from the workers to the window.
#pragma once

#include "Jobs/Job.h"

#include <functional>
#include <mutex>
#include <vector>

namespace athanor
{

/** A job is another one than before: it was added, goes on, has ended. */
struct JobEvent
{
    JobId id = 0;
    JobState state = JobState::ready;
    double progress = 0;
    std::optional<double> secondsLeft;
};

/** A queue from any thread to the message thread. Keeps the last event of each job, so it is never longer than the list of
    jobs and nobody ever waits. */
class JobEvents
{
public:
    /** `wake` is called on the adding thread when the first event has come; it may only ask for poll() to be called. */
    explicit JobEvents (std::function<void()> wake = {}) : wakeReader (std::move (wake)) {}

    void add (const JobEvent&);

    /** What has come since the last time, at most one event for each job, in the order in which the jobs first had one. */
    std::vector<JobEvent> poll();

private:
    std::mutex mutex;
    std::vector<JobEvent> waiting;
    std::function<void()> wakeReader;
};

} // namespace athanor
