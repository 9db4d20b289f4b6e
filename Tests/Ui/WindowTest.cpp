// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program in a real window, driven as a musician drives it; what it did is read from the project it saved.
#include "Ui/Window.h"
#include "App/LoadProject.h"

#include "Support/Servers.h"
#include "Ui/SongFixture.h"

#include <thread>

namespace athanor
{

namespace
{
std::filesystem::path program() { return std::filesystem::read_symlink ("/proc/self/exe").parent_path() / "athanor"; }

/** Asks again and again until it is true, but not for ever. */
bool becomes (const std::function<bool()>& isTrue, std::chrono::seconds atMost = std::chrono::seconds (20))
{
    for (const auto end = std::chrono::steady_clock::now() + atMost; std::chrono::steady_clock::now() < end; std::this_thread::sleep_for (std::chrono::milliseconds (20)))
        if (isTrue())
            return true;

    return false;
}

struct WindowTest : SongTest
{
    void SetUp() override
    {
        if (! display.isRunning())
            GTEST_SKIP() << "Xvfb and openbox are needed";

        ASSERT_TRUE (session.saveAs (project));
        pattern = now().pattern;
        tracksBefore = session.project().tracks.size();
        session.start (Project()); // lets go of the folder, which only one program may have open
        window = std::make_unique<Process> (std::vector<std::string> { program(), project }, Process::Environment { { "ATHANOR_TRACE_START", "1" }, { "HOME", folder.path } });
        ASSERT_TRUE (becomes ([this] { return window->output().find ("first paint") != std::string::npos; })) << window->output();
        ASSERT_TRUE (becomes ([] { return run ({ "xdotool", "getwindowfocus", "getwindowname" }).find ("song") != std::string::npos; }));
    }

    static std::string run (std::vector<std::string> command)
    {
        Process process (std::move (command));
        process.wait (std::chrono::seconds (10));
        return process.output();
    }

    /** Keys as xdotool names them, one after the other. */
    static void press (std::vector<std::string> keys)
    {
        keys.insert (keys.begin(), { "xdotool", "key", "--delay", "30" });
        run (std::move (keys));
    }

    static void type (const std::string& text) { run ({ "xdotool", "type", "--delay", "30", text }); }

    /** Reads what is on the disk, without opening it. */
    bool look()
    {
        const auto loaded = loadProject (project);
        seen = loaded ? loaded->project : Project();
        return static_cast<bool> (loaded);
    }

    Project seen;
    std::size_t tracksBefore = 0;
    PatternId pattern;

    /** Saves in the window, until what is on the disk is as it should be. */
    bool isSaved (const std::function<bool (const Project&)>& isRight)
    {
        press ({ "ctrl+s" });
        return becomes ([&] { return look() && isRight (seen); });
    }

    std::string noteOn (const Project& saved, int line) const
    {
        return keyName (cellAt (saved, pattern, { patternTracks (saved).front(), 0, CellPart::note, 0, line }).key);
    }

    TemporaryFolder folder;
    std::filesystem::path project = folder.path / "song.athanor";
    VirtualDisplay display;
    std::unique_ptr<Process> window;
};
} // namespace

TEST_F (WindowTest, writesUndoesAndSavesWhatIsPlayedOnTheKeyboard)
{
    press ({ "z", "s", "x", "ctrl+z" });

    EXPECT_TRUE (isSaved ([this] (const Project& saved) { return noteOn (saved, 0) == "C-4" && noteOn (saved, 1) == "C#4" && noteOn (saved, 2) == "---"; }))
        << noteOn (seen, 0) << ' ' << noteOn (seen, 1) << ' ' << noteOn (seen, 2);
}

TEST_F (WindowTest, doesWhatThePaletteFinds)
{
    const auto before = tracksBefore;
    press ({ "ctrl+p" });
    type ("new note track");
    press ({ "Return" });

    EXPECT_TRUE (isSaved ([before] (const Project& saved) { return saved.tracks.size() == before + 1; }));
}

TEST_F (WindowTest, writesWhereTheMousePointed)
{
    // Right of the browser of 220 points, below the top bar of 52 and the heads of 62, stand lines of 19; the second lane
    // begins at cell 24 of 8 points.
    run ({ "xdotool", "getwindowfocus", "mousemove", "--window", "%1", std::to_string (220 + 25 * 8 + 12), std::to_string (52 + 62 + 5 * 19 + 9), "click", "1" });
    press ({ "q" });

    EXPECT_TRUE (isSaved ([this] (const Project& saved) {
        return keyName (cellAt (saved, pattern, { patternTracks (saved).at (1), 0, CellPart::note, 0, 5 }).key) == "C-5";
    }));
}

TEST_F (WindowTest, asksBeforeItLosesChangesAndEndsInPeace)
{
    press ({ "z", "ctrl+q" });

    // A busy machine may ask after the key that takes the question back, and then hears no other.
    EXPECT_TRUE (becomes ([this] {
        press ({ "Escape", "ctrl+s" });
        return look() && noteOn (seen, 0) == "C-4";
    })) << "the question was taken back, so it goes on";

    press ({ "ctrl+q" });
    EXPECT_EQ (window->wait (std::chrono::seconds (20)), 0) << window->output();
}

} // namespace athanor
