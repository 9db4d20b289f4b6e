// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetScan.h"

#include "Formats/Patch/PatchFile.h"
#include "Formats/Patch/PatchSummary.h"
#include "Store/AtomicFile.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::size_t mostFiles = 100'000;
constexpr int deepest = 12;
constexpr auto mostPatience = std::chrono::milliseconds (200);

bool mayBePreset (const fs::path& file)
{
    const auto ending = file.extension();
    const auto name = file.filename().string();
    return (ending == ".vital" || ending == ".json") && ! name.starts_with ('.') && name != "project.json";
}

/** Sorted, so that what is told first is what is listed first. */
std::vector<fs::path> filesIn (const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;

    for (fs::recursive_directory_iterator at (folder, fs::directory_options::skip_permission_denied, error), end; ! error && at != end && files.size() < mostFiles; at.increment (error))
    {
        std::error_code ignored;

        if (at->is_directory (ignored))
        {
            if (at.depth() >= deepest || at->path().filename().string().starts_with ('.') || at->path().extension() == ".athanor")
                at.disable_recursion_pending();
        }
        else if (mayBePreset (at->path()) && at->is_regular_file (ignored))
            files.push_back (at->path());
    }

    std::ranges::sort (files);
    return files;
}

/** Tells often enough to see things coming, and seldom enough to cost nothing. */
class Teller
{
public:
    explicit Teller (const std::function<void (const ScanPart&)>& t) : tell (t) {}

    ScanPart part;

    void tellSometimes()
    {
        const auto now = std::chrono::steady_clock::now();

        if (now - told < mostPatience)
            return;

        told = now;
        tellAll();
    }

    void tellAll() { tell (std::exchange (part, {})); }

private:
    const std::function<void (const ScanPart&)>& tell;
    std::chrono::steady_clock::time_point told = std::chrono::steady_clock::now();
};

bool isIn (const std::string& file, const fs::path& folder)
{
    const auto inside = fs::path (file).lexically_relative (folder);
    return ! inside.empty() && *inside.begin() != "..";
}

std::optional<std::pair<std::int64_t, std::int64_t>> sizeAndTime (const fs::path& file)
{
    std::error_code noSize, noTime;
    const auto size = fs::file_size (file, noSize);
    const auto time = fs::last_write_time (file, noTime);
    return noSize || noTime ? std::nullopt : std::optional (std::pair (static_cast<std::int64_t> (size), static_cast<std::int64_t> (time.time_since_epoch().count())));
}
} // namespace

std::optional<StoredPreset> readPreset (const fs::path& file)
{
    StoredPreset preset;
    preset.file = file;
    preset.name = file.stem().string();

    if (const auto about = sizeAndTime (file))
        std::tie (preset.size, preset.changed) = *about;

    const auto bytes = readFile (file, longestPatch);

    if (! bytes)
    {
        preset.problem = bytes.failure().message;
        return preset;
    }

    // Any other file may end in .json, but what ends in .vital is meant to be one.
    if (file.extension() == ".json" && ! isPatch (*bytes))
        return {};

    const auto read = readPatchSummary (*bytes);

    if (! read)
    {
        preset.problem = read.failure().message;
        return preset;
    }

    preset.name = read->name.empty() ? preset.name : read->name;
    preset.author = read->author;
    preset.comments = read->comments;
    preset.style = read->style;
    preset.tags = read->tags;
    return preset;
}

void scanPresets (const std::vector<fs::path>& folders, const KnownPresets& known, const std::function<void (const ScanPart&)>& tell, const std::function<bool()>& shouldStop)
{
    Teller teller (tell);
    std::unordered_set<std::string> seen;
    std::vector<fs::path> gone;

    for (const auto& folder : folders)
    {
        std::error_code error;

        if (! fs::is_directory (folder, error))
        {
            gone.push_back (folder);
            continue;
        }

        for (const auto& file : filesIn (folder))
        {
            const auto before = known.find (file.native());
            const auto about = sizeAndTime (file);
            const auto isKnown = before != known.end() && about && std::pair (before->second.size, before->second.changed) == *about;

            if (shouldStop())
                return;

            if (! seen.insert (file.native()).second)
                continue;

            if (! isKnown)
                if (auto preset = readPreset (file))
                    teller.part.read.push_back (std::move (*preset));

            teller.tellSometimes();
        }
    }

    for (const auto& [file, preset] : known)
        if (! seen.contains (file) && std::ranges::none_of (gone, [&] (const fs::path& folder) { return isIn (file, folder); }))
            teller.part.missing.emplace_back (file);

    teller.tellAll();
}

} // namespace athanor
