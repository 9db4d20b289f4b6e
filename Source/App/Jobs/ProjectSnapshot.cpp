// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/ProjectSnapshot.h"

#include "Formats/Project/ProjectFile.h"
#include "Media/AudioFile.h"
#include "Store/AtomicFile.h"

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

/** An asset never changes once it is there, so a second name for it is as good as a copy. */
Result<Done> link (const fs::path& from, const Assets& artifacts, const std::string& hash)
{
    std::error_code error;
    fs::create_directories (artifacts.path(), error);
    fs::create_hard_link (from, artifacts.path() / hash, error);

    if (! error || error == std::errc::file_exists)
        return Done {};

    const auto added = artifacts.add (from);

    if (! added)
        return added.failure();

    return Done {};
}

Result<Done> storeFile (const ProjectSnapshot& snapshot, const Assets& artifacts, const std::string& hash)
{
    // What is there already is young again: nobody may take it for rubbish until the job names it.
    if (const auto file = artifacts.find (hash); ! file.empty())
    {
        std::error_code ignored;
        fs::permissions (file, fs::status (file, ignored).permissions(), ignored);
        return Done {};
    }

    if (const auto bytes = snapshot.files.find (hash); bytes != snapshot.files.end())
    {
        const auto added = artifacts.addBytes (*bytes->second);
        return added ? Result<Done> (Done {}) : Result<Done> (added.failure());
    }

    // What is missing in the project is missing here, and silent in both.
    const auto file = snapshot.assets.empty() ? fs::path() : Assets (snapshot.assets).find (hash);
    return file.empty() ? Result<Done> (Done {}) : link (file, artifacts, hash);
}

dsp::SharedSound readSound (const std::string& hash, const Assets& artifacts)
{
    const auto file = artifacts.find (hash);
    auto sound = file.empty() ? Result<dsp::Sound> (Failure {}) : readAudioFile (file);
    return sound ? std::make_shared<const dsp::Sound> (*sound) : nullptr;
}
} // namespace

void SoundsInUse::add (const std::map<std::string, dsp::SharedSound>& more)
{
    const std::lock_guard lock (mutex);
    std::erase_if (sounds, [] (const auto& entry) { return entry.second.expired(); });

    for (const auto& [hash, sound] : more)
        sounds.insert_or_assign (hash, sound);
}

dsp::SharedSound SoundsInUse::find (const std::string& hash) const
{
    const std::lock_guard lock (mutex);
    const auto found = sounds.find (hash);
    return found == sounds.end() ? nullptr : found->second.lock();
}

Result<std::string> store (const ProjectSnapshot& snapshot, const Assets& artifacts)
{
    for (const auto& hash : usedAssets (snapshot.project))
        if (const auto done = storeFile (snapshot, artifacts, hash); ! done)
            return done.failure();

    return artifacts.addBytes (formatProject (snapshot.project));
}

Result<Project> readStored (const std::string& hash, const Assets& artifacts)
{
    const auto file = artifacts.find (hash);

    if (file.empty())
        return Failure { "What this job was to work on is gone: begin it again.", hash };

    const auto text = readFile (file);
    return text ? parseProjectAsWritten (*text) : text.failure();
}

Result<LoadedProject> loadStored (const std::string& hash, const Assets& artifacts, const SoundsInUse* inUse)
{
    const auto project = readStored (hash, artifacts);

    if (! project)
        return project.failure();

    LoadedProject loaded;
    loaded.project = *project;
    loaded.kind = "Athanor project";

    for (const auto& used : usedAssets (*project))
    {
        auto sound = inUse != nullptr ? inUse->find (used) : nullptr;
        sound = sound != nullptr ? sound : readSound (used, artifacts);

        if (sound != nullptr)
            loaded.sounds.emplace (used, sound);
        else
            loaded.remarks.push_back ("A recording is missing, so it is silent.");
    }

    return loaded;
}

} // namespace athanor
