// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with work that goes on beside the editing: begins it, and says how it ended.
#include "App/ExportProject.h"
#include "App/Jobs/ImportJob.h"
#include "App/RenderFile.h"
#include "Ui/MainView.h"

namespace athanor
{

void MainView::connectJobs()
{
    doer.jobs = &desk;
    doer.onRenderStems = [this] (const std::string& folder) {
        desk.render (session, stemsRequestFor (session, folder));
        jobsPanel.open (true);
        return true;
    };
    doer.onRender = [this] (const std::string& path) { return render (path); };
    doer.onImport = [this] (const std::string& path) { return import (path); };
    jobsPanel.onLayout = [this] { resized(); };
    jobsPanel.onOpenSong = [this] (const Job& job) { doer.guardChanges ([this, job] { openImported (job); }); };
    ended = desk.onEnd.add ([this] (const Job& job) { tellEnd (job); });
    complaint = desk.onMessage.add ([this] (const std::string& sentence) { doer.say (sentence, Ink::rose); });
}

bool MainView::render (const std::string& path)
{
    const auto request = renderRequestFor (session, path);

    if (! request)
    {
        doer.say (request.failure().message, Ink::rose);
        return false;
    }

    desk.render (session, *request);
    jobsPanel.open (true);
    return true;
}

bool MainView::import (const std::string& path)
{
    if (! isLargeImport (path))
        return false;

    desk.import (path);
    jobsPanel.open (true);
    mayOpenImport = true;
    return true;
}

void MainView::openImported (const Job& job)
{
    const auto loaded = desk.imported (job.id);

    if (loaded)
    {
        const auto* given = job.request.input.part ("file");
        const auto* path = given != nullptr ? given->as<std::string>() : nullptr;
        session.openLoaded (*loaded, path != nullptr ? *path : job.request.title);
    }
    else
        doer.say (loaded.failure().message, Ink::rose);
}

void MainView::tellEnd (const Job& job)
{
    const auto line = lineOf (job);

    if (job.state == JobState::failed)
        doer.say (line.detail, Ink::rose);
    else if (job.state == JobState::done && line.act == JobLine::Act::openFolder)
        toast.show (line.name + ": done. " + line.detail + ".", Ink::leaf, "Show folder", [this, job] { jobsPanel.act (job); });
    else if (job.state == JobState::done && std::exchange (mayOpenImport, false))
        openImported (job);
    else if (job.state == JobState::done)
        toast.show (line.name + ": it is read.", Ink::leaf, "Open", [this, job] { jobsPanel.act (job); });
}

} // namespace athanor
