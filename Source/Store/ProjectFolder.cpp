// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/ProjectFolder.h"

#include "Core/Id.h"
#include "Formats/Json.h"
#include "Formats/Project/ProjectFile.h"
#include "Model/Sanitise.h"
#include "Store/AtomicFile.h"
#include "Store/FolderLock.h"
#include "Store/Paths.h"

#include <algorithm>
#include <cerrno>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr auto projectName = "project.json", damagedName = "project.damaged.json";
constexpr auto historyName = "history.sqlite", damagedHistoryName = "history.damaged.sqlite";
constexpr auto assetsName = "assets", backupsName = "backups";

/** A project and the text it was read from. */
struct SavedProject
{
    Project project;
    std::string hash;
};

Result<SavedProject> readProject (const fs::path& file)
{
    const auto text = readFile (file, longestJson);

    if (! text)
        return text.failure();

    const auto project = parseProjectAsWritten (*text);

    if (! project)
        return project.failure();

    return SavedProject { *project, contentHash (*text) };
}

/** Whether a text is in order but of a schema that this program does not know: then no backup may stand in for it. */
bool isNewer (const fs::path& file)
{
    const auto text = readFile (file, longestJson);
    const auto value = text ? parseJson (*text) : text.failure();
    const auto* header = value ? value->part ("athanor") : nullptr;
    const auto* schema = header != nullptr ? header->part ("schema") : nullptr;
    const auto* number = schema != nullptr ? schema->as<std::int64_t>() : nullptr;
    return number != nullptr && *number > Project::schemaVersion;
}

bool isThere (const fs::path& path)
{
    std::error_code ignored;
    return fs::exists (path, ignored);
}

/** The project of a folder; of a damaged one the newest backup that can be read. */
Result<SavedProject> readProjectOrBackup (const fs::path& folder, std::vector<std::string>& notes)
{
    const auto file = folder / projectName;
    auto saved = readProject (file);

    if (saved || (isThere (file) && (isNewer (file) || ! readFile (file, longestJson))))
        return saved;

    for (const auto& backup : listBackups (folder / backupsName))
        if (auto project = readProject (backup))
        {
            // Out of the way, so that it does not become a backup itself.
            std::error_code ignored;
            fs::rename (file, folder / damagedName, ignored);
            notes.push_back ("The project's file was damaged, so its backup of " + backup.stem().string() + " was opened; save it to make it whole again.");
            return project;
        }

    return saved;
}

/** The journal of a folder; one that cannot be read is put aside and a new one begun. */
Result<std::shared_ptr<Journal>> openJournal (const fs::path& folder, std::vector<std::string>& notes)
{
    const auto file = folder / historyName;
    auto journal = Journal::open (file);

    if (journal)
        return journal;

    std::error_code error;
    fs::rename (file, folder / damagedHistoryName, error);

    if (error)
        return journal;

    // What belongs to the old one would be taken for parts of the new one.
    for (const auto* end : { "-wal", "-shm" })
        fs::remove (file.string() + end, error);

    auto fresh = Journal::open (file);

    if (! fresh)
    {
        fs::rename (folder / damagedHistoryName, file, error);
        return journal;
    }

    notes.push_back ("The undo history was damaged and had to be begun anew.");
    return fresh;
}

/** A folder that is given its name when all is in it, and is gone if it never is. */
class NewFolder
{
public:
    explicit NewFolder (fs::path t) : target (std::move (t)), temporary (target.parent_path() / ("." + target.filename().string() + "." + toHex (randomBits()))) {}

    NewFolder (const NewFolder&) = delete;

    ~NewFolder()
    {
        std::error_code ignored;
        fs::remove_all (temporary, ignored);
    }

    const fs::path& path() const noexcept { return temporary; }

    Result<Done> make() const
    {
        std::error_code error;

        if (isThere (target) && ! fs::is_empty (target, error))
            return Failure { "There is something called “" + target.filename().string() + "” already: choose another name.", target.string() };

        fs::create_directories (temporary / assetsName, error);

        if (error)
            return fileFailure (target, error.value(), "making the folder");

        return Done {};
    }

    Result<Done> commit() const
    {
        syncFolder (temporary);

        // Over an empty folder, if there is one.
        if (std::rename (temporary.c_str(), target.c_str()) != 0)
            return fileFailure (target, errno, "putting the folder in its place");

        syncFolder (target.parent_path());
        return Done {};
    }

private:
    fs::path target, temporary;
};

/** The path without a slash at its end, from the root. */
fs::path whole (const fs::path& path)
{
    auto full = fs::absolute (path).lexically_normal();
    return full.has_filename() ? full : full.parent_path();
}

Result<Done> copyAssets (const fs::path& from, const fs::path& to)
{
    std::error_code error;

    for (const auto& entry : fs::directory_iterator (from, error))
    {
        fs::copy_file (entry.path(), to / entry.path().filename(), error);

        if (error)
            return fileFailure (entry.path(), error.value(), "copying it");
    }

    return Done {};
}

/** The history that `restored` gives to the saved project. When a step does not fit, what there is becomes a new history. */
Result<Done> recover (Opened& opened, const SavedProject& saved, Restored restored, Journal& journal)
{
    auto project = saved.project;

    for (const auto& change : restored.sinceSaved)
    {
        auto next = apply (project, change);

        if (! next)
            break;

        project = *std::move (next);
        ++opened.recoveredEdits;
    }

    opened.wasNotSaved = opened.wasNotSaved || opened.recoveredEdits > 0;

    if (opened.recoveredEdits == static_cast<int> (restored.sinceSaved.size()))
    {
        opened.history = History (std::move (project), std::move (restored.done), std::move (restored.undone), std::move (restored.older));
        return Done {};
    }

    opened.notes.push_back ("Some of the last changes did not fit the project any more and are lost.");
    auto change = difference ("recover changes", saved.project, project);
    opened.history = History (saved.project);

    if (const auto begun = journal.begin (saved.hash); ! begun || change.edits.empty())
        return begun;

    journal.perform (change);
    opened.history.perform (std::move (change));
    return journal.flush();
}
/** Projects come from strangers and from older programs: what is out of its range is brought back, as a step of the history. */
void putInOrder (History& history, Journal& journal)
{
    auto good = history.project();
    sanitise (good);
    auto change = difference ("put in order", history.project(), good);

    if (change.edits.empty() || ! history.perform (change))
        return;

    journal.perform (std::move (change));
}
} // namespace

ProjectFolder::ProjectFolder (fs::path p, std::shared_ptr<FolderLock> l, std::shared_ptr<Journal> j, std::string hash)
    : folder (std::move (p)), files (folder / assetsName), lock (std::move (l)), journal (std::move (j)), hashOnDisk (std::move (hash)) {}

// The journal first: it writes until it is gone, and the lock says that nobody else may.
ProjectFolder::~ProjectFolder() { journal.reset(); }

Result<Opened> ProjectFolder::create (const fs::path& path, const Project& project)
{
    const NewFolder fresh (whole (path));

    if (const auto made = fresh.make(); ! made)
        return made.failure();

    const auto text = formatProject (project);

    if (const auto written = writeFile (fresh.path() / projectName, text); ! written)
        return written.failure();

    {
        const auto history = Journal::open (fresh.path() / historyName);
        const auto begun = history ? (*history)->begin (contentHash (text)) : history.failure();

        if (! begun)
            return begun.failure();
    }

    if (const auto done = fresh.commit(); ! done)
        return done.failure();

    return open (path);
}

bool ProjectFolder::isProject (const fs::path& path) { return isThere (path / projectName) || isThere (path / damagedName); }

Result<Opened> ProjectFolder::open (const fs::path& path)
{
    const auto folder = whole (path);

    if (! isProject (folder))
        return Failure { "“" + folder.filename().string() + "” is no Athanor project.", folder.string() };

    const auto lock = FolderLock::take (folder);

    if (! lock)
        return lock.failure();

    Opened opened;
    const auto saved = readProjectOrBackup (folder, opened.notes);

    if (! saved)
        return saved.failure();

    opened.wasNotSaved = ! opened.notes.empty();
    const auto journal = openJournal (folder, opened.notes);

    if (! journal)
        return journal.failure();

    const auto restored = (*journal)->restore (saved->hash);

    if (! restored)
        return restored.failure();

    const auto ready = *restored ? recover (opened, *saved, **restored, **journal) : (*journal)->begin (saved->hash);

    if (! ready)
        return ready.failure();

    if (! *restored)
    {
        opened.history = History (saved->project);
        opened.notes.emplace_back ("The project was changed outside of this folder's history, so undo begins here.");
    }

    putInOrder (opened.history, **journal);
    opened.folder.reset (new ProjectFolder (folder, *lock, *journal, saved->hash));
    return opened;
}

void ProjectFolder::performed (const Change& change) { journal->perform (change); }

void ProjectFolder::undid() { journal->undo(); }

void ProjectFolder::redid() { journal->redo(); }

Result<Done> ProjectFolder::save (const Project& project, TimePoint now)
{
    const auto text = formatProject (project);
    auto hash = contentHash (text);

    if (const auto marked = journal->markSaved (hash); ! marked)
        return marked;

    // A save is worth more than a backup: one that cannot be made does not prevent it.
    if (const auto file = folder / projectName; isThere (file))
        static_cast<void> (makeBackup (file, folder / backupsName, now));

    if (const auto written = writeFile (folder / projectName, text); ! written)
        return written;

    hashOnDisk = std::move (hash);
    return Done {};
}

Result<Opened> ProjectFolder::saveAs (const fs::path& path, const History& history)
{
    const NewFolder fresh (whole (path));

    if (const auto made = fresh.make(); ! made)
        return made.failure();

    if (const auto copied = copyAssets (folder / assetsName, fresh.path() / assetsName); ! copied)
        return copied.failure();

    const auto text = formatProject (history.project());

    if (const auto written = writeFile (fresh.path() / projectName, text); ! written)
        return written.failure();

    if (const auto flushed = journal->flush(); ! flushed)
        return flushed.failure();

    if (const auto copied = journal->copyTo (fresh.path() / historyName); ! copied)
        return copied.failure();

    {
        const auto copy = Journal::open (fresh.path() / historyName);
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
            found.emplace_back (fs::last_write_time (entry.path() / historyName, ignored), entry.path());

    std::sort (found.begin(), found.end(), std::greater<>());
    std::vector<fs::path> folders;

    for (auto& [time, path] : found)
        folders.push_back (std::move (path));

    return folders;
}

} // namespace athanor
