// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Session.h"

#include "App/Actions/Declare.h"
#include "App/Edits/PatchLayout.h"
#include "App/Edits/PatternPlaces.h"
#include "App/Jobs/ProjectSnapshot.h"
#include "App/Library.h"
#include "App/Recording.h"
#include "App/StartProject.h"
#include "Core/Hash.h"
#include "Media/AudioFile.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"
#include "Store/ProjectFolder.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace athanor
{

struct Session::Private
{
    std::map<std::string, dsp::SharedSound> sounds; ///< By content hash: everything that was loaded or added since the start.
    FileBytes files;                                ///< Bytes of recordings that may not be on disk yet.
    std::map<std::string, Asset> added;             ///< Recordings that no edit has taken into the project yet.
    FileState file;
    std::shared_ptr<ProjectFolder> store; ///< Where every change is written down at once; null: nowhere yet.
    bool isStoreUnnamed = false;          ///< The store is one of paths::unsaved().
    bool keepsUnsaved = false;

    /** Recordings have to be in the folder before a change that names them is. */
    void keepFiles (const Project& project)
    {
        file.problem.clear();

        for (const auto& [hash, asset] : project.assets)
            if (const auto found = files.find (hash); found != files.end() && store->assets().find (hash).empty())
                if (const auto kept = store->assets().addBytes (*found->second); ! kept)
                    file.problem = kept.failure().message;
    }

    /** A project without a name is kept, too, so that a crash loses nothing. */
    void keepUnnamed (const Project& project)
    {
        if (! keepsUnsaved || store != nullptr)
            return;

        if (auto made = ProjectFolder::create (paths::unsaved() / (toHex (randomBits()) + ".athanor"), project, files))
        {
            store = made->folder;
            isStoreUnnamed = true;
        }
        else
            file.problem = made.failure().message;
    }

    /** Whether a recording can be had as a file. */
    bool isKept (const std::string& hash) const { return files.contains (hash) || (store != nullptr && ! store->assets().find (hash).empty()); }
};

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

Session::Session() : self (std::make_unique<Private>())
{
    declareActions (*this);
    start (startProject());
}

Session::~Session() = default;

bool Session::edit (std::string name, const std::function<void (Project&)>& change)
{
    auto edited = project();
    change (edited);

    // Recordings that were added since the last edit come with the one that uses them.
    for (const auto& [hash, asset] : self->added)
        if (! (edited == project()) && ! edited.assets.contains (hash))
            edited.assets.put (hash, asset);

    return perform (difference (std::move (name), project(), edited));
}

bool Session::perform (Change change)
{
    const auto before = project();

    if (change.edits.empty() || ! history.perform (change))
        return false;

    self->added.clear();
    self->keepUnnamed (before);

    if (self->store != nullptr)
    {
        self->keepFiles (project());
        self->store->performed (change);
    }

    touch();
    show();
    return true;
}

bool Session::undo()
{
    const auto isDone = history.undo();

    if (isDone)
    {
        if (self->store != nullptr)
            self->store->undid();

        touch();
        show();
    }

    return isDone;
}

bool Session::redo()
{
    const auto isDone = history.redo();

    if (isDone)
    {
        if (self->store != nullptr)
            self->store->redid();

        touch();
        show();
    }

    return isDone;
}

void Session::select (const std::function<void (Selection&)>& change)
{
    const auto before = selected;
    change (selected);

    // A track that has an instrument of its own is played with it.
    if (before.cursor.track != selected.cursor.track && before.instrument == selected.instrument)
        if (const auto* track = project().tracks.find (selected.cursor.track); track != nullptr && track->instrument)
            selected.instrument = track->instrument;

    if (! (before == selected))
        onSelection.call();
}

void Session::start (Project project)
{
    self->store.reset();
    self->file = {};
    begin (History (std::move (project)));
}

void Session::begin (History next)
{
    history = std::move (next);
    self->added.clear();
    pointSomewhere();
    show();
    onFile.call();
    onSelection.call();
}

void Session::keepUnsaved() { self->keepsUnsaved = true; }

std::vector<std::filesystem::path> Session::lostAndFound() const { return unsavedProjects(); }

/** A selection that exists: the first pattern, track and instrument. */
void Session::pointSomewhere()
{
    Selection fresh;
    fresh.showsPattern = selected.showsPattern; // the window shows what it showed
    selected = settled (project(), fresh);

    if (const auto* track = project().tracks.find (selected.cursor.track); track != nullptr && project().instruments.contains (track->instrument))
        selected.instrument = track->instrument;
}

/** The project on screen is no longer the one on disk. */
void Session::touch()
{
    if (! self->file.isSaved)
        return;

    self->file.isSaved = false;
    onFile.call();
}

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

ProjectSnapshot Session::snapshot() const
{
    ProjectSnapshot now { project(), {}, {}, self->store != nullptr ? self->store->assets().path() : std::filesystem::path() };

    for (const auto& hash : usedAssets (project()))
    {
        if (const auto found = self->sounds.find (hash); found != self->sounds.end())
            now.sounds.insert (*found);

        if (const auto found = self->files.find (hash); found != self->files.end())
            now.files.insert (*found);
    }

    return now;
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

/** Recordings whose files are gone, but which are still in memory, become files again. */
void Session::rescueSounds()
{
    std::map<std::string, std::string> rescued;

    for (const auto& [hash, asset] : project().assets)
        if (const auto recording = sound (hash); recording != nullptr && ! self->isKept (hash))
            rescued[hash] = addSound (recording, asset->name);

    std::erase_if (rescued, [] (const auto& entry) { return entry.second.empty() || entry.first == entry.second; });

    if (! rescued.empty())
        edit ("rescue recordings", [&] (Project& edited) {
            for (const auto& [before, after] : rescued)
                edited = replaceAsset (std::move (edited), before, after);
        });
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

Result<Done> Session::giveBack (const std::string& hash, const std::filesystem::path& file)
{
    const auto found = readAudioFile (file);
    auto bytes = found ? readFile (file) : Result<std::string> (found.failure());

    // The same sound in another wrapping is kept as the project would have kept it.
    if (bytes && contentHash (*bytes) != hash)
        bytes = encodeRecording (*found);

    if (! bytes)
        return bytes.failure();

    if (contentHash (*bytes) != hash)
        return Failure { "\"" + file.filename().string() + "\" is another recording than the one that is missing.", file.string() };

    self->files.insert_or_assign (hash, std::make_shared<const std::string> (*bytes));
    self->sounds.insert_or_assign (hash, std::make_shared<const dsp::Sound> (*found));

    if (self->store != nullptr)
        self->keepFiles (project());

    show();
    onFile.call();
    return Done {};
}

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

Result<std::string> Session::addSound (const std::filesystem::path& file)
{
    const auto sound = readSound (file);

    if (! sound)
        return sound.failure();

    return addSound (*sound, file.filename().string());
}

Result<std::shared_ptr<const dsp::Sound>> Session::readSound (const std::filesystem::path& file)
{
    auto sound = readAudioFile (file);

    if (! sound)
        return sound.failure();

    return std::make_shared<const dsp::Sound> (std::move (*sound));
}

std::string Session::addSound (std::shared_ptr<const dsp::Sound> sound, const std::string& name)
{
    const auto bytes = encodeRecording (*sound);
    const auto hash = bytes ? contentHash (*bytes) : std::string();

    if (bytes)
    {
        self->files.insert_or_assign (hash, std::make_shared<const std::string> (*bytes));
        self->added.insert_or_assign (hash, Asset { name, sound->sampleRate, sound->channels, static_cast<std::int64_t> (sound->frames()), {} });
        self->sounds.insert_or_assign (hash, std::move (sound));
    }

    return hash;
}

void Session::show()
{
    sounding.show (project(), [this] (const std::string& hash) { return sound (hash); });
    onProject.call();
}

FileState Session::fileState() const
{
    auto state = self->file;

    if (const auto problem = self->store != nullptr ? self->store->problem() : std::nullopt)
        state.problem = problem->message;

    return state;
}

std::shared_ptr<const dsp::Sound> Session::sound (const std::string& hash) const
{
    const auto found = self->sounds.find (hash);
    return found == self->sounds.end() ? nullptr : found->second;
}

} // namespace athanor
