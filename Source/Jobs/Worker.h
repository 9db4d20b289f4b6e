// SPDX-License-Identifier: GPL-3.0-or-later
// The threads that do jobs. They never touch the project: what they make is a Value or a file, and somebody else decides.
#pragma once

#include "Jobs/Events.h"
#include "Jobs/Queue.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace athanor
{

/** What a job's function has to do with. */
class JobContext
{
public:
    virtual ~JobContext() = default;

    /** The job as it was when this attempt began: its input, how often it failed, how far an errand had come. */
    virtual const Job& job() const noexcept = 0;

    /** How far it is, 0 to 1. Cheap: may be called as often as one likes. */
    virtual void progress (double) = 0;

    /** Whether to stop: cancelled, taken over by another worker, or the program ends. To be asked at least twice a second; then
        return any Failure. */
    virtual bool shouldStop() const = 0;

    /** Waits, as between two questions to a provider. False, at once, when it should stop. */
    virtual bool wait (std::chrono::milliseconds) = 0;

    /** Before an order that must not be placed twice: first its phase alone, as "creating"; then, before anything else, the id
        that the other side gave. A later attempt finds both in job(), and goes on with that id instead of ordering again; a
        phase without an id means that nobody knows whether the order was placed. On the disk when it returns; after a
        failure do not go on. */
    virtual Result<Done> keepRemote (const std::string& phase, const std::string& id) = 0;

    /** The failure about to be returned would come again: no other attempt. */
    virtual void doNotRetry() = 0;

    /** The next attempt, if there is one, not before so many milliseconds. */
    virtual void retryAfter (std::chrono::milliseconds) = 0;
};

/** Does one kind of job, on a worker's thread, where waiting is allowed. It may be run again from the start at any time,
    because the program was killed: what it writes it writes under other names first. */
using JobFunction = std::function<Result<Value> (JobContext&)>;

using JobKinds = std::map<std::string, JobFunction>;

struct WorkerOptions
{
    int threads = 2;

    /** How often it looks for what other programs did, and writes how far its jobs are. */
    std::chrono::milliseconds tick { 250 };
};

/** Does the jobs of a queue until it is destroyed; then those that run stop and wait for the next worker. */
class Worker
{
public:
    /** The queue, and the events if there are any, outlive it. */
    Worker (Queue&, JobKinds, JobEvents* = nullptr, WorkerOptions = {});
    Worker (const Worker&) = delete;

    /** Waits until all functions have returned. */
    ~Worker();

    /** Something was added or cancelled; without it that is noticed with the next tick. */
    void wake();

private:
    struct Private;

    std::unique_ptr<Private> self;
};

} // namespace athanor
