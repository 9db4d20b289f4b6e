// SPDX-License-Identifier: GPL-3.0-or-later
// The recordings of a session's project: how they come in, are found, and are saved from being lost.
#include "App/Library.h"
#include "App/Recording.h"
#include "App/SessionPrivate.h"
#include "Core/Hash.h"
#include "Media/AudioFile.h"
#include "Store/AtomicFile.h"

namespace athanor
{

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

std::shared_ptr<const dsp::Sound> Session::sound (const std::string& hash) const
{
    const auto found = self->sounds.find (hash);
    return found == self->sounds.end() ? nullptr : found->second;
}

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

} // namespace athanor
