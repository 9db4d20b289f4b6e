// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/LoadProject.h"

#include "App/PatchFiles.h"
#include "App/StartProject.h"
#include "Core/Hash.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Midi/MidiImport.h"
#include "Formats/Packed.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Project/ProjectFile.h"
#include "Formats/Tracker/TrackerImport.h"
#include "Formats/Vital/VitalFile.h"
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

        const auto bytes = readBytes (folder / "assets" / hash);
        const auto sound = bytes ? readAudio (*bytes) : Result<dsp::Sound> (bytes.failure());

        if (sound)
        {
            loaded.sounds.emplace (hash, std::make_shared<const dsp::Sound> (*sound));
            loaded.files.emplace (hash, *bytes);
        }
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

/** A packed project is read where it is. */
Result<LoadedProject> loadPacked (const std::string& bytes)
{
    const auto files = unpackFiles (bytes);

    if (! files)
        return files.failure();

    const auto text = files->find ("project.json");
    const auto project = text != files->end() ? parseProject (text->second) : Result<Project> (Failure { "There is no project in this file.", "" });

    if (! project)
        return project.failure();

    LoadedProject loaded;
    loaded.project = *project;
    loaded.kind = "Packed Athanor project";

    for (const auto& [hash, asset] : loaded.project.assets)
    {
        const auto file = files->find ("assets/" + hash);
        const auto sound = file != files->end() ? readAudio (file->second) : Result<dsp::Sound> (Failure { "It is missing.", "" });

        if (sound)
        {
            loaded.sounds.emplace (hash, std::make_shared<const dsp::Sound> (*sound));
            loaded.files.emplace (hash, file->second);
        }
        else
            loaded.remarks.push_back ("The recording \"" + asset->name + "\" is missing, so it is silent.");
    }

    return loaded;
}

Result<Imported> importBytes (const std::string& bytes, const std::filesystem::path& path)
{
    if (isMidi (bytes))
        return importMidi (bytes);

    if (isModule (bytes))
        return importModule (bytes);

    return Failure { "\"" + path.filename().string() + "\" is of a kind that cannot be opened: projects, .xm, .it, .s3m, .mod and .mid can.", path.string() };
}

/** A patch becomes a track that plays it. */
Result<LoadedProject> loadPatchAsProject (const std::filesystem::path& path)
{
    const auto patch = loadPatch (path);

    if (! patch)
        return patch.failure();

    LoadedProject loaded;
    loaded.project = patchProject (patch->patch);
    loaded.kind = patch->kind;
    loaded.remarks = patch->remarks;
    return loaded;
}

LoadedProject takeImported (const Imported& imported)
{
    LoadedProject loaded;
    loaded.project = imported.project;
    loaded.kind = imported.format;

    for (const auto& [hash, sound] : imported.sounds)
    {
        loaded.sounds.emplace (hash, sound.sound);
        loaded.files.emplace (hash, sound.file);
    }

    for (const auto& note : imported.report.notes())
    {
        loaded.report.push_back ({ kindOfRemark (note.what, note.why), note.what, note.where, note.why, note.count });
        loaded.remarks.push_back (note.what + (note.where.empty() ? "" : " (" + note.where + ")") + (note.why.empty() ? "" : " " + note.why));
    }

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

    const auto bytes = readBytes (path);

    if (! bytes)
        return bytes.failure();

    if (isBundle (*bytes))
        return loadPatchAsProject (path);

    if (isPacked (*bytes))
        return loadPacked (*bytes);

    if (path.extension() == ".vital" || path.extension() == ".adg" || isPatch (*bytes) || isVital (*bytes))
        return loadPatchAsProject (path);

    auto imported = importBytes (*bytes, path);
    return imported ? Result<LoadedProject> (takeImported (*imported)) : Result<LoadedProject> (imported.failure());
}

} // namespace athanor
