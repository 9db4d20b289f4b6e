// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a program in the middle of its work, again and again, and fills its disk.
#include "Store/AtomicFile.h"
#include "Store/ProjectFolder.h"
#include "Store/Script.h"
#include "Support/Chance.h"
#include "Support/DiskCalls.h"
#include "Support/Files.h"
#include "Support/RandomProject.h"
#include "Support/TinyDisk.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <map>
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

/** What a child is doing, where its parent can see it after its death. */
class Doing
{
public:
    Doing() : kind (static_cast<int*> (::mmap (nullptr, sizeof (int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {}

    Doing (const Doing&) = delete;

    ~Doing() { ::munmap (kind, sizeof (int)); }

    void set (int what) { *static_cast<volatile int*> (kind) = what; }

    int get() const { return *static_cast<volatile const int*> (kind); }

private:
    int* kind;
};

/** One run: what is done, and when it is to end. */
struct Run
{
    std::uint64_t seed = 0;
    bool isHasty = false; ///< Nobody waits for the disk, and only what is on it is reported.
    int killAfter = 0;    ///< Which step.
    int microseconds = 0; ///< And so long.
};

/** The child's part. One step is done while the one before it is being written, as by a musician who is a little slower than
    the disk. */
[[noreturn]] void work (const fs::path& path, const Run& run, Doing& doing, int pipe)
{
    const auto opened = ProjectFolder::open (path);

    if (! opened)
        ::_exit (1);

    auto& folder = *opened->folder;
    Script script (run.seed, opened->history);

    for (int step = 1; step <= stepsPerRun; ++step)
    {
        // The next step's kind is known by the one who has rolled the same dice before.
        auto next = script;
        doing.set (static_cast<int> (next.step (nullptr)));
        script.step (&folder);

        if (run.isHasty && step % 10 != 0)
            continue;

        const Report done { step, run.isHasty };

        if (run.isHasty && ! folder.flush())
            ::_exit (1);

        if (::write (pipe, &done, sizeof done) != sizeof done || (! run.isHasty && ! folder.flush()))
            ::_exit (1);
    }

    // Dies without closing anything, so that the run that was not killed in time is one more crash.
    ::kill (::getpid(), SIGKILL);
    ::_exit (1);
}

/** Runs the child, kills it at some moment, and returns what it reported last. */
std::optional<Report> workUntilKilled (const fs::path& path, const Run& run, Doing& doing)
{
    int ends[2] {};

    if (::pipe (ends) != 0)
        return {};

    const auto child = ::fork();

    if (child == 0)
        work (path, run, doing, ends[1]);

    ::close (ends[1]);
    Report report, next;
    bool isKilled = false;

    while (::read (ends[0], &next, sizeof next) == sizeof next)
    {
        report = next;

        if (report.step >= run.killAfter && ! isKilled)
        {
            // Anywhere within the next step.
            ::usleep (static_cast<useconds_t> (run.microseconds));
            ::kill (child, SIGKILL);
            isKilled = true;
        }
    }

    int status = 0;
    ::waitpid (child, &status, 0);
    ::close (ends[0]);
    return WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL ? std::optional (report) : std::nullopt;
}

/** The first of the steps `from` to `to` after which the reference has this project; -1 if none. `takenIn` are then the
    recordings that it has had. */
int findStep (const Project& project, const History& start, std::uint64_t seed, int from, int to, std::set<std::string>& takenIn)
{
    Script script (seed, start);

    for (int step = 0; step <= to; ++step)
    {
        if (step > 0)
            script.step (nullptr);

        if (step >= from && script.history.project() == project)
        {
            takenIn = script.takenIn;
            return step;
        }
    }

    return -1;
}

/** A moment for the death of a run: any, or one just before a save or a recording that is taken in. */
Run chooseRun (const History& start, Dice& dice)
{
    Run run { dice.bits(), dice.oneIn (4), dice.below (stepsPerRun + 10), dice.below (2'000) };

    if (run.isHasty || dice.oneIn (2))
        return run;

    const auto wanted = dice.oneIn (3) ? Script::Kind::takeIn : Script::Kind::save;
    Script script (run.seed, start);

    for (int step = 1; step <= stepsPerRun; ++step)
        if (script.step (nullptr) == wanted && step > run.killAfter % 60)
        {
            run.killAfter = step - 1;
            run.microseconds = dice.below (12'000);
            break;
        }

    return run;
}
} // namespace

TEST (ProjectFolderCrash, losesAtMostTheLastEditWheneverTheProgramIsKilled)
{
    const TemporaryFolder folder;
    const auto path = folder.path / "Song.athanor";
    Dice dice (mixBits (seedForTests(), 4));
    Doing doing;
    std::map<int, int> killedDuring;
    int missing = 0;
    ASSERT_TRUE (ProjectFolder::create (path, randomProject (dice.bits(), { 3, 2, 2, 3, true })));

    for (int count = 0; count < rounds (40); ++count)
    {
        SCOPED_TRACE (count);
        const auto start = historyIn (path);
        ASSERT_TRUE (start);
        const auto run = chooseRun (*start, dice);
        const auto report = workUntilKilled (path, run, doing);
        ASSERT_TRUE (report) << "the child could not work";
        ++killedDuring[doing.get()];

        const auto after = ProjectFolder::open (path);
        ASSERT_TRUE (after) << after.failure().message;
        EXPECT_TRUE (after->notes.empty()) << after->notes.front();

        const auto from = run.isHasty ? report->step : report->step - 1, to = run.isHasty ? stepsPerRun : report->step + 1;
        std::set<std::string> takenIn;
        const auto found = findStep (after->history.project(), *start, run.seed, std::max (0, from), std::min (to, stepsPerRun), takenIn);
        EXPECT_GE (found, 0) << "killed after step " << report->step;
        missing += found >= 0 && found < report->step ? 1 : 0;

        for (const auto& hash : takenIn)
            EXPECT_FALSE (after->folder->assets().find (hash).empty()) << hash;
    }

    std::printf ("%d kills: %d in edits, %d in undo and redo, %d in saves, %d in recordings taken in; the last edit was missing %d times\n", rounds (40), killedDuring[0], killedDuring[1] + killedDuring[2], killedDuring[3], killedDuring[4], missing);
}

namespace
{
/** A short session with all that touches the disk, in steps; after each the projects that it had. */
class ShortSession
{
public:
    static constexpr int steps = 8;

    /** Without a folder only what becomes of the project. */
    static std::vector<Project> projects (const History& start)
    {
        std::vector<Project> all { start.project() };
        auto history = start;

        for (int step = 1; step <= steps; ++step)
        {
            perform (history, nullptr, step);
            all.push_back (history.project());
        }

        return all;
    }

    static std::string recording() { return std::string (30'000, 'r'); }

    static void perform (History& history, ProjectFolder* folder, int step)
    {
        const auto edit = [&] (const auto& change) {
            auto after = history.project();
            change (after);
            const auto made = difference ("step " + std::to_string (step), history.project(), after);

            if (history.perform (made) && folder != nullptr)
                folder->performed (made);
        };

        switch (step)
        {
            case 2:
            case 5:
            case 8:
                // Each save is a minute after the other, so that each has a backup of its own.
                if (folder != nullptr && ! folder->save (history.project(), TimePoint (std::chrono::minutes (step))))
                    ::_exit (1);

                break;
            case 3:
                if (folder != nullptr && ! folder->assets().addBytes (recording()))
                    ::_exit (1);

                edit ([] (Project& project) { project.assets.put (contentHash (recording()), { "recording", 48'000, 1, 30'000, {} }); });
                break;
            case 6:
                if (history.undo() && folder != nullptr)
                    folder->undid();

                break;
            default:
                edit ([step] (Project& project) { project.title = "step " + std::to_string (step); });
        }

        if (folder != nullptr && ! folder->flush())
            ::_exit (1);
    }
};

/** Runs the session until it is over or dies at a call. Returns the steps that were done, and how many calls there were. */
std::pair<int, long> runUntilCall (const fs::path& path, long call)
{
    int ends[2] {};
    EXPECT_EQ (::pipe (ends), 0);
    const auto child = ::fork();

    if (child == 0)
    {
        diskCalls::dieAt (call);
        const auto opened = ProjectFolder::open (path);
        auto history = opened ? opened->history : History (Project());
        long news[2] {};

        for (int step = 0; opened && step <= ShortSession::steps; ++step)
        {
            if (step > 0)
                ShortSession::perform (history, opened->folder.get(), step);

            news[0] = step;
            news[1] = diskCalls::made();

            // By a call that is not counted.
            const iovec part { news, sizeof news };

            if (::writev (ends[1], &part, 1) != sizeof news)
                break;
        }

        ::_exit (0);
    }

    ::close (ends[1]);
    std::pair<int, long> reached { 0, 0 };

    for (long news[2] {}; ::read (ends[0], news, sizeof news) == sizeof news;)
        reached = { static_cast<int> (news[0]), news[1] };

    ::waitpid (child, nullptr, 0);
    ::close (ends[0]);
    return reached;
}
} // namespace

TEST (ProjectFolderCrash, losesAtMostTheLastEditAtWhicheverCallToTheDiskTheProgramIsKilled)
{
    const TemporaryFolder folder;
    const auto path = folder.path / "Song.athanor", first = folder.path / "First.athanor";
    ASSERT_TRUE (ProjectFolder::create (first, randomProject (7, { 3, 2, 2, 3, true })));
    const auto projects = ShortSession::projects (*historyIn (first));
    const auto begin = [&] {
        fs::remove_all (path);
        fs::copy (first, path, fs::copy_options::recursive);
    };

    begin();
    const auto [steps, calls] = runUntilCall (path, 0);
    ASSERT_EQ (steps, ShortSession::steps);
    ASSERT_GT (calls, 50);

    // A part of the calls in a usual run, each of them in a long one.
    const auto stride = std::max (1L, calls / rounds (40));
    int killed = 0;

    for (auto call = 1 + static_cast<long> (seedForTests()) % stride; call <= calls; call += stride, ++killed)
    {
        SCOPED_TRACE (call);
        begin();
        const auto done = runUntilCall (path, call).first;
        const auto after = ProjectFolder::open (path);
        ASSERT_TRUE (after) << after.failure().message;
        EXPECT_TRUE (after->notes.empty()) << after->notes.front();

        const auto& project = after->history.project();
        const auto isDone = project == projects[static_cast<std::size_t> (done)];
        const auto isOneMore = done < ShortSession::steps && project == projects[static_cast<std::size_t> (done) + 1];
        EXPECT_TRUE (isDone || isOneMore) << "after step " << done;

        if (project.assets.contains (contentHash (ShortSession::recording())))
            EXPECT_FALSE (after->folder->assets().find (contentHash (ShortSession::recording())).empty());
    }

    std::printf ("killed at %d of %ld calls to the disk\n", killed, calls);
}

namespace
{
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

    const auto junk = fillUp (disk);
    ASSERT_TRUE (opened.history.perform (note (opened.history.project(), std::string (100'000, 'y'))));
    folder.performed (opened.history.changes().back());

    const auto saved = folder.save (opened.history.project());
    ASSERT_FALSE (saved);
    EXPECT_NE (saved.failure().message.find ("The disk is full"), std::string::npos) << saved.failure().message << saved.failure().detail;
    EXPECT_TRUE (folder.problem());
    EXPECT_FALSE (folder.assets().addBytes (std::string (100'000, 'z')));
    EXPECT_FALSE (ProjectFolder::create (disk / "Other.athanor", opened.history.project()));
    EXPECT_FALSE (fs::exists (disk / "Other.athanor"));

    fs::remove (junk);
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

void protectDisk (const fs::path& disk)
{
    ASSERT_TRUE (ProjectFolder::create (disk / "Song.athanor", Project()));
    ASSERT_TRUE (writeProtect (disk));

    const auto opened = ProjectFolder::open (disk / "Song.athanor");
    ASSERT_FALSE (opened);
    EXPECT_EQ (opened.failure().message, "You are not allowed to use “Song.athanor” where it is: choose another folder.");
    EXPECT_FALSE (ProjectFolder::create (disk / "Other.athanor", Project()));
}
} // namespace

TEST (ProjectFolderCrash, keepsWhatWasSavedAndGoesOnWhenTheDiskWasFull) { onTinyDisk (1, fillDiskAndGoOn); }

TEST (ProjectFolderCrash, saysThatAFolderCannotBeWritten) { onTinyDisk (1, protectDisk); }

} // namespace athanor
