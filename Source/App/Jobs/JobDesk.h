// SPDX-License-Identifier: GPL-3.0-or-later
// Where a musician orders slow things and sees what becomes of them: the queue, its workers and their news, for one window.
#pragma once

#include "App/Listeners.h"
#include "App/LoadProject.h"
#include "App/RenderFile.h"
#include "Jobs/Job.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace athanor
{

class Session;
struct BundleErrand;
struct BundleOrder;
struct JobNews;

struct JobDeskOptions
{
    std::filesystem::path library = {}, artifacts = {}; ///< The database of the queue, and what jobs work on; empty: the user's.
    int workers = 2;                                    ///< 0: somebody else's do the work.
    int niceness = 5;                                   ///< How much jobs give way to what the musician does: 0 to 19.
    std::chrono::milliseconds tick { 250 };             ///< How often the news of others is looked at.
    std::chrono::seconds keptAtLeast { 24 * 3'600 };    ///< What jobs worked on, although nobody names it any more.
};

/** All calls on the message thread; they return at once, because a thread of its own talks to the disk. Nothing happens,
    and nothing is opened, before begin() or the first order. */
class JobDesk
{
public:
    explicit JobDesk (const JobDeskOptions& = {});
    JobDesk (const JobDesk&) = delete;

    /** Jobs that run stop, and go on when a desk is opened the next time. */
    ~JobDesk();

    /** Opens the queue and goes on with what was left of the last time. */
    void begin();

    // Orders. What goes wrong is said by onMessage.

    /** Renders the session's project as it is now. */
    void render (const Session&, const RenderRequest&);

    /** Reads a song of another program; onImported gives it. */
    void import (const std::filesystem::path&);

    /** Finds out about a recording, or remembers; onAnalysed gives it. */
    void analyse (const std::filesystem::path&);

    /** Listens to the presets of the library that nobody has listened to. What it finds is in the library. */
    void measurePresets();

    /** Makes a bundle of what the copilot made; onBundle tells when it is there. What is in the library already is there at once. */
    void bundle (const BundleErrand&);

    /** Makes it with the next sleeve. */
    void changeSleeve (const BundleOrder&);

    void cancel (JobId);
    void retry (JobId);

    /** Forgets what is over. */
    void clear();

    /** Looks whether there is news, and calls the listeners. From the clock of the window. */
    void update();

    /** Waiting and running ones first, then those that ended last; without those that show their results elsewhere. */
    const std::vector<Job>& jobs() const noexcept { return shown; }

    /** Whether bundles are being made, as far as is known by now, those that nobody waits for among them. */
    bool isBundling() const noexcept { return bundling; }

    /** The song that an import has read, to be opened. Reads it from the disk when this program did not just make it. */
    Result<LoadedProject> imported (JobId);

    /** Waits until all orders are in the queue. For tests, and before the program ends. */
    void settle();

    /** Waits until all bundles that were ordered are over, and tells so. For the same. */
    void settleBundles();

    Listeners<> onJobs;                                             ///< jobs() is another list than before.
    Listeners<const Job&> onEnd;                                    ///< One of jobs() that somebody waits for is over, well or not.
    Listeners<const Job&> onBundle;                                 ///< The same of all bundles, before it.
    Listeners<const std::filesystem::path&, const Job&> onAnalysed; ///< A recording is known now, or cannot be.
    Listeners<const std::string&> onMessage;                        ///< A sentence: an order could not be placed.

private:
    struct Private;

    void take (JobNews);

    std::unique_ptr<Private> self;
    std::vector<Job> shown;
    bool bundling = false;
};

} // namespace athanor
