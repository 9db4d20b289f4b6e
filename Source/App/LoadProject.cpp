// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/LoadProject.h"

#include "Core/Hash.h"
#include "Formats/Project/ProjectFile.h"
#include "Media/AudioFile.h"

#include <fstream>
#include <sstream>

namespace athanor
{

namespace
{
Result<std::string> readBytes (const std::filesystem::path& file)
{
    std::ifstream stream (file, std::ios::binary);
    std::stringstream bytes;

    if (! stream || ! (bytes << stream.rdbuf()))
        return Failure { "\"" + file.filename().string() + "\" cannot be read: check that it exists and that you may open it.", file.string() };

    return bytes.str();
}

/** A recording that is missing is silent and said so; the rest plays. */
void loadSounds (LoadedProject& loaded, const std::filesystem::path& folder)
{
    for (const auto& [hash, asset] : loaded.project.assets)
    {
        if (! isContentHash (hash))
            continue;

        if (auto sound = readAudioFile (folder / "assets" / hash))
            loaded.sounds.emplace (hash, std::make_shared<const dsp::Sound> (*sound));
        else
            loaded.remarks.push_back ("The recording \"" + asset->name + "\" is missing, so it is silent.");
    }
}

Result<LoadedProject> loadFolder (const std::filesystem::path& folder)
{
    const auto text = readBytes (folder / "project.json");

    if (! text)
        return Failure { "\"" + folder.filename().string() + "\" is no project: there is no project.json in it.", folder.string() };

    const auto project = parseProject (*text);

    if (! project)
        return project.failure();

    LoadedProject loaded;
    loaded.project = *project;
    loaded.kind = "Athanor project";
    loadSounds (loaded, folder);
    return loaded;
}
} // namespace

Result<LoadedProject> loadProject (const std::filesystem::path& path)
{
    std::error_code error;

    if (! std::filesystem::exists (path, error))
        return Failure { "There is no file called \"" + path.string() + "\".", error.message() };

    if (std::filesystem::is_directory (path, error))
        return loadFolder (path);

    if (path.filename() == "project.json")
        return loadFolder (path.parent_path());

    return Failure { "\"" + path.filename().string() + "\" is of a kind that cannot be opened.", path.string() };
}

} // namespace athanor
