// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/ProjectFolder.h"

#include "Core/Hash.h"
#include "Core/Id.h"
#include "Formats/Packed.h"
#include "Formats/Project/ProjectFile.h"
#include "Store/AtomicFile.h"
#include "Store/FolderLock.h"
#include "Store/NewFolder.h"
#include "Store/Paths.h"
#include "Store/Recovery.h"

#include <algorithm>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

/** The path without a slash at its end, from the root. */
fs::path whole (const fs::path& path)
{
    auto full = fs::absolute (path).lexically_normal();
    return full.has_filename() ? full : full.parent_path();
}

Result<Done> copyAssets (const fs::path& fromFolder, const fs::path& toFolder)
{
    std::error_code error;
    const auto from = fromFolder / inFolder::assets, to = toFolder / inFolder::assets;
    fs::create_directory (to, error);

    if (error)
        return fileFailure (to, error.value(), "making the folder");

    for (const auto& entry : fs::directory_iterator (from, error))
    {
        fs::copy_file (entry.path(), to / entry.path().filename(), error);

        if (error)
            return fileFailure (entry.path(), error.value(), "copying it");
    }

    return Done {};
}

fs::path placeForUnsaved() { return paths::unsaved() / (toHex (randomBits()) + ".athanor"); }

/** The project and its assets, without history and backups. */
Result<Done> copyProject (const fs::path& from, const fs::path& to)
{
    const NewFolder fresh (to);

    if (auto made = fresh.make(); ! made)
        return made;

    const auto text = readFile (from / inFolder::project);

    if (! text)
        return text.failure();

    if (auto written = writeFile (fresh.path() / inFolder::project, *text); ! written)
        return written;

    if (auto copied = copyAssets (from, fresh.path()); ! copied)
        return copied;

    return fresh.commit();
}

Result<Done> unpackProject (const fs::path& zip, const fs::path& folder)
{
    const auto unpacked = unpack (zip, folder);

    if (! unpacked)
        return unpacked.failure();

    return Done {};
}
} // namespace

ProjectFolder::ProjectFolder (fs::path p, std::shared_ptr<FolderLock> l, std::shared_ptr<Journal> j, std::string hash)
    : folder (std::move (p)), files (folder / inFolder::assets), lock (std::move (l)), journal (std::move (j)), hashOnDisk (std::move (hash)) {}

// The journal first: it writes until it is gone, and the lock says that nobody else may.
ProjectFolder::~ProjectFolder() { journal.reset(); }

Result<Opened> ProjectFolder::create (const fs::path& path, const Project& project, const FileBytes& bytes)
{
    const NewFolder fresh (whole (path));

    if (const auto made = fresh.make(); ! made)
        return made.failure();

    for (const auto& hash : bytes.empty() ? std::set<std::string>() : usedAssets (project))
        if (const auto found = bytes.find (hash); found != bytes.end())
            if (const auto added = Assets (fresh.path() / inFolder::assets).addBytes (*found->second); ! added)
                return added.failure();

    const auto text = formatProject (project);

    if (const auto written = writeFile (fresh.path() / inFolder::project, text); ! written)
        return written.failure();

    {
        const auto history = Journal::open (fresh.path() / inFolder::history);
        const auto begun = history ? (*history)->begin (contentHash (text)) : history.failure();

        if (! begun)
            return begun.failure();
    }

    if (const auto done = fresh.commit(); ! done)
        return done.failure();

    return open (path);
}

Result<Opened> ProjectFolder::createUnsaved (const Project& project) { return create (placeForUnsaved(), project); }

Result<Opened> ProjectFolder::openCopy (const fs::path& path)
{
    const auto place = placeForUnsaved();

    if (const auto copied = isProject (path) ? copyProject (path, place) : unpackProject (path, place); ! copied)
        return copied.failure();

    return open (place);
}

bool ProjectFolder::isProject (const fs::path& path)
{
    std::error_code ignored;
    return fs::exists (path / inFolder::project, ignored) || fs::exists (path / inFolder::damagedProject, ignored);
}

Result<Opened> ProjectFolder::open (const fs::path& path)
{
    const auto folder = whole (path);

    if (! isProject (folder))
        return Failure { "“" + folder.filename().string() + "” is no Athanor project.", folder.string() };

    const auto lock = FolderLock::take (folder);

    if (! lock)
        return lock.failure();

    // Whoever wrote here is gone, and what was not finished will never be.
    for (const auto& place : { folder, folder / inFolder::assets, folder / inFolder::backups })
        removeUnfinished (place);

    const auto recovered = recover (folder);

    if (! recovered)
        return recovered.failure();

    Opened opened { nullptr, recovered->history, recovered->wasNotSaved, recovered->edits, recovered->notes };
    opened.folder.reset (new ProjectFolder (folder, *lock, recovered->journal, recovered->hashOnDisk));
    return opened;
}

void ProjectFolder::performed (const Change& change) { journal->perform (change); }

void ProjectFolder::undid() { journal->undo(); }

void ProjectFolder::redid() { journal->redo(); }

Result<Done> ProjectFolder::save (const Project& project, TimePoint now)
{
    const auto text = formatProject (project);
    auto hash = contentHash (text);

    if (std::error_code error; ! fs::is_directory (folder, error))
        return Failure { "“" + folder.filename().string() + "” is gone from its place: save the project under another name.", folder.string() };

    if (const auto marked = journal->markSaved (hash); ! marked)
        return marked;

    // A save is worth more than a backup: one that cannot be made does not prevent it.
    static_cast<void> (makeBackup (folder / inFolder::project, folder / inFolder::backups, now));

    if (const auto written = writeFile (folder / inFolder::project, text); ! written)
        return written;

    hashOnDisk = std::move (hash);
    return Done {};
}

Result<Opened> ProjectFolder::saveAs (const fs::path& path, const History& history)
{
    const NewFolder fresh (whole (path));

    if (const auto made = fresh.make(); ! made)
        return made.failure();

    if (const auto copied = copyAssets (folder, fresh.path()); ! copied)
        return copied.failure();

    const auto text = formatProject (history.project());

    if (const auto written = writeFile (fresh.path() / inFolder::project, text); ! written)
        return written.failure();

    if (const auto flushed = journal->flush(); ! flushed)
        return flushed.failure();

    if (const auto copied = journal->copyTo (fresh.path() / inFolder::history); ! copied)
        return copied.failure();

    {
        const auto copy = Journal::open (fresh.path() / inFolder::history);
        const auto marked = copy ? (*copy)->markSaved (contentHash (text)) : copy.failure();

        if (! marked)
            return marked.failure();
    }

    if (const auto done = fresh.commit(); ! done)
        return done.failure();

    return open (path);
}

Result<Done> ProjectFolder::discardUnsaved() { return journal->discard (hashOnDisk); }

Result<Done> ProjectFolder::flush() { return journal->flush(); }

std::optional<Failure> ProjectFolder::problem() const { return journal->problem(); }

std::vector<fs::path> unsavedProjects()
{
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code ignored;

    for (const auto& entry : fs::directory_iterator (paths::unsaved(), ignored))
        if (ProjectFolder::isProject (entry.path()) && FolderLock::take (entry.path()))
            found.emplace_back (fs::last_write_time (entry.path() / inFolder::history, ignored), entry.path());

    std::sort (found.begin(), found.end(), std::greater<>());
    std::vector<fs::path> folders;

    for (auto& [time, path] : found)
        folders.push_back (std::move (path));

    return folders;
}

} // namespace athanor
