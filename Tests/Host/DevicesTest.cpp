// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program plays a song through a real sound server while its window is driven, with the guard loaded into it.
#include "Host/Devices.h"

#include "Support/Servers.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <thread>

namespace athanor
{

namespace
{
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

bool isStrict() { return std::getenv ("ATHANOR_STRICT") != nullptr; }

/** How long the window is driven: as long as the environment says. */
double seconds()
{
    const auto* text = std::getenv ("ATHANOR_SECONDS");
    return text != nullptr ? std::atof (text) : 5;
}

/** Another build of the program, as athanor-rtsan; it stands where the guard would stand. */
const char* otherProgram() { return std::getenv ("ATHANOR_PROGRAM"); }

std::filesystem::path built (const std::string& name) { return std::filesystem::read_symlink ("/proc/self/exe").parent_path() / name; }

/** Asks again and again until it is true, but not for ever. */
bool becomes (const std::function<bool()>& isTrue)
{
    for (const auto end = Clock::now() + 30s; Clock::now() < end; std::this_thread::sleep_for (20ms))
        if (isTrue())
            return true;

    return false;
}

std::string run (std::vector<std::string> command)
{
    Process process (std::move (command));
    process.wait (10s);
    return process.output();
}

/** Keys and mouse by xdotool, in the words of xdotool. */
void drive (std::vector<std::string> words)
{
    words.insert (words.begin(), "xdotool");
    run (std::move (words));
}

void press (std::vector<std::string> keys)
{
    keys.insert (keys.begin(), { "key", "--delay", "40" });
    drive (std::move (keys));
}

/** Places are those of the screen, which the window fills. */
std::vector<std::string> at (int x, int y) { return { "mousemove", std::to_string (x), std::to_string (y) }; }

void click (int x, int y, int times = 1)
{
    auto words = at (x, y);
    words.insert (words.end(), { "click", "--repeat", std::to_string (times), "--delay", "60", "1" });
    drive (std::move (words));
}

/** Presses at one height and lets go at another. */
void drag (int x, int y, int toY)
{
    auto words = at (x, y);
    words.insert (words.end(), { "mousedown", "1" });

    for (int step = 1; step <= 12; ++step)
        words.insert (words.end(), { "mousemove", std::to_string (x), std::to_string (y + (toY - y) * step / 12), "sleep", "0.01" });

    words.insert (words.end(), { "mouseup", "1" });
    drive (std::move (words));
}

/** Calls an action by a part of its name, as a musician does who knows no key for it. */
void call (const std::string& action)
{
    press ({ "ctrl+p" });
    drive ({ "type", "--delay", "20", action });
    press ({ "Return" });
}

/** What the program wrote about its callback when it ended. */
std::map<std::string, double> figuresIn (const std::filesystem::path& file)
{
    std::map<std::string, double> figures;
    std::ifstream input (file);
    std::string name;

    for (double value = 0; input >> name >> value;)
        figures[name] = value;

    return figures;
}

struct DevicesTest : testing::Test
{
    void SetUp() override
    {
        if (! jack.isRunning() || ! display.isRunning())
            GTEST_SKIP() << "jackd, Xvfb and openbox are needed: " << jack.output();

        // A copy: an open project keeps its journal beside itself.
        std::filesystem::copy (repositoryRoot() / "Templates" / "Ember.athanor", song, std::filesystem::copy_options::recursive);
        std::filesystem::copy (repositoryRoot() / "Tests/Corpus/Tracker/small.xm", folder.path / "small.xm");
        program = std::make_unique<Process> (std::vector<std::string> { built (otherProgram() != nullptr ? otherProgram() : "athanor"), song }, environment());
        ASSERT_TRUE (becomes ([this] { return program->output().find ("first paint") != std::string::npos; })) << program->output();
        ASSERT_TRUE (becomes ([] { return run ({ "xdotool", "getwindowfocus", "getwindowname" }).find ("Ember") != std::string::npos; }));
    }

    Process::Environment environment() const
    {
        return { { "ATHANOR_TRACE_START", "1" }, { "ATHANOR_SOUND_REPORT", sound }, { "HOME", folder.path }, { "LD_PRELOAD", otherProgram() != nullptr ? std::string() : built ("libathanor-realtime-guard.so").string() }, { "ATHANOR_REALTIME_REPORT", guard } };
    }

    static constexpr int kindsOfWork = 9;

    /** One thing that a musician does; each number is another one. The places are those of the controls at this size. */
    void work (int round)
    {
        press ({ "ctrl+" + std::to_string (round % 4 + 1) });

        switch (round % kindsOfWork)
        {
            case 0:
                press ({ "z", "s", "x", "d", "c", "ctrl+z", "ctrl+z", "ctrl+shift+z" });
                break;
            case 1:
                drag (123, 885, 850); // a knob of the instrument
                drag (123, 885, 920);
                break;
            case 2:
                call ("new note track");
                break;
            case 3:
                drag (301, 363, 460); // a fader, on the page of the mixer
                break;
            case 4:
                addDevice ("chorus");
                break;
            case 5:
                press ({ "Down", "Down", "q", "w", "Right", "Right", "5" });
                break;
            case 6:
                press ({ "ctrl+s", "ctrl+o" });
                drive ({ "sleep", "0.5" });
                click (516, 365, 2); // the module in its folder
                press ({ "F5" });
                break;
            case 7:
                press ({ "ctrl+z", "ctrl+z", "ctrl+z" });
                break;
            default:
                openDemoSong();
        }
    }

    /** Finds a module in the browser and puts it into the track. */
    static void addDevice (const std::string& name)
    {
        click (177, 134);
        click (110, 98, 3);
        drive ({ "type", "--delay", "20", name });
        click (69, 166, 2);
        click (700, 500);
    }

    /** The second one of the browser, and without saving what was there. */
    static void openDemoSong()
    {
        click (110, 98, 3);
        press ({ "BackSpace" });
        click (38, 134);
        click (69, 193, 2);
        drive ({ "sleep", "0.3" });
        click (876, 538);
        drive ({ "sleep", "0.3" });
        press ({ "F5" });
    }

    TemporaryFolder folder;
    std::filesystem::path song = folder.path / "Ember.athanor", sound = folder.path / "sound", guard = folder.path / "guard";
    JackServer jack;
    VirtualDisplay display;
    std::unique_ptr<Process> program;
};
} // namespace

TEST_F (DevicesTest, playWithoutWaitingAllocatingOrComingLateWhileTheWindowIsDriven)
{
    press ({ "ctrl+l", "F5" });
    int round = 0;

    for (const auto end = Clock::now() + std::chrono::duration<double> (seconds()); round < kindsOfWork || Clock::now() < end; ++round)
        work (round);

    const auto lastTitle = run ({ "xdotool", "getwindowfocus", "getwindowname" });

    if (const auto* picture = std::getenv ("ATHANOR_PICTURE"))
        display.saveScreenshot (picture);

    program->signal (SIGINT);
    ASSERT_EQ (program->wait (30s), 0) << program->output();

    auto figures = figuresIn (sound);
    const auto report = readWhole (guard);
    std::printf ("%.0f callbacks, longest %.0f us (%.0f %% of a period), %.0f too long, %.0f xruns, load %.1f %%, %d rounds of work; %s; last %s", figures["callbacks"], figures["longestMicroseconds"],
                 figures["worstProportion"] * 100, figures["tooLong"], figures["xruns"], figures["load"] * 100, round, report.substr (0, report.find ('\n')).c_str(), lastTitle.c_str());

    EXPECT_GT (figures["callbacks"], seconds() * 48'000 / 256 / 2) << program->output();
    EXPECT_GT (figures["songSeconds"], 0) << "the song did not play";
    EXPECT_TRUE (otherProgram() != nullptr || report.starts_with ("0 forbidden calls in ")) << report;
    EXPECT_FALSE (report.starts_with ("0 forbidden calls in 0 ")) << report;
    EXPECT_EQ (lastTitle.find ("Ember"), std::string::npos) << "no other song was opened";

    if (isStrict())
    {
        EXPECT_EQ (figures["xruns"], 0);
        EXPECT_LT (figures["worstProportion"], 0.5);
    }
}

} // namespace athanor
