// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Packed.h"

#include "Core/Hash.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <fstream>
#include <zip.h>

namespace athanor
{

namespace
{
using Files = std::map<std::string, std::string>;

Files someFiles()
{
    const std::string sound = "a sound, in truth" + std::string (10'000, 'x');
    return { { "project.json", "{\"athanor\": {\"schema\": 1}}" }, { "assets/" + contentHash (sound), sound }, { "assets/" + contentHash (""), "" } };
}

void write (const std::filesystem::path& file, const std::string& bytes)
{
    std::filesystem::create_directories (file.parent_path());
    std::ofstream (file, std::ios::binary) << bytes;
}

/** A zip with names that packFiles would refuse. */
std::string foreignZip (const std::filesystem::path& folder, const Files& files)
{
    const auto path = folder / "foreign.zip";
    auto code = 0;
    auto* archive = zip_open (path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);

    for (const auto& [name, bytes] : files)
        zip_file_add (archive, name.c_str(), zip_source_buffer (archive, bytes.data(), bytes.size(), 0), 0);

    zip_close (archive);
    return readWhole (path);
}
} // namespace

TEST (Packed, bringsAllFilesBack)
{
    const auto bytes = packFiles (someFiles());
    ASSERT_TRUE (bytes);
    EXPECT_TRUE (isPacked (*bytes));
    const auto files = unpackFiles (*bytes);
    ASSERT_TRUE (files) << files.failure().detail;
    EXPECT_EQ (*files, someFiles());
    EXPECT_EQ (*packFiles (*files), *bytes) << "equal content, equal bytes";
}

TEST (Packed, makesAFolderAFileAndBack)
{
    const TemporaryFolder folder;

    for (const auto& [name, bytes] : someFiles())
        write (folder.path / "song" / name, bytes);

    write (folder.path / "song/history.sqlite", "stays at home");
    ASSERT_TRUE (pack (folder.path / "song", folder.path / "song.zip"));
    EXPECT_EQ (readWhole (folder.path / "song.zip"), *packFiles (someFiles()));
    ASSERT_TRUE (unpack (folder.path / "song.zip", folder.path / "again"));

    for (const auto& [name, bytes] : someFiles())
        EXPECT_EQ (readWhole (folder.path / "again" / name), bytes);

    EXPECT_FALSE (std::filesystem::exists (folder.path / "again/history.sqlite"));
    EXPECT_FALSE (unpack (folder.path / "song.zip", folder.path / "again")) << "never over something";
    EXPECT_FALSE (pack (folder.path / "again/assets", folder.path / "none.zip")) << "no project there";
}

TEST (Packed, staysInItsFolder)
{
    for (const auto* name : { "../project.json", "/etc/passwd", "assets/../project.json", "assets\\x", "assets/", "", "project.json/", "assets/abc", "C:project.json" })
        EXPECT_FALSE (isPackedName (name)) << name;

    const TemporaryFolder folder;
    auto files = someFiles();
    files["../outside"] = "evil";
    files["/tmp/outside"] = "evil";
    files["history.sqlite"] = "not from strangers";
    foreignZip (folder.path, files);
    ASSERT_TRUE (unpack (folder.path / "foreign.zip", folder.path / "inner/song"));
    EXPECT_FALSE (std::filesystem::exists (folder.path / "inner/outside"));
    EXPECT_FALSE (std::filesystem::exists (folder.path / "inner/song/history.sqlite"));
}

TEST (Packed, refusesWhatIsNotWhatItSays)
{
    const TemporaryFolder folder;
    auto files = someFiles();
    files["assets/" + contentHash ("honest")] = "forged";
    const auto forged = foreignZip (folder.path, files);
    EXPECT_FALSE (unpackFiles (forged));
    EXPECT_FALSE (unpack (folder.path / "foreign.zip", folder.path / "song"));
    EXPECT_FALSE (std::filesystem::exists (folder.path / "song"));
    EXPECT_EQ (unpackFiles (foreignZip (folder.path, { { "readme", "hello" } })).failure().message, "There is no project in this file.");
    EXPECT_FALSE (unpackFiles ("PK\3\4 not at all"));
    EXPECT_FALSE (unpackFiles (""));
}

TEST (Packed, hasLimits)
{
    const auto bytes = *packFiles (someFiles());
    EXPECT_TRUE (unpackFiles (bytes, { 20'000, 3 }));
    EXPECT_FALSE (unpackFiles (bytes, { 9'000, 3 }));
    EXPECT_FALSE (unpackFiles (bytes, { 20'000, 2 }));
}

TEST (Packed, opensOrIsRefusedWhereverItBreaksOff)
{
    const auto bytes = *packFiles (someFiles());

    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE (unpackFiles (std::string_view (bytes).substr (0, length))) << length;
}

} // namespace athanor
