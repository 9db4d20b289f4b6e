// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Assets.h"

#include "Store/AtomicFile.h"

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

/** Shows every place that names an asset, as `const std::string&`. */
template <typename Visit>
void forEachUse (const Graph& graph, Visit&& visit)
{
    for (const auto& [id, node] : graph.nodes)
        for (const auto& [port, sound] : node->sounds)
            visit (*sound);
}

bool uses (const Graph& graph, const std::string& hash)
{
    bool isUsed = false;
    forEachUse (graph, [&] (const std::string& sound) { isUsed = isUsed || sound == hash; });
    return isUsed;
}

void replaceIn (Graph& graph, const std::string& before, const std::string& after)
{
    const auto nodes = graph.nodes;

    for (const auto& [id, node] : nodes)
        for (const auto& [port, sound] : node->sounds)
            if (*sound == before)
                graph.nodes.edit (id).sounds.put (port, after);
}

void replaceIn (Table<InstrumentId, Instrument>& instruments, const std::string& before, const std::string& after)
{
    const auto all = instruments;

    for (const auto& [id, instrument] : all)
    {
        for (const auto& [zoneId, zone] : instrument->zones)
            if (zone->sound == before)
                instruments.edit (id).zones.edit (zoneId).sound = after;

        if (uses (instrument->graph, before))
            replaceIn (instruments.edit (id).graph, before, after);
    }
}
} // namespace

Result<std::string> Assets::add (const fs::path& file) const
{
    std::error_code ignored;
    fs::create_directory (folder, ignored); // but not what it lies in: that may be gone, and is not to be begun anew
    return copyByContent (file, folder);
}

Result<std::string> Assets::addBytes (std::string_view bytes) const
{
    std::error_code ignored;
    fs::create_directory (folder, ignored);
    const auto hash = contentHash (bytes);

    if (find (hash).empty())
        if (const auto written = writeFile (folder / hash, bytes); ! written)
            return written.failure();

    return hash;
}

fs::path Assets::find (const std::string& hash) const
{
    // What a project names may come from anybody and must not lead out of the folder.
    if (! isContentHash (hash))
        return {};

    std::error_code ignored;
    const auto path = folder / hash;
    return fs::is_regular_file (path, ignored) ? path : fs::path();
}

std::vector<MissingAsset> Assets::missing (const Project& project) const
{
    std::vector<MissingAsset> assets;

    for (const auto& hash : usedAssets (project))
        if (find (hash).empty())
        {
            const auto* known = project.assets.find (hash);
            assets.push_back ({ hash, known != nullptr ? known->name : std::string() });
        }

    return assets;
}

Result<Relinked> Assets::relink (const std::string& hash, const fs::path& file) const
{
    const auto found = hashFile (file);

    if (! found)
        return found.failure();

    if (*found != hash)
        return Relinked { *found, false };

    if (const auto added = add (file); ! added)
        return added.failure();

    return Relinked { hash, true };
}

std::set<std::string> usedAssets (const Project& project)
{
    std::set<std::string> hashes;
    const auto add = [&] (const std::string& hash) { hashes.insert (hash); };

    for (const auto& [hash, asset] : project.assets)
        add (hash);

    for (const auto& [id, clip] : project.clips)
        for (const auto& [regionId, region] : clip->regions)
            add (region->sound);

    for (const auto& [id, track] : project.tracks)
        forEachUse (track->graph, add);

    for (const auto& [id, instrument] : project.instruments)
    {
        forEachUse (instrument->graph, add);

        for (const auto& [zoneId, zone] : instrument->zones)
            add (zone->sound);
    }

    hashes.erase ("");
    return hashes;
}

Project replaceAsset (Project project, const std::string& before, const std::string& after)
{
    const auto old = project;

    if (const auto* asset = old.assets.find (before))
    {
        project.assets.put (after, *asset);
        project.assets.erase (before);
    }

    for (const auto& [id, clip] : old.clips)
        for (const auto& [regionId, region] : clip->regions)
            if (region->sound == before)
                project.clips.edit (id).regions.edit (regionId).sound = after;

    for (const auto& [id, track] : old.tracks)
        if (uses (track->graph, before))
            replaceIn (project.tracks.edit (id).graph, before, after);

    replaceIn (project.instruments, before, after);
    return project;
}

} // namespace athanor
