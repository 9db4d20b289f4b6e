// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Packed.h"

#include "Core/Hash.h"
#include "Core/Id.h"
#include "Formats/Zip.h"

#include <fstream>
#include <functional>
#include <memory>
#include <vector>
#include <zip.h>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::string_view projectName = "project.json", assetFolder = "assets/";

const Failure damaged { "This packed project is damaged and was not opened.", "" };
const Failure tooLarge { "This packed project claims to be larger than any project can be and was not opened.", "" };

Failure because (const Failure& failure, std::string detail) { return { failure.message, std::move (detail) }; }

ZipReading readingOf (const PackedLimits& limits)
{
    return { isPackedName, { limits.bytes, limits.entries }, damaged, tooLarge, { "The packed project could not be unpacked: look whether the disk is full.", "" } };
}

std::string errorOf (zip_t* archive) { return zip_error_strerror (zip_get_error (archive)); }

/** What is to be packed, by name in the zip. */
std::map<std::string, fs::path> filesIn (const fs::path& folder)
{
    std::map<std::string, fs::path> files;
    std::error_code error;

    for (fs::directory_iterator at (folder / "assets", error), end; ! error && at != end; at.increment (error))
        if (const auto name = std::string (assetFolder) + at->path().filename().string(); isPackedName (name) && at->is_regular_file (error))
            files[name] = at->path();

    if (fs::is_regular_file (folder / projectName, error))
        files[std::string (projectName)] = folder / projectName;

    return files;
}

/** Writes each entry to its file and checks that assets are what they are called. */
class FolderSink
{
public:
    explicit FolderSink (fs::path f) : folder (std::move (f)) {}

    bool operator() (const std::string& name, std::string_view block)
    {
        if (block.empty())
            return finish (name);

        if (! file.is_open())
        {
            file.open (folder / name, std::ios::binary | std::ios::trunc);
            written.clear();
        }

        file.write (block.data(), static_cast<std::streamsize> (block.size()));
        written.append (block);
        return file.good();
    }

private:
    bool finish (const std::string& name)
    {
        if (! file.is_open())
            file.open (folder / name, std::ios::binary | std::ios::trunc);

        file.close();
        const auto isAsset = name.starts_with (assetFolder);
        const auto isGood = ! isAsset || contentHash (written) == name.substr (assetFolder.size());
        written = {};
        return isGood && ! file.fail();
    }

    const fs::path folder;
    std::ofstream file;
    std::string written;
};
} // namespace

bool isPackedName (std::string_view name) noexcept
{
    return name == projectName || (name.starts_with (assetFolder) && isContentHash (name.substr (assetFolder.size())));
}

bool isPacked (std::string_view bytes) noexcept { return bytes.starts_with (std::string_view ("PK\3\4", 4)); }

Result<bool> pack (const fs::path& folder, const fs::path& zip)
{
    const auto files = filesIn (folder);

    if (! files.contains (std::string (projectName)))
        return Failure { "There is no project in this folder to be packed.", folder.string() };

    auto code = 0;
    auto temporary = zip;
    temporary += "." + toHex (randomBits()) + ".part";
    ZipArchive archive (zip_open (temporary.c_str(), ZIP_CREATE | ZIP_EXCL, &code));
    const Failure cannotWrite { "The packed project could not be written: look whether the disk is full or the folder protected.", zip.string() };

    if (! archive)
        return cannotWrite;

    for (const auto& [name, file] : files)
        if (! addToZip (archive.get(), name, zip_source_file (archive.get(), file.c_str(), 0, -1)))
            return because (cannotWrite, errorOf (archive.get()));

    if (! closeZip (archive))
        return because (cannotWrite, errorOf (archive.get()));

    std::error_code error;
    fs::rename (temporary, zip, error);

    if (error)
    {
        fs::remove (temporary, error);
        return cannotWrite;
    }

    return true;
}

Result<bool> unpack (const fs::path& zip, const fs::path& folder, const PackedLimits& limits)
{
    std::error_code error;

    if (fs::exists (folder, error))
        return Failure { "There is something of that name already; choose another place to unpack the project.", folder.string() };

    auto code = 0;
    const ZipArchive archive (zip_open (zip.c_str(), ZIP_RDONLY, &code));

    if (! archive)
        return because (damaged, zip.string());

    auto temporary = folder;
    temporary += "." + toHex (randomBits()) + ".part";
    fs::create_directories (temporary / "assets", error);
    FolderSink sink (temporary);
    auto done = readZip (archive.get(), fs::file_size (zip, error), readingOf (limits), [&] (const std::string& name, std::string_view block) { return sink (name, block); });

    if (done && ! fs::is_regular_file (temporary / projectName, error))
        done = Failure { "There is no project in this file.", zip.string() };

    if (done)
    {
        fs::rename (temporary, folder, error);

        if (error)
            done = Failure { "The project could not be unpacked there: look whether the folder is protected.", error.message() };
    }

    if (! done)
        fs::remove_all (temporary, error);

    return done ? Result<bool> (true) : done.failure();
}

Result<std::string> packFiles (const std::map<std::string, std::string>& files)
{
    std::vector<std::pair<std::string, std::string_view>> list;

    for (const auto& [name, bytes] : files)
    {
        if (! isPackedName (name))
            return Failure { "The project could not be packed.", name };

        list.emplace_back (name, bytes);
    }

    return zipped (list);
}

Result<std::map<std::string, std::string>> unpackFiles (std::string_view bytes, const PackedLimits& limits)
{
    auto files = unzipped (bytes, readingOf (limits));

    if (! files)
        return files;

    for (const auto& [name, content] : *files)
        if (name.starts_with (assetFolder) && contentHash (content) != name.substr (assetFolder.size()))
            return because (damaged, name);

    if (! files->contains (std::string (projectName)))
        return Failure { "There is no project in this file.", "" };

    return files;
}

} // namespace athanor
