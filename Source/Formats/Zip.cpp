// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Zip.h"

#include <algorithm>
#include <set>
#include <zip.h>

namespace athanor
{

namespace
{
struct CloseEntry
{
    void operator() (zip_file_t* file) const { zip_fclose (file); }
};

using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

Failure because (const Failure& failure, std::string detail) { return { failure.message, std::move (detail) }; }

/** Deflate cannot make more out of a byte than this: a zip that claims it has entries that overlap. */
bool isBomb (std::uint64_t unpacked, std::uint64_t packed) { return unpacked / 1'032 > packed; }

/** The entries that are wanted, if all of them together are within the limits. */
Result<std::vector<zip_uint64_t>> choose (zip_t* archive, std::uint64_t packedSize, const ZipReading& reading)
{
    std::vector<zip_uint64_t> chosen;
    std::uint64_t total = 0;
    const auto count = zip_get_num_entries (archive, 0);

    if (count < 0 || count > reading.limits.entries)
        return because (reading.tooLarge, std::to_string (count) + " entries");

    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t> (count); ++i)
    {
        zip_stat_t about {};

        if (zip_stat_index (archive, i, 0, &about) != 0 || (about.valid & ZIP_STAT_NAME) == 0 || (about.valid & ZIP_STAT_SIZE) == 0)
            return because (reading.damaged, "entry " + std::to_string (i));

        if (! reading.isWanted (about.name))
            continue;

        if (about.size > reading.limits.bytes - total)
            return because (reading.tooLarge, about.name);

        total += about.size;
        chosen.push_back (i);
    }

    if (isBomb (total, packedSize))
        return because (reading.tooLarge, "overlapping entries");

    return chosen;
}

Result<Done> readEntry (zip_t* archive, zip_uint64_t index, const ZipReading& reading, const ZipSink& sink)
{
    zip_stat_t about {};
    zip_stat_index (archive, index, 0, &about);
    const Entry entry (zip_fopen_index (archive, index, 0));
    std::string block (std::size_t { 1 } << 16, '\0');
    std::uint64_t left = about.size;

    if (! entry)
        return because (reading.damaged, about.name);

    while (left > 0)
    {
        const auto count = zip_fread (entry.get(), block.data(), std::min<std::uint64_t> (block.size(), left));

        if (count <= 0)
            return because (reading.damaged, about.name);

        if (! sink (about.name, std::string_view (block).substr (0, static_cast<std::size_t> (count))))
            return because (reading.cannotWrite, about.name);

        left -= static_cast<std::uint64_t> (count);
    }

    // Asking beyond the last byte makes libzip check the sum of them.
    if (zip_fread (entry.get(), block.data(), 1) != 0 || ! sink (about.name, {}))
        return because (reading.damaged, about.name);

    return Done {};
}

/** Whether deflate would only lose time on it. */
bool isPackedAlready (std::string_view name)
{
    constexpr std::string_view endings[] { ".flac", ".ogg", ".mp3", ".png", ".adg", ".zip" };
    return std::ranges::any_of (endings, [&] (std::string_view ending) { return name.ends_with (ending); });
}
} // namespace

void DiscardZip::operator() (zip* archive) const { zip_discard (archive); }

Result<Done> readZip (zip* archive, std::uint64_t packedSize, const ZipReading& reading, const ZipSink& sink)
{
    const auto chosen = choose (archive, packedSize, reading);

    if (! chosen)
        return chosen.failure();

    for (const auto index : *chosen)
        if (const auto done = readEntry (archive, index, reading, sink); ! done)
            return done;

    return Done {};
}

ZipArchive openZip (std::string_view bytes)
{
    zip_error_t error {};
    zip_source_t* source = zip_source_buffer_create (bytes.data(), bytes.size(), 0, &error);
    ZipArchive archive (source != nullptr ? zip_open_from_source (source, ZIP_RDONLY, &error) : nullptr);

    if (! archive)
        zip_source_free (source);

    return archive;
}

bool hasFile (std::string_view zipBytes, const char* name)
{
    const auto archive = openZip (zipBytes);
    return archive && zip_name_locate (archive.get(), name, 0) >= 0;
}

bool addToZip (zip* archive, const std::string& name, zip_source* source)
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
    const auto method = isPackedAlready (name) ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    return zip_file_set_dostime (archive, at, 0, firstDay, 0) == 0 && zip_file_set_external_attributes (archive, at, 0, ZIP_OPSYS_UNIX, plainFile) == 0 && zip_set_file_compression (archive, at, method, 6) == 0;
}

bool closeZip (ZipArchive& archive)
{
    if (zip_close (archive.get()) != 0)
        return false;

    static_cast<void> (archive.release());
    return true;
}

Result<std::string> zipped (const std::vector<std::pair<std::string, std::string_view>>& files)
{
    zip_error_t error {};
    zip_source_t* memory = zip_source_buffer_create (nullptr, 0, 0, &error);
    ZipArchive archive (memory != nullptr ? zip_open_from_source (memory, ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr);
    const Failure cannotPack { "The files could not be packed.", zip_error_strerror (&error) };

    if (! archive)
    {
        zip_source_free (memory);
        return cannotPack;
    }

    zip_source_keep (memory);
    std::string result;
    auto isGood = true;

    for (const auto& [name, bytes] : files)
        isGood = isGood && addToZip (archive.get(), name, zip_source_buffer (archive.get(), bytes.data(), bytes.size(), 0));

    if (isGood && closeZip (archive) && zip_source_open (memory) == 0)
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

Result<std::map<std::string, std::string>> unzipped (std::string_view bytes, const ZipReading& wanted)
{
    auto reading = wanted;
    reading.cannotWrite = wanted.damaged; // into memory; what goes wrong is a second file of a name

    const auto archive = openZip (bytes);

    if (! archive)
        return reading.damaged;

    std::map<std::string, std::string> files;
    std::set<std::string> finished;
    const auto done = readZip (archive.get(), bytes.size(), reading, [&] (const std::string& name, std::string_view block) {
        files[name].append (block);
        return ! finished.contains (name) && (! block.empty() || finished.insert (name).second);
    });

    return done ? Result<std::map<std::string, std::string>> (std::move (files)) : done.failure();
}

} // namespace athanor
