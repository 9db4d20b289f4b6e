// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/ProjectBackups.h"

#include "App/Edits/PatternPlaces.h"
#include "App/Session.h"
#include "Formats/Project/ProjectFile.h"
#include "Store/AtomicFile.h"
#include "Store/Backups.h"
#include "Store/Recovery.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

/** The time in a backup's name, which is in universal time. */
std::int64_t timeOf (const fs::path& backup)
{
    std::tm parts {};
    return ::strptime (backup.stem().c_str(), "%Y-%m-%dT%H-%M-%S", &parts) != nullptr ? static_cast<std::int64_t> (::timegm (&parts)) : 0;
}

std::int64_t changedAt (const fs::path& file)
{
    std::error_code error;
    const auto time = fs::last_write_time (file, error);
    return error ? 0 : std::chrono::duration_cast<std::chrono::seconds> (std::chrono::file_clock::to_sys (time).time_since_epoch()).count();
}

Result<Project> readProject (const fs::path& file)
{
    const auto text = readFile (file);
    return text ? parseProject (*text) : Result<Project> (text.failure());
}

std::string counted (std::size_t count, const char* one, const char* many) { return std::to_string (count) + " " + (count == 1 ? one : many); }

std::string factsOf (const Project& project)
{
    std::size_t notes = 0;

    for (const auto& [id, clip] : project.clips)
        notes += clip->notes.size();

    return counted (patternTracks (project).size(), "track", "tracks") + ", " + counted (project.patterns.size(), "pattern", "patterns") + ", " + counted (notes, "note", "notes");
}
} // namespace

std::vector<ProjectBackup> backupsOf (const Session& session)
{
    std::vector<ProjectBackup> backups;

    if (session.storeFolder().empty())
        return backups;

    for (const auto& file : listBackups (session.storeFolder() / inFolder::backups))
    {
        const auto project = readProject (file);
        backups.push_back ({ file, timeOf (file), project ? factsOf (*project) : "It cannot be read." });
    }

    return backups;
}

Result<Done> goBackTo (Session& session, const fs::path& backup)
{
    const auto before = readProject (backup);

    if (! before)
        return before.failure();

    if (! session.edit ("go back to a backup", [&] (Project& project) { project = *before; }))
        return Failure { "The project is as it was then already.", "" };

    return Done {};
}

std::vector<LostProject> lostProjects (const Session& session)
{
    std::vector<LostProject> found;

    for (const auto& path : session.lostAndFound())
        found.push_back ({ path, changedAt (path / inFolder::history) });

    return found;
}

Result<Done> forgetLost (Session& session, const fs::path& path)
{
    const auto lost = session.lostAndFound();
    std::error_code error;

    if (std::ranges::find (lost, path) == lost.end())
        return Failure { "This is no unsaved project.", path.string() };

    fs::remove_all (path, error);
    return error ? Result<Done> (Failure { "The unsaved project could not be deleted: check that you may write in its folder.", error.message() }) : Result<Done> (Done {});
}

std::int64_t savedAt (const Session& session)
{
    return session.fileState().folder.empty() ? 0 : changedAt (session.fileState().folder / inFolder::project);
}

} // namespace athanor
