// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of this user from a shell: looked at, stopped, tried again, and done.
#include "App/CommandLineTools.h"
#include "App/Jobs/JobLine.h"
#include "App/Jobs/JobTools.h"
#include "Store/Paths.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace athanor::tools
{

namespace
{
constexpr int mostListed = 200;

std::string textOf (const Job& job)
{
    const auto line = lineOf (job);
    return std::to_string (job.id) + "  " + line.name + "  " + line.status + (line.detail.empty() ? "" : "  " + line.detail);
}

Value dataOf (const Job& job)
{
    return Value::Parts { { "id", job.id }, { "kind", job.request.kind }, { "title", job.request.title }, { "state", nameOf (job.state) }, { "progress", job.progress }, { "secondsLeft", job.secondsLeft ? Value (*job.secondsLeft) : Value() }, { "attempts", job.attempts }, { "input", job.request.input }, { "result", job.result }, { "error", job.failure.message } };
}

Result<Outcome> list (Queue& queue)
{
    const auto all = queue.list (mostListed);

    if (! all)
        return all.failure();

    Outcome outcome;
    Value::List data;

    for (const auto& job : *all)
    {
        outcome.text += textOf (job) + "\n";
        data.push_back (dataOf (job));
    }

    if (all->empty())
        outcome.text = "There are no jobs.";

    outcome.data = Value (std::move (data));
    return outcome;
}
} // namespace

Result<Outcome> jobs (const std::string& verb, std::int64_t id)
{
    const auto queue = Queue::open (paths::library());

    if (! queue)
        return queue.failure();

    if (verb == "list")
        return list (**queue);

    if (const auto there = (*queue)->find (id); ! there)
        return there.failure();
    else if (! *there)
        return Failure { "There is no job with the number " + std::to_string (id) + ".", "" };

    if (const auto done = verb == "cancel" ? (*queue)->cancel (id) : verb == "retry" ? (*queue)->retry (id)
                                                                                     : Result<Done> (Done {});
        ! done)
        return done.failure();

    const auto job = (*queue)->find (id);

    if (! job)
        return job.failure();

    return Outcome { textOf (**job), dataOf (**job) };
}

Result<Outcome> work (const std::function<void (const std::string& line)>& tell, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable news;
    JobEvents events ([&news] { news.notify_all(); });
    JobPlace place;
    place.artifacts = Assets (paths::artifacts());
    place.library = paths::library();
    const auto queue = Queue::open (paths::library());

    if (! queue)
        return queue.failure();

    std::int64_t done = 0;
    const Worker worker (**queue, allJobKinds (place), &events);

    // A signal may not notify, so it is looked for as well.
    while (! stop.stop_requested())
    {
        {
            std::unique_lock lock (mutex);
            news.wait_for (lock, std::chrono::milliseconds (200));
        }

        for (const auto& event : events.poll())
            if (const auto job = (*queue)->find (event.id); isOver (event.state) && job && *job)
            {
                ++done;
                tell (textOf (**job));
            }
    }

    return Outcome { std::to_string (done) + " jobs were done.", Value::Parts { { "done", done } } };
}

} // namespace athanor::tools
