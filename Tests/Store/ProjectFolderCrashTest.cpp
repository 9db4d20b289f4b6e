// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a program in the middle of its work, again and again, and fills its disk.
#include "Store/AtomicFile.h"
#include "Store/ProjectFolder.h"
#include "Store/Script.h"
#include "Support/Chance.h"
#include "Support/Files.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr int stepsPerRun = 120;

/** The history of a closed project. Without the way to its older changes, so that no database is open when a child is made. */
std::optional<History> historyIn (const fs::path& path)
{
    const auto opened = ProjectFolder::open (path);

    if (! opened)
        return {};

    const auto& history = opened->history;
    return History (history.project(), history.changes(), history.undoneChanges());
}

/** What a child reports after each step. */
struct Report
{
    int step = 0;
    bool isDurable = false; ///< That it is on the disk; otherwise only that it is done.
};

/** The child's part. One step is done while the one before it is being written, as by a musician who is a little slower than
    the disk; with `isHasty` nobody waits, and only what is on the disk is reported. */
[[noreturn]] void work (const fs::path& path, std::uint64_t seed, bool isHasty, int pipe)
{
    const auto opened = ProjectFolder::open (path);

    if (! opened)
        ::_exit (1);

    auto& folder = *opened->folder;
    Script script (seed, opened->history);

    for (int step = 1; step <= stepsPerRun; ++step)
    {
        script.step (&folder);

        if (isHasty && step % 10 != 0)
            continue;

        const Report done { step, isHasty };

        if (isHasty && ! folder.flush())
            ::_exit (1);

        if (::write (pipe, &done, sizeof done) != sizeof done || (! isHasty && ! folder.flush()))
            ::_exit (1);
    }

    // Dies without closing anything, so that the run that was not killed in time is one more crash.
    ::kill (::getpid(), SIGKILL);
    ::_exit (1);
}

/** Runs the child, kills it at some moment, and returns what it reported last. */
std::optional<Report> workUntilKilled (const fs::path& path, std::uint64_t seed, bool isHasty, Dice& dice)
{
    int ends[2] {};

    if (::pipe (ends) != 0)
        return {};

    const auto child = ::fork();

    if (child == 0)
        work (path, seed, isHasty, ends[1]);

    ::close (ends[1]);
    const auto killAfter = dice.below (stepsPerRun + 10);
    Report report, next;
    bool isKilled = false;

    while (::read (ends[0], &next, sizeof next) == sizeof next)
    {
        report = next;

        if (report.step >= killAfter && ! isKilled)
        {
            // Anywhere within the next step.
            ::poll (nullptr, 0, dice.below (3));
            ::kill (child, SIGKILL);
            isKilled = true;
        }
    }

    int status = 0;
    ::waitpid (child, &status, 0);
    ::close (ends[0]);
    return WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL ? std::optional (report) : std::nullopt;
}

/** The first of the steps `from` to `to` after which the reference has this project; -1 if none. */
int findStep (const Project& project, const History& start, std::uint64_t seed, int from, int to)
{
    Script script (seed, start);

    for (int step = 0; step <= to; ++step)
    {
        if (step > 0)
            script.step (nullptr);

        if (step >= from && script.history.project() == project)
            return step;
    }

    return -1;
}
} // namespace

TEST (ProjectFolderCrash, losesAtMostTheLastEditWheneverTheProgramIsKilled)
{
    const TemporaryFolder folder;
    const auto path = folder.path / "Song.athanor";
    Dice dice (mixBits (seedForTests(), 4));
    ASSERT_TRUE (ProjectFolder::create (path, randomProject (dice.bits(), { 3, 2, 2, 3, true })));

    for (int run = 0; run < rounds (40); ++run)
    {
        SCOPED_TRACE (run);
        const auto start = historyIn (path);
        ASSERT_TRUE (start);
        const auto seed = dice.bits();
        const auto isHasty = dice.oneIn (4);
        const auto report = workUntilKilled (path, seed, isHasty, dice);
        ASSERT_TRUE (report) << "the child could not work";

        const auto after = ProjectFolder::open (path);
        ASSERT_TRUE (after) << after.failure().message;
        EXPECT_TRUE (after->notes.empty()) << after->notes.front();

        const auto from = isHasty ? report->step : report->step - 1, to = isHasty ? stepsPerRun : report->step + 1;
        const auto found = findStep (after->history.project(), *start, seed, std::max (0, from), std::min (to, stepsPerRun));
        EXPECT_GE (found, 0) << "killed after step " << report->step;
    }
}

namespace
{
enum class Tried { good,
                   bad,
                   impossible };

/** Runs a function with a disk of one megabyte, in a process that has its own view of the file system. */
Tried onTinyDisk (void (*test) (const fs::path&))
{
    const auto child = ::fork();

    if (child == 0)
    {
        const TemporaryFolder folder;

        // A child that may not mount has not failed; its parent is told that it was impossible.
        if (::unshare (CLONE_NEWNS) != 0 || ::mount (nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 || ::mount ("tmpfs", folder.path.c_str(), "tmpfs", 0, "size=1m") != 0)
            ::_exit (2);

        test (folder.path);
        ::umount2 (folder.path.c_str(), MNT_DETACH);
        ::rmdir (folder.path.c_str());
        std::fflush (nullptr);
        ::_exit (testing::Test::HasFailure() ? 1 : 0);
    }

    int status = 0;
    ::waitpid (child, &status, 0);
    return WIFEXITED (status) && WEXITSTATUS (status) == 0 ? Tried::good : WIFEXITED (status) && WEXITSTATUS (status) == 2 ? Tried::impossible
                                                                                                                           : Tried::bad;
}

Change note (const Project& project, const std::string& text)
{
    auto after = project;
    after.notes = text;
    return difference ("write notes", project, after);
}

void fillDiskAndGoOn (const fs::path& disk)
{
    auto opened = *ProjectFolder::create (disk / "Song.athanor", Project());
    auto& folder = *opened.folder;
    ASSERT_TRUE (opened.history.perform (note (opened.history.project(), "first")));
    folder.performed (opened.history.changes().back());
    ASSERT_TRUE (folder.save (opened.history.project()));

    // Until there is no room for one byte.
    std::FILE* junk = std::fopen ((disk / "junk").c_str(), "w");

    while (std::fputc ('x', junk) != EOF && std::fflush (junk) == 0)
        continue;

    std::fclose (junk);
    ASSERT_TRUE (opened.history.perform (note (opened.history.project(), std::string (100'000, 'y'))));
    folder.performed (opened.history.changes().back());

    const auto saved = folder.save (opened.history.project());
    ASSERT_FALSE (saved);
    EXPECT_NE (saved.failure().message.find ("The disk is full"), std::string::npos) << saved.failure().message << saved.failure().detail;
    EXPECT_TRUE (folder.problem());
    EXPECT_FALSE (folder.assets().addBytes (std::string (100'000, 'z')));
    EXPECT_FALSE (ProjectFolder::create (disk / "Other.athanor", opened.history.project()));
    EXPECT_FALSE (fs::exists (disk / "Other.athanor"));

    fs::remove (disk / "junk");
    EXPECT_TRUE (folder.flush()) << "what could not be written is kept and written later";
    EXPECT_FALSE (folder.problem());
    ASSERT_TRUE (folder.save (opened.history.project()));

    const auto expected = opened.history.project();
    opened = {};
    const auto again = historyIn (disk / "Song.athanor");
    ASSERT_TRUE (again);
    EXPECT_TRUE (again->project() == expected);
    EXPECT_EQ (again->changes().size(), 2u);
}

void writeProtect (const fs::path& disk)
{
    ASSERT_TRUE (ProjectFolder::create (disk / "Song.athanor", Project()));
    ASSERT_EQ (::mount (nullptr, disk.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, "size=1m"), 0);

    const auto opened = ProjectFolder::open (disk / "Song.athanor");
    ASSERT_FALSE (opened);
    EXPECT_EQ (opened.failure().message, "You are not allowed to use “Song.athanor” where it is: choose another folder.");
    EXPECT_FALSE (ProjectFolder::create (disk / "Other.athanor", Project()));
}
} // namespace

TEST (ProjectFolderCrash, keepsWhatWasSavedAndGoesOnWhenTheDiskWasFull)
{
    const auto tried = onTinyDisk (fillDiskAndGoOn);

    if (tried == Tried::impossible)
        GTEST_SKIP() << "mounting is not allowed here";

    EXPECT_EQ (tried, Tried::good);
}

TEST (ProjectFolderCrash, saysThatAFolderCannotBeWritten)
{
    const auto tried = onTinyDisk (writeProtect);

    if (tried == Tried::impossible)
        GTEST_SKIP() << "mounting is not allowed here";

    EXPECT_EQ (tried, Tried::good);
}

} // namespace athanor
