// SPDX-License-Identifier: GPL-3.0-or-later
// How the project of a session comes from the disk and goes there.
#include "App/Edits/PatchLayout.h"
#include "App/Library.h"
#include "App/SessionPrivate.h"
#include "App/StartProject.h"
#include "Media/AudioFile.h"

#include <unistd.h>

#include <fstream>

namespace athanor
{

namespace
{
/** Whether a file begins as a zip does, and so a packed project. */
bool startsAsZip (const std::filesystem::path& path)
{
    std::ifstream stream (path, std::ios::binary);
    std::string first (2, ' ');
    return stream.read (first.data(), 2) && first == "PK";
}
} // namespace

void Session::start (Project project)
{
    self->store.reset();
    self->file = {};
    begin (History (std::move (project)));
}

void Session::keepUnsaved() { self->keepsUnsaved = true; }

std::vector<std::filesystem::path> Session::lostAndFound() const { return unsavedProjects(); }

Result<FileState> Session::open (const std::filesystem::path& path)
{
    // Who chooses the file in the folder means the folder.
    const auto place = path.filename() == "project.json" ? path.parent_path() : path;
    const auto comesWithUs = isTemplate (place);

    // What comes with the program is a start for something new, and stays as it is; a packed one is unpacked.
    auto opened = startsAsZip (place) ? openFolder (place, true) : ProjectFolder::isProject (place) && ! comesWithUs ? openFolder (place)
                                                                                                                     : import (place);

    if (opened && ProjectFolder::isProject (place) && ! comesWithUs && place.parent_path() != paths::unsaved())
        chosen.addRecent (place, project().title);

    return opened;
}

Result<FileState> Session::openFolder (const std::filesystem::path& path, bool asCopy)
{
    std::error_code error;

    // Once more what is open already: it has to be let go of first.
    if (self->store != nullptr && std::filesystem::equivalent (path, self->store->path(), error))
        self->store.reset();

    auto opened = asCopy ? ProjectFolder::openCopy (path) : ProjectFolder::open (path);
    const auto isCopy = asCopy || (! opened && ::access (path.c_str(), W_OK) != 0);

    if (isCopy && ! asCopy)
        opened = ProjectFolder::openCopy (path);

    if (! opened)
        return opened.failure();

    FileState state;
    state.isSaved = ! opened->wasNotSaved;
    state.recoveredEdits = opened->recoveredEdits;
    state.remarks = opened->notes;

    for (const auto& [hash, asset] : opened->history.project().assets)
    {
        const auto file = opened->folder->assets().find (hash);
        const auto sound = file.empty() ? Result<dsp::Sound> (Failure { "It is missing.", "" }) : readAudioFile (file);

        if (sound)
            self->sounds.insert_or_assign (hash, std::make_shared<const dsp::Sound> (*sound));
        else
            state.remarks.push_back ("The recording \"" + asset->name + "\" cannot be played: it is missing or damaged.");
    }

    const auto isUnnamed = isCopy || path.parent_path() == paths::unsaved();
    self->store = opened->folder;
    self->isStoreUnnamed = isUnnamed;
    state.folder = isUnnamed ? std::filesystem::path() : path;
    self->file = state;
    begin (opened->history);

    if (isCopy && ! asCopy)
        onMessage.call ("“" + path.filename().string() + "” cannot be written where it is, so this is a copy: save it under a name to keep it.");

    onOpened.call();
    return state;
}

Result<FileState> Session::import (const std::filesystem::path& path)
{
    auto loaded = loadProject (path);

    if (! loaded)
        return loaded.failure();

    return openLoaded (*loaded, path);
}

FileState Session::openLoaded (const LoadedProject& loaded, const std::filesystem::path& path)
{
    for (const auto& [hash, sound] : loaded.sounds)
        self->sounds.insert_or_assign (hash, sound);

    for (const auto& [hash, bytes] : loaded.files)
        self->files.insert_or_assign (hash, std::make_shared<const std::string> (bytes));

    auto placed = loaded.project;
    placeModules (placed);
    start (std::move (placed));
    self->file.isSaved = isTemplate (path);
    self->file.remarks = loaded.remarks;
    self->file.report = loaded.report;
    self->file.source = isTemplate (path) ? std::string() : path.filename().string();
    onFile.call();

    if (! isTemplate (path))
        chosen.addRecent (path, project().title);

    onOpened.call();
    return self->file;
}

Result<FileState> Session::save()
{
    if (self->file.folder.empty() || self->store == nullptr)
        return Failure { "This project has no name yet: choose where to save it.", "" };

    self->keepFiles (project());

    if (const auto done = self->store->save (project()); ! done)
        return done.failure();

    return saved (self->file.folder);
}

Result<FileState> Session::saveAs (const std::filesystem::path& path)
{
    if (path == self->file.folder)
        return save();

    rescueSounds();
    const auto old = self->isStoreUnnamed && self->store != nullptr ? self->store->path() : std::filesystem::path();

    if (self->store == nullptr)
    {
        auto made = ProjectFolder::create (path, project(), self->files);

        if (! made)
            return made.failure();

        self->store = made->folder;
    }
    else
    {
        self->keepFiles (project());
        auto made = self->store->saveAs (path, history);

        if (! made)
            return made.failure();

        self->store = made->folder;
    }

    self->isStoreUnnamed = false;
    self->keepFiles (project());
    std::error_code error;

    if (! old.empty())
        std::filesystem::remove_all (old, error);

    return saved (path);
}

Result<FileState> Session::discardUnsaved()
{
    if (self->store != nullptr && ! self->isStoreUnnamed)
    {
        const auto discarded = self->store->discardUnsaved();
        return discarded ? openFolder (self->file.folder) : Result<FileState> (discarded.failure());
    }

    const auto unnamed = storeFolder();
    start (startProject());
    std::error_code error;

    if (! unnamed.empty())
        std::filesystem::remove_all (unnamed, error);

    return self->file;
}

std::filesystem::path Session::storeFolder() const { return self->store != nullptr ? self->store->path() : std::filesystem::path(); }

Result<Done> Session::settle() { return self->store != nullptr ? self->store->flush() : Result<Done> (Done {}); }

Result<FileState> Session::saved (const std::filesystem::path& folder)
{
    self->file.folder = folder;
    self->file.isSaved = true;
    self->file.problem.clear();
    onFile.call();
    chosen.addRecent (folder, project().title);
    onMessage.call ("Saved as " + folder.filename().string() + ".");
    return self->file;
}

FileState Session::fileState() const
{
    auto state = self->file;

    if (const auto problem = self->store != nullptr ? self->store->problem() : std::nullopt)
        state.problem = problem->message;

    return state;
}

} // namespace athanor
