// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/JobDesk.h"

#include "App/Jobs/AnalyseJob.h"
#include "App/Jobs/BundleJob.h"
#include "App/Jobs/Clerk.h"
#include "App/Jobs/ImportJob.h"
#include "App/Jobs/JobTools.h"
#include "App/Jobs/RenderJob.h"
#include "App/Jobs/TimbreJob.h"
#include "App/Session.h"
#include "Core/Hash.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"
#include "Store/WorkTable.h"

#include <algorithm>
#include <set>

namespace athanor
{

namespace
{
/** The sleeve after the one there is. */
int nextSleeve (const BundleOrder& order, const std::filesystem::path& file)
{
    const auto library = Library::open (file);
    const auto works = library ? WorkTable::open (*library) : Result<WorkTable> (library.failure());
    const auto work = works ? works->find (bundleKey (order)) : std::nullopt;
    return work ? work->version + 1 : 1;
}
} // namespace

struct JobDesk::Private
{
    explicit Private (const JobDeskOptions& o) : library (o.library), clerk (o, place) {}

    const std::filesystem::path library; ///< Empty: the user's.

    JobPlace place;
    Clerk clerk;
    std::set<JobId> awaited; ///< That are not over.
};

JobDesk::JobDesk (const JobDeskOptions& options) : self (std::make_unique<Private> (options)) {}

JobDesk::~JobDesk() = default;

void JobDesk::begin() { self->clerk.begin(); }

void JobDesk::render (const Session& session, const RenderRequest& request)
{
    // Everything is shared, so this moment is kept without copying it.
    auto snapshot = session.snapshot();
    self->place.sounds.add (snapshot.sounds);

    self->clerk.order ([inside = self.get(), snapshot = std::move (snapshot), request] (Queue& queue) -> Result<JobId> {
        const auto project = store (snapshot, inside->place.artifacts);
        return project ? queue.add (renderJob (request, *project)) : project.failure();
    });
}

void JobDesk::import (const std::filesystem::path& file)
{
    self->clerk.order ([file] (Queue& queue) { return queue.add (importJob (file)); });
}

void JobDesk::analyse (const std::filesystem::path& file)
{
    self->clerk.order ([inside = self.get(), file] (Queue& queue) -> Result<JobId> {
        const auto hash = hashFile (file);

        if (! hash)
            return hash.failure();

        const auto job = analyseJob (file, *hash);
        const auto known = queue.findDone (job.dedupeKey);
        const auto id = known && *known ? Result<JobId> ((*known)->id) : queue.add (job);

        if (id)
            inside->clerk.listen (*id, file);

        return id;
    });
}

void JobDesk::measurePresets()
{
    const auto library = self->library.empty() ? paths::library() : self->library;
    self->clerk.order ([library] (Queue& queue) { return queue.add (timbreJob (library)); });
}

void JobDesk::bundle (const BundleErrand& errand)
{
    self->clerk.order ([inside = self.get(), errand] (Queue& queue) -> Result<JobId> {
        const auto job = bundleJob (errand, inside->place.artifacts);
        return job ? queue.add (*job) : job.failure();
    });
}

void JobDesk::changeSleeve (const BundleOrder& order)
{
    self->clerk.order ([inside = self.get(), order] (Queue& queue) -> Result<JobId> {
        const auto job = bundleJob ({ order, {}, nextSleeve (order, inside->place.library), true }, inside->place.artifacts);
        return job ? queue.add (*job) : job.failure();
    });
}

void JobDesk::cancel (JobId id)
{
    self->clerk.change ([id] (Queue& queue) { return queue.cancel (id); });
}

void JobDesk::retry (JobId id)
{
    self->clerk.change ([id] (Queue& queue) { return queue.retry (id); });
}

void JobDesk::clear()
{
    self->clerk.change ([] (Queue& queue) { return queue.forgetBefore (queue.now() + 1, listedKinds()); });
}

void JobDesk::update()
{
    if (auto news = self->clerk.takeNews())
        take (std::move (*news));
}

void JobDesk::take (JobNews news)
{
    std::vector<Job> ended;

    for (const auto& job : news.jobs)
        if (! isOver (job.state))
            self->awaited.insert (job.id);
        else if (self->awaited.erase (job.id) > 0 || news.ordered.contains (job.id))
            ended.push_back (job);

    shown = std::move (news.jobs);
    bundling = std::any_of (shown.begin(), shown.end(), [] (const Job& job) { return isBundleJob (job) && ! isOver (job.state); });
    std::erase_if (shown, [] (const Job& job) { return ! listedKinds().contains (job.request.kind); });

    for (const auto& sentence : news.messages)
        onMessage.call (sentence);

    onJobs.call();

    for (const auto& [file, job] : news.analyses)
        onAnalysed.call (file, job);

    for (const auto& job : ended)
    {
        if (isBundleJob (job))
            onBundle.call (job);

        if (listedKinds().contains (job.request.kind))
            onEnd.call (job);
    }
}

Result<LoadedProject> JobDesk::imported (JobId id)
{
    const auto found = std::find_if (shown.begin(), shown.end(), [id] (const Job& job) { return job.id == id; });

    if (found == shown.end() || found->state != JobState::done)
        return Failure { "This song has not been read: open its file again.", "" };

    return importedBy (*found, self->place);
}

void JobDesk::settle() { self->clerk.settle(); }

void JobDesk::settleBundles()
{
    // Lets the list be looked at once more, so that there is news in any case.
    self->clerk.change ([] (Queue&) { return Done(); });
    settle();

    do
        take (self->clerk.waitForNews());
    while (bundling);
}

} // namespace athanor
