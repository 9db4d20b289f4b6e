// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/SaveProject.h"

#include "Formats/Midi/MidiExport.h"
#include "Formats/Packed.h"
#include "Formats/Project/ProjectFile.h"

#include <fstream>

namespace athanor
{

namespace
{
Result<bool> write (const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream stream (file, std::ios::binary);
    stream << bytes;
    stream.flush();

    if (! stream)
        return Failure { "\"" + file.filename().string() + "\" cannot be written: check that the disk has room and that you may write there.", file.string() };

    return true;
}

Result<bool> saveFolder (const LoadedProject& loaded, const std::filesystem::path& folder)
{
    std::error_code error;

    if (std::filesystem::exists (folder, error) && ! std::filesystem::exists (folder / "project.json", error) && ! std::filesystem::is_empty (folder, error))
        return Failure { "\"" + folder.filename().string() + "\" holds something else already: choose another name.", folder.string() };

    std::filesystem::create_directories (folder / "assets", error);

    for (const auto& [hash, bytes] : loaded.files)
        if (const auto done = write (folder / "assets" / hash, bytes); ! done)
            return done;

    return write (folder / "project.json", formatProject (loaded.project));
}

Result<bool> savePacked (const LoadedProject& loaded, const std::filesystem::path& file)
{
    std::map<std::string, std::string> files { { "project.json", formatProject (loaded.project) } };

    for (const auto& [hash, bytes] : loaded.files)
        files.emplace ("assets/" + hash, bytes);

    const auto packed = packFiles (files);
    return packed ? write (file, *packed) : Result<bool> (packed.failure());
}
} // namespace

Result<bool> saveProjectAs (const LoadedProject& loaded, const std::filesystem::path& path)
{
    if (path.extension() == ".athanor")
        return saveFolder (loaded, path);

    if (path.extension() == ".athanorz")
        return savePacked (loaded, path);

    if (path.extension() == ".mid" || path.extension() == ".midi")
        return write (path, exportMidi (loaded.project));

    return Failure { "\"" + path.filename().string() + "\" has an ending that cannot be written yet: use .athanor, .athanorz or .mid.", "" };
}

} // namespace athanor
