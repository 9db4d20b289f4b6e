// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Recovery.h"

#include "Core/Hash.h"
#include "Formats/Json.h"
#include "Formats/Project/ProjectFile.h"
#include "Model/Sanitise.h"
#include "Store/AtomicFile.h"
#include "Store/Backups.h"
#include "Store/Sqlite.h"

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

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
    const auto file = folder / inFolder::project;
    auto saved = readProject (file);

    if (saved || (isThere (file) && (isNewer (file) || ! readFile (file, longestJson))))
        return saved;

    for (const auto& backup : listBackups (folder / inFolder::backups))
        if (auto project = readProject (backup))
        {
            // Out of the way, so that it does not become a backup itself.
            std::error_code ignored;
            fs::rename (file, folder / inFolder::damagedProject, ignored);
            notes.push_back ("The project's file was damaged, so its backup of " + backup.stem().string() + " was opened; save it to make it whole again.");
            return project;
        }

    return saved;
}

/** The journal of a folder; a damaged one is put aside and a new one begun. */
Result<std::shared_ptr<Journal>> openJournal (const fs::path& folder, std::vector<std::string>& notes)
{
    const auto file = folder / inFolder::history;
    auto journal = Journal::open (file);

    if (journal || ! Database::isDamaged (file) || ! Database::putAside (file))
        return journal;

    notes.emplace_back ("The undo history was damaged and had to be begun anew.");
    return Journal::open (file);
}

/** The project after as many of the changes as fit, which are then counted. */
Project applyAll (Project project, const std::vector<Change>& changes, int& applied)
{
    for (const auto& change : changes)
    {
        auto next = apply (project, change);

        if (! next)
            break;

        project = *std::move (next);
        ++applied;
    }

    return project;
}

/** What the journal says has happened to the saved project. When a step does not fit, those before it begin a new history. */
Result<Done> replay (Recovered& recovered, const Project& saved, Restored restored)
{
    auto project = applyAll (saved, restored.sinceSaved, recovered.edits);
    recovered.wasNotSaved = recovered.wasNotSaved || recovered.edits > 0;

    if (recovered.edits == static_cast<int> (restored.sinceSaved.size()))
    {
        recovered.history = History (std::move (project), std::move (restored.done), std::move (restored.undone), std::move (restored.older));
        return Done {};
    }

    recovered.notes.emplace_back ("Some of the last changes did not fit the project any more and are lost.");
    recovered.history = History (saved);
    auto change = difference ("recover changes", saved, project);

    if (auto begun = recovered.journal->begin (recovered.hashOnDisk); ! begun || change.edits.empty())
        return begun;

    recovered.journal->perform (change);
    recovered.history.perform (std::move (change));
    return recovered.journal->flush();
}

/** With a project that the journal does not know. */
Result<Done> beginAnew (Recovered& recovered, const Project& saved)
{
    if (! recovered.journal->isEmpty())
        recovered.notes.emplace_back ("The project was changed outside of its history, so undo begins here.");

    recovered.history = History (saved);
    return recovered.journal->begin (recovered.hashOnDisk);
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

Result<Recovered> recover (const fs::path& folder)
{
    Recovered recovered;
    const auto saved = readProjectOrBackup (folder, recovered.notes);

    if (! saved)
        return saved.failure();

    recovered.hashOnDisk = saved->hash;
    recovered.wasNotSaved = ! recovered.notes.empty();
    const auto journal = openJournal (folder, recovered.notes);

    if (! journal)
        return journal.failure();

    recovered.journal = *journal;
    const auto restored = recovered.journal->restore (saved->hash);

    if (! restored)
        return restored.failure();

    if (const auto ready = *restored ? replay (recovered, saved->project, **restored) : beginAnew (recovered, saved->project); ! ready)
        return ready.failure();

    putInOrder (recovered.history, *recovered.journal);
    return recovered;
}

} // namespace athanor
