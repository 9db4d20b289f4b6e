// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Packed.h"

#include "Core/Hash.h"
#include "Core/Id.h"

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

struct DiscardZip
{
    void operator() (zip_t* archive) const { zip_discard (archive); }
};

struct CloseEntry
{
    void operator() (zip_file_t* file) const { zip_fclose (file); }
};

using Archive = std::unique_ptr<zip_t, DiscardZip>;
using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

/** Takes an entry block by block; false stops. */
using Sink = std::function<bool (const std::string& name, std::string_view block)>;

/** Deflate cannot make more out of a byte than this: a zip that claims it has entries that overlap. */
bool isBomb (std::uint64_t unpacked, std::uint64_t packed) { return unpacked / 1'032 > packed; }

/** The entries that belong to a project, if all of them together are within the limits. */
Result<std::vector<zip_uint64_t>> choose (zip_t* archive, std::uint64_t packedSize, const PackedLimits& limits)
{
    std::vector<zip_uint64_t> chosen;
    std::uint64_t total = 0;
    const auto count = zip_get_num_entries (archive, 0);

    if (count < 0 || count > limits.entries)
        return because (tooLarge, std::to_string (count) + " entries");

    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t> (count); ++i)
    {
        zip_stat_t about {};

        if (zip_stat_index (archive, i, 0, &about) != 0 || (about.valid & ZIP_STAT_NAME) == 0 || (about.valid & ZIP_STAT_SIZE) == 0)
            return because (damaged, "entry " + std::to_string (i));

        if (! isPackedName (about.name))
            continue;

        if (about.size > limits.bytes - total)
            return because (tooLarge, about.name);

        total += about.size;
        chosen.push_back (i);
    }

    if (isBomb (total, packedSize))
        return because (tooLarge, "overlapping entries");

    return chosen;
}

Result<bool> readEntry (zip_t* archive, zip_uint64_t index, const Sink& sink)
{
    zip_stat_t about {};
    zip_stat_index (archive, index, 0, &about);
    const Entry entry (zip_fopen_index (archive, index, 0));
    std::string block (std::size_t { 1 } << 16, '\0');
    std::uint64_t left = about.size;

    if (! entry)
        return because (damaged, about.name);

    while (left > 0)
    {
        const auto count = zip_fread (entry.get(), block.data(), std::min<std::uint64_t> (block.size(), left));

        if (count <= 0)
            return because (damaged, about.name);

        if (! sink (about.name, std::string_view (block).substr (0, static_cast<std::size_t> (count))))
            return Failure { "The packed project could not be unpacked: look whether the disk is full.", about.name };

        left -= static_cast<std::uint64_t> (count);
    }

    // Asking beyond the last byte makes libzip check the sum of them.
    if (zip_fread (entry.get(), block.data(), 1) != 0 || ! sink (about.name, {}))
        return because (damaged, about.name);

    return true;
}

Result<bool> readAll (zip_t* archive, std::uint64_t packedSize, const PackedLimits& limits, const Sink& sink)
{
    const auto chosen = choose (archive, packedSize, limits);

    if (! chosen)
        return chosen.failure();

    for (const auto index : *chosen)
        if (const auto done = readEntry (archive, index, sink); ! done)
            return done;

    return true;
}

/** The file that an archive is made of is kept by libzip until it is closed. */
bool add (zip_t* archive, const std::string& name, zip_source_t* source)
{
    if (source == nullptr)
        return false;

    const auto index = zip_file_add (archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);

    if (index < 0)
    {
        zip_source_free (source);
        return false;
    }

    constexpr zip_uint16_t firstDay = 1 << 5 | 1; // of 1980, the oldest a zip can say
    constexpr zip_uint32_t plainFile = 0100644u << 16;
    const auto at = static_cast<zip_uint64_t> (index);
    return zip_file_set_dostime (archive, at, 0, firstDay, 0) == 0 && zip_file_set_external_attributes (archive, at, 0, ZIP_OPSYS_UNIX, plainFile) == 0 && zip_set_file_compression (archive, at, ZIP_CM_DEFLATE, 6) == 0;
}

std::string errorOf (zip_t* archive) { return zip_error_strerror (zip_get_error (archive)); }

/** Closes, which is when everything is written. */
bool close (Archive& archive)
{
    if (zip_close (archive.get()) != 0)
        return false;

    static_cast<void> (archive.release());
    return true;
}

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
    Archive archive (zip_open (temporary.c_str(), ZIP_CREATE | ZIP_EXCL, &code));
    const Failure cannotWrite { "The packed project could not be written: look whether the disk is full or the folder protected.", zip.string() };

    if (! archive)
        return cannotWrite;

    for (const auto& [name, file] : files)
        if (! add (archive.get(), name, zip_source_file (archive.get(), file.c_str(), 0, -1)))
            return because (cannotWrite, errorOf (archive.get()));

    if (! close (archive))
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
    const Archive archive (zip_open (zip.c_str(), ZIP_RDONLY, &code));

    if (! archive)
        return because (damaged, zip.string());

    auto temporary = folder;
    temporary += "." + toHex (randomBits()) + ".part";
    fs::create_directories (temporary / "assets", error);
    FolderSink sink (temporary);
    auto done = readAll (archive.get(), fs::file_size (zip, error), limits, [&] (const std::string& name, std::string_view block) { return sink (name, block); });

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

    return done;
}

Result<std::string> packFiles (const std::map<std::string, std::string>& files)
{
    zip_error_t error {};
    zip_source_t* memory = zip_source_buffer_create (nullptr, 0, 0, &error);
    Archive archive (memory != nullptr ? zip_open_from_source (memory, ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr);
    const Failure cannotPack { "The project could not be packed.", zip_error_strerror (&error) };

    if (! archive)
        return cannotPack;

    for (const auto& [name, bytes] : files)
        if (! isPackedName (name) || ! add (archive.get(), name, zip_source_buffer (archive.get(), bytes.data(), bytes.size(), 0)))
            return because (cannotPack, name);

    zip_source_keep (memory);
    std::string result;

    if (const auto isClosed = close (archive); isClosed && zip_source_open (memory) == 0)
    {
        zip_stat_t about {};
        zip_source_stat (memory, &about);
        result.resize (about.size);
        zip_source_read (memory, result.data(), result.size());
        zip_source_close (memory);
    }

    zip_source_free (memory);
    return result.empty() ? Result<std::string> (cannotPack) : Result<std::string> (std::move (result));
}

Result<std::map<std::string, std::string>> unpackFiles (std::string_view bytes, const PackedLimits& limits)
{
    zip_error_t error {};
    zip_source_t* source = zip_source_buffer_create (bytes.data(), bytes.size(), 0, &error);
    const Archive archive (source != nullptr ? zip_open_from_source (source, ZIP_RDONLY, &error) : nullptr);

    if (! archive)
    {
        zip_source_free (source);
        return because (damaged, zip_error_strerror (&error));
    }

    std::map<std::string, std::string> files;
    const auto done = readAll (archive.get(), bytes.size(), limits, [&] (const std::string& name, std::string_view block) {
        files[name].append (block);
        return true;
    });

    if (! done)
        return done.failure();

    for (const auto& [name, content] : files)
        if (name.starts_with (assetFolder) && contentHash (content) != name.substr (assetFolder.size()))
            return because (damaged, name);

    if (! files.contains (std::string (projectName)))
        return Failure { "There is no project in this file.", "" };

    return files;
}

} // namespace athanor
