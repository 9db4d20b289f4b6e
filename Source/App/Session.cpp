// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Session.h"

#include "App/Actions/Declare.h"
#include "App/Edits/PatternPlaces.h"
#include "App/LoadProject.h"
#include "App/SaveProject.h"
#include "App/StartProject.h"
#include "Core/Hash.h"
#include "Media/AudioFile.h"
#include "Media/AudioWriter.h"

#include <algorithm>

namespace athanor
{

struct Session::Private
{
    std::map<std::string, dsp::SharedSound> sounds; ///< By content hash: everything that was loaded or added since the start.
    std::map<std::string, std::string> files;       ///< Bytes of recordings that may not be on disk yet.
    std::map<std::string, Asset> added;             ///< Recordings that no edit has taken into the project yet.
    FileState file;
    std::size_t savedChanges = 0; ///< How many changes had been made when the project was saved.
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
    if (change.edits.empty() || ! history.perform (std::move (change)))
        return false;

    self->added.clear();
    touch();
    show();
    return true;
}

bool Session::undo()
{
    const auto isDone = history.undo();

    if (isDone)
    {
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
    history = History (std::move (project));
    self->file = {};
    self->added.clear();
    pointSomewhere();
    show();
    onFile.call();
    onSelection.call();
}

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
    auto loaded = loadProject (path);

    if (! loaded)
        return loaded.failure();

    for (const auto& [hash, sound] : loaded->sounds)
        self->sounds.insert_or_assign (hash, sound);

    for (const auto& [hash, bytes] : loaded->files)
        self->files.insert_or_assign (hash, bytes);

    start (loaded->project);
    const auto isFolder = std::filesystem::is_directory (path);
    self->file.folder = isFolder ? path : std::filesystem::path();
    self->file.isSaved = isFolder;
    self->file.remarks = loaded->remarks;
    onFile.call();

    if (! loaded->remarks.empty())
        onMessage.call (std::to_string (loaded->remarks.size()) + " remarks on how this was read; see the import report.");

    return self->file;
}

Result<FileState> Session::save()
{
    if (self->file.folder.empty())
        return Failure { "This project has no name yet: choose where to save it.", "" };

    return saveAs (self->file.folder);
}

Result<FileState> Session::saveAs (const std::filesystem::path& folder)
{
    LoadedProject all;
    all.project = project();

    for (const auto& [hash, asset] : project().assets)
        if (const auto found = self->files.find (hash); found != self->files.end())
            all.files.emplace (hash, found->second);

    if (const auto done = saveProjectAs (all, folder); ! done)
        return done.failure();

    self->file.folder = folder;
    self->file.isSaved = true;
    onFile.call();
    onMessage.call ("Saved as " + folder.filename().string() + ".");
    return self->file;
}

Result<std::string> Session::addSound (const std::filesystem::path& file)
{
    auto sound = readAudioFile (file);

    if (! sound)
        return sound.failure();

    return addSound (std::make_shared<const dsp::Sound> (*sound), file.filename().string());
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
