// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/AtomicFile.h"

#include "Support/Files.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

std::size_t filesIn (const fs::path& folder)
{
    return static_cast<std::size_t> (std::distance (fs::directory_iterator (folder), fs::directory_iterator()));
}

/** While it lives no file can grow beyond so many bytes, as on a disk that is full. */
class FullDisk
{
public:
    explicit FullDisk (rlim_t bytes) : handler (std::signal (SIGXFSZ, SIG_IGN))
    {
        ::getrlimit (RLIMIT_FSIZE, &before);
        const rlimit limit { bytes, before.rlim_max };
        ::setrlimit (RLIMIT_FSIZE, &limit);
    }

    ~FullDisk()
    {
        ::setrlimit (RLIMIT_FSIZE, &before);
        std::signal (SIGXFSZ, handler);
    }

private:
    rlimit before {};
    void (*handler) (int);
};
} // namespace

TEST (AtomicFile, replacesTheFileWhole)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "song";
    ASSERT_TRUE (writeFile (file, "first, which is longer"));
    ASSERT_TRUE (writeFile (file, "second"));
    EXPECT_EQ (*readFile (file), "second");
    EXPECT_EQ (filesIn (folder.path), 1u);
}

TEST (AtomicFile, leavesTheOldFileAndNothingElseWhenTheDiskIsFull)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "song";
    ASSERT_TRUE (writeFile (file, "old"));

    Result<Done> written = Done {};
    {
        const FullDisk disk (1'000);
        written = writeFile (file, std::string (10'000, 'x'));
    }

    ASSERT_FALSE (written);
    EXPECT_EQ (written.failure().message, "The disk is full, so “song” could not be written: free some space and try again.");
    EXPECT_EQ (*readFile (file), "old");
    EXPECT_EQ (filesIn (folder.path), 1u);
}

TEST (AtomicFile, leavesNothingWhenItIsNotCommitted)
{
    const TemporaryFolder folder;
    {
        AtomicFile file (folder.path / "song");
        file.write ("half");
    }
    EXPECT_EQ (filesIn (folder.path), 0u);
}

TEST (AtomicFile, keepsThePermissionsOfTheFileAndALinkToIt)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "song", link = folder.path / "link";
    ASSERT_TRUE (writeFile (file, "old"));
    ::chmod (file.c_str(), 0600);
    fs::create_symlink (file, link);

    ASSERT_TRUE (writeFile (link, "new"));
    EXPECT_TRUE (fs::is_symlink (link));
    EXPECT_EQ (*readFile (file), "new");

    struct stat status
    {};

    ::stat (file.c_str(), &status);
    EXPECT_EQ (status.st_mode & 0777, 0600u);
}

TEST (AtomicFile, saysWhereNothingCanBeWritten)
{
    const TemporaryFolder folder;
    const auto written = writeFile (folder.path / "missing" / "song", "x");
    ASSERT_FALSE (written);
    EXPECT_EQ (written.failure().message, "“song” is not there any more: look whether its folder was moved or its disk taken out.");
}

TEST (ReadFile, refusesWhatIsMissingTooLongOrNoFile)
{
    const TemporaryFolder folder;
    ASSERT_TRUE (writeFile (folder.path / "song", "12345"));
    EXPECT_TRUE (readFile (folder.path / "song", 5));
    EXPECT_FALSE (readFile (folder.path / "song", 4));
    EXPECT_FALSE (readFile (folder.path / "missing"));
    EXPECT_FALSE (readFile (folder.path));
    EXPECT_FALSE (readFile ("/dev/zero"));
}

TEST (CopyByContent, namesTheCopyByItsBytesAndKeepsOne)
{
    const TemporaryFolder from, to;
    const std::string bytes (3'000'000, 'a');
    ASSERT_TRUE (writeFile (from.path / "one.wav", bytes));
    ASSERT_TRUE (writeFile (from.path / "two.wav", bytes));

    const auto one = copyByContent (from.path / "one.wav", to.path), two = copyByContent (from.path / "two.wav", to.path);
    ASSERT_TRUE (one && two);
    EXPECT_EQ (*one, contentHash (bytes));
    EXPECT_EQ (*one, *two);
    EXPECT_EQ (*hashFile (to.path / *one), *one);
    EXPECT_EQ (filesIn (to.path), 1u);
}

} // namespace athanor
