// SPDX-License-Identifier: GPL-3.0-or-later
// A project on the disk: a folder that is always in order, whatever happens to the program.
#pragma once

#include "Core/Result.h"
#include "Model/History.h"
#include "Store/Assets.h"
#include "Store/Backups.h"
#include "Store/Journal.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace athanor
{

class FolderLock;
struct Opened;

/** Files in memory, by content hash. */
using FileBytes = std::map<std::string, std::shared_ptr<const std::string>>;

/** An open project folder, `Name.athanor`:

        project.json        the project as it was saved last
        history.sqlite      every change, see Journal
        assets/<hash>       the files it uses
        backups/<time>.json the projects of the last saves

    Only one program has it open at a time. All calls on the message thread.
*/
class ProjectFolder
{
public:
    /** Makes a new folder that holds this project and those of the files, by content hash, that it uses; all of it is there or
        nothing. Fails when there is something at that place. */
    static Result<Opened> create (const std::filesystem::path&, const Project&, const FileBytes& = {});

    /** Opens a folder, bringing back what a crash would have lost and what can be had of a damaged one. */
    static Result<Opened> open (const std::filesystem::path&);

    /** The same among the projects that have no name yet; saveAs() gives it one. */
    static Result<Opened> createUnsaved (const Project&);

    /** A new project without a name that begins as a copy of this one: a folder, as a template or one where nothing can be
        written, or a packed project. */
    static Result<Opened> openCopy (const std::filesystem::path&);

    /** Whether there is a project at that place. */
    static bool isProject (const std::filesystem::path&);

    ProjectFolder (const ProjectFolder&) = delete;

    /** Waits until all changes are on the disk. */
    ~ProjectFolder();

    const std::filesystem::path& path() const noexcept { return folder; }

    const Assets& assets() const noexcept { return files; }

    // Tell it what History did. Each returns at once; within 100 ms it is on the disk.

    void performed (const Change&);
    void undid();
    void redid();

    /** Saves the project, which is the one that all the calls above led to. After a failure the old one is still there. */
    Result<Done> save (const Project&, TimePoint now = std::chrono::system_clock::now());

    /** Makes a copy of everything, assets and history too, at a new place where there is nothing yet, and saves the project there. */
    Result<Opened> saveAs (const std::filesystem::path&, const History&);

    /** Forgets what was done since the last save, as when a musician closes without saving. */
    Result<Done> discardUnsaved();

    /** Returns when all changes are on the disk, or why they are not. */
    Result<Done> flush();

    /** Why changes cannot be kept at the moment; to be shown while it is so. */
    std::optional<Failure> problem() const;

private:
    ProjectFolder (std::filesystem::path, std::shared_ptr<FolderLock>, std::shared_ptr<Journal>, std::string savedHash);

    std::filesystem::path folder;
    Assets files;
    std::shared_ptr<FolderLock> lock;
    std::shared_ptr<Journal> journal;
    std::string hashOnDisk; ///< Of project.json.
};

/** A project folder and what was in it. */
struct Opened
{
    std::shared_ptr<ProjectFolder> folder;
    History history { Project() };  ///< As it was when the project was open last.
    bool wasNotSaved = false;       ///< It is another one than in project.json: the program ended before it was saved.
    int recoveredEdits = 0;         ///< How many changes lie between the two.
    std::vector<std::string> notes; ///< A sentence for each thing that was not in order.
};

/** Projects that were never saved and are not open now: what a crash left, newest first. */
std::vector<std::filesystem::path> unsavedProjects();

} // namespace athanor
