// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Relink.h"

#include "App/Recording.h"
#include "App/Session.h"
#include "Core/Hash.h"
#include "Core/Text.h"
#include "Store/Assets.h"

#include <algorithm>
#include <set>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
constexpr int mostFiles = 200'000;

bool isPlayed (const Project& project, const std::string& hash)
{
    return usedAssets (project).contains (hash);
}

bool hasSoundEnding (const fs::path& file)
{
    static const std::set<std::string> endings { ".wav", ".aif", ".aiff", ".flac", ".ogg", ".mp3", ".w64", ".caf" };
    return endings.contains (inLowerCase (file.extension().string()));
}

} // namespace

std::vector<MissingRecording> missingRecordings (const Session& session)
{
    std::vector<MissingRecording> missing;

    for (const auto& hash : usedAssets (session.project()))
    {
        if (session.sound (hash) != nullptr)
            continue;

        const auto* asset = session.project().assets.find (hash);
        const auto name = asset != nullptr && ! asset->name.empty() ? asset->name : hash.substr (0, 12);
        missing.push_back ({ hash, name, asset != nullptr && asset->sampleRate > 0 ? static_cast<double> (asset->frames) / asset->sampleRate : 0 });
    }

    std::ranges::sort (missing, {}, &MissingRecording::name);
    return missing;
}

bool isSameRecording (const fs::path& file, const std::string& hash)
{
    const auto [bytes, sound] = recordingHashes (file);
    return bytes == hash || sound == hash;
}

Result<Done> giveRecording (Session& session, const std::string& hash, const fs::path& file, bool mayBeAnother)
{
    if (isSameRecording (file, hash))
        return session.giveBack (hash, file);

    if (! mayBeAnother)
        return Failure { "\"" + file.filename().string() + "\" is another recording than the one that is missing.", file.string() };

    const auto other = session.addSound (file);

    if (! other)
        return other.failure();

    session.edit ("replace a recording", [&] (Project& project) { project = replaceAsset (project, hash, *other); });
    return isPlayed (session.project(), *other) ? Result<Done> (Done {}) : Result<Done> (Failure { "The recording could not be replaced: no track or instrument uses it any more.", "" });
}

RecordingSearch::RecordingSearch (std::vector<MissingRecording> wanted, fs::path folder)
    : worker ([this, wanted = std::move (wanted), folder = std::move (folder)] (const std::stop_token& stop) { run (stop, wanted, folder); })
{}

RecordingSearch::~RecordingSearch() = default;

void RecordingSearch::run (const std::stop_token& stop, std::vector<MissingRecording> wanted, const fs::path& folder)
{
    std::error_code error;

    for (fs::recursive_directory_iterator at (folder, fs::directory_options::skip_permission_denied, error), end; ! error && at != end && ! wanted.empty() && ! stop.stop_requested(); at.increment (error))
    {
        const auto& path = at->path();

        if (count.fetch_add (1, std::memory_order_relaxed) >= mostFiles)
            break;

        if (! at->is_regular_file (error) || ! (hasSoundEnding (path) || isContentHash (path.filename().string())))
            continue;

        const auto [bytes, sound] = recordingHashes (path);
        std::erase_if (wanted, [&] (const MissingRecording& one) { return (bytes == one.hash || sound == one.hash) && files.emplace (one.hash, path).second; });
    }

    isFinished.store (true, std::memory_order_release);
}

} // namespace athanor
