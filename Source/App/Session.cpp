// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Session.h"

#include "App/Actions/Declare.h"
#include "App/Edits/PatternPlaces.h"
#include "App/Library.h"
#include "App/LoadProject.h"
#include "App/StartProject.h"
#include "Core/Hash.h"
#include "Media/AudioFile.h"
#include "Media/AudioWriter.h"
#include "Store/Paths.h"
#include "Store/ProjectFolder.h"

#include <algorithm>

namespace athanor
{

struct Session::Private
{
    std::map<std::string, dsp::SharedSound> sounds; ///< By content hash: everything that was loaded or added since the start.
    std::map<std::string, std::string> files;       ///< Bytes of recordings that may not be on disk yet.
    std::map<std::string, Asset> added;             ///< Recordings that no edit has taken into the project yet.
    FileState file;
    std::shared_ptr<ProjectFolder> store; ///< Where every change is written down at once; null: nowhere yet.
    bool isStoreUnnamed = false;          ///< The store is one of paths::unsaved().
    bool keepsUnsaved = false;

    /** Recordings have to be in the folder before a change that names them is. */
    void keepFiles (const Project& project)
    {
        for (const auto& [hash, asset] : project.assets)
            if (const auto found = files.find (hash); found != files.end() && store->assets().find (hash).empty())
                if (const auto kept = store->assets().addBytes (found->second); ! kept)
                    file.problem = kept.failure().message;
    }

    /** A project without a name is kept, too, so that a crash loses nothing. */
    void keepUnnamed (const Project& project)
    {
        if (! keepsUnsaved || store != nullptr)
            return;

        if (auto made = ProjectFolder::create (paths::unsaved() / (toHex (randomBits()) + ".athanor"), project))
        {
            store = made->folder;
            isStoreUnnamed = true;
        }
        else
            file.problem = made.failure().message;
    }
};

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
    selected = settled (project(), {});

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
    // What comes with the program is a start for something new, and stays as it is.
    return ProjectFolder::isProject (path) && ! isTemplate (path) ? openFolder (path) : import (path);
}

Result<FileState> Session::openFolder (const std::filesystem::path& path)
{
    auto opened = ProjectFolder::open (path);

    if (! opened)
        return opened.failure();

    FileState state;
    state.folder = path;
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

    const auto isUnnamed = path.parent_path() == paths::unsaved();
    self->store = opened->folder;
    self->isStoreUnnamed = isUnnamed;
    state.folder = isUnnamed ? std::filesystem::path() : path;
    self->file = state;
    begin (opened->history);

    if (state.recoveredEdits > 0)
        onMessage.call (std::to_string (state.recoveredEdits) + " edits that were not saved have been brought back.");

    return state;
}

Result<FileState> Session::import (const std::filesystem::path& path)
{
    auto loaded = loadProject (path);

    if (! loaded)
        return loaded.failure();

    for (const auto& [hash, sound] : loaded->sounds)
        self->sounds.insert_or_assign (hash, sound);

    for (const auto& [hash, bytes] : loaded->files)
        self->files.insert_or_assign (hash, bytes);

    start (loaded->project);
    self->file.isSaved = isTemplate (path);
    self->file.remarks = loaded->remarks;
    onFile.call();

    if (! loaded->remarks.empty())
        onMessage.call (std::to_string (loaded->remarks.size()) + " remarks on how this was read; see the import report.");

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

    const auto old = self->isStoreUnnamed && self->store != nullptr ? self->store->path() : std::filesystem::path();

    if (self->store == nullptr)
    {
        auto made = ProjectFolder::create (path, project());

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

Result<FileState> Session::saved (const std::filesystem::path& folder)
{
    self->file.folder = folder;
    self->file.isSaved = true;
    self->file.problem.clear();
    onFile.call();
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
    AudioSettings settings;
    settings.sampleRate = sound->sampleRate;
    settings.bits = 32;
    const auto bytes = encodeAudio (*sound, settings);
    const auto hash = bytes ? contentHash (*bytes) : std::string();

    if (bytes)
    {
        self->files.insert_or_assign (hash, *bytes);
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

FileState Session::fileState() const { return self->file; }

std::shared_ptr<const dsp::Sound> Session::sound (const std::string& hash) const
{
    const auto found = self->sounds.find (hash);
    return found == self->sounds.end() ? nullptr : found->second;
}

} // namespace athanor
