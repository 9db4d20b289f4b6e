// SPDX-License-Identifier: GPL-3.0-or-later
// The one thread of a desk that talks to the queue, so that the window never waits for a disk.
#pragma once

#include "App/Jobs/JobDesk.h"
#include "App/Jobs/JobTools.h"
#include "Jobs/Events.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace athanor
{

/** What has happened since the last look. */
struct JobNews
{
    std::vector<Job> jobs;                                       ///< All there are now, bundles that nobody waits for among them.
    std::set<JobId> ordered;                                     ///< Ordered since.
    std::vector<std::string> messages;                           ///< Why something could not be ordered.
    std::vector<std::pair<std::filesystem::path, Job>> analyses; ///< Recordings that were listened to.
};

class Clerk
{
public:
    Clerk (JobDeskOptions, JobPlace&);
    ~Clerk();

    void begin();

    /** Both begin, if nobody has yet, and run on the clerk's thread, in order. */
    void order (std::function<Result<JobId> (Queue&)>);
    void change (std::function<Result<Done> (Queue&)>);

    /** On the clerk's thread: tells when this job, which listens to that recording, is over. */
    void listen (JobId, const std::filesystem::path&);

    /** Nothing when there is no news, or when they are not complete yet. */
    std::optional<JobNews> takeNews();

    void settle();

    /** Waits for the next news. */
    JobNews waitForNews();

private:
    using Task = std::function<void (Queue&)>;

    JobNews takeAll();
    void add (Task);
    void run();
    bool open();
    Result<std::shared_ptr<Queue>> openQueue (const std::filesystem::path&);
    std::optional<std::set<std::string>> worksKept() const;
    void collect();
    void look();
    void say (const Failure&);

    const JobDeskOptions options;
    JobPlace& place;

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Task> tasks;
    std::int64_t added = 0, done = 0;
    bool isEnding = false, isWoken = false, hasNews = false;
    JobNews news;
    std::thread thread;

    // The clerk's own thread's.
    JobEvents events;
    std::shared_ptr<Queue> queue;
    std::map<JobId, std::filesystem::path> listening; ///< Analyses that somebody waits for.
    std::string lastComplaint;                        ///< Said once, not each time it is tried again.
    std::optional<std::filesystem::path> makeshift;
    std::unique_ptr<Worker> worker, soon; ///< Soon: for bundles alone, which nobody shall wait for because songs are rendered.
};

} // namespace athanor
