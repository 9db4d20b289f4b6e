// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/TinyDisk.h"

#include "Support/Files.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace athanor
{

namespace
{
constexpr int isImpossible = 2;

bool mountAt (const std::filesystem::path& place, int megabytes)
{
    const auto size = "size=" + std::to_string (megabytes) + "m";
    return ::unshare (CLONE_NEWNS) == 0 && ::mount (nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && ::mount ("tmpfs", place.c_str(), "tmpfs", 0, size.c_str()) == 0;
}
} // namespace

void onTinyDisk (int megabytes, void (*test) (const std::filesystem::path&))
{
    const auto child = ::fork();

    if (child == 0)
    {
        const TemporaryFolder folder;

        // A child that may not mount has not failed; its parent is told that it was impossible.
        if (! mountAt (folder.path, megabytes))
            ::_exit (isImpossible);

        test (folder.path);
        ::umount2 (folder.path.c_str(), MNT_DETACH);
        ::rmdir (folder.path.c_str());
        std::fflush (nullptr);
        ::_exit (testing::Test::HasFailure() ? 1 : 0);
    }

    int status = 0;
    ::waitpid (child, &status, 0);

    if (WIFEXITED (status) && WEXITSTATUS (status) == isImpossible)
        GTEST_SKIP() << "mounting is not allowed here";

    EXPECT_EQ (status, 0);
}

std::filesystem::path fillUp (const std::filesystem::path& disk)
{
    const auto place = disk / "junk";
    std::FILE* junk = std::fopen (place.c_str(), "w");

    while (std::fputc ('x', junk) != EOF && std::fflush (junk) == 0)
        continue;

    std::fclose (junk);
    return place;
}

bool writeProtect (const std::filesystem::path& disk) { return ::mount (nullptr, disk.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0; }

} // namespace athanor
