// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/Servers.h"

#include "Core/Id.h"

#include <cstdlib>
#include <fstream>
#include <functional>
#include <thread>
#include <unistd.h>

/** GLib's sockets forget eight bytes for each bus that they connect to; its frames cannot be told apart without frame pointers. */
extern "C" const char* __lsan_default_suppressions() { return "leak:libgio\nleak:g_malloc0\n"; } // NOLINT: the sanitizer's name

namespace athanor
{

namespace
{
using namespace std::chrono_literals;

/** Asks until the answer is yes or the server has ended; a busy machine may take its time. */
bool becomesTrue (Process& server, const std::function<bool()>& answer)
{
    for (const auto end = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < end;)
    {
        if (! server.isRunning())
            return false;

        if (answer())
            return true;

        std::this_thread::sleep_for (10ms);
    }

    return false;
}

/** The number that Xvfb has chosen: it writes it when it takes connections. */
std::string displayNumber (const std::filesystem::path& file)
{
    std::ifstream input (file);
    std::string number;
    return std::getline (input, number) && ! input.eof() ? number : std::string();
}
} // namespace

EnvironmentVariable::EnvironmentVariable (std::string name, const std::string& value) : variable (std::move (name))
{
    if (const auto* old = std::getenv (variable.c_str()))
        before = old;

    setenv (variable.c_str(), value.c_str(), 1);
}

EnvironmentVariable::~EnvironmentVariable()
{
    if (before)
        setenv (variable.c_str(), before->c_str(), 1);
    else
        unsetenv (variable.c_str());
}

JackServer::JackServer (int sampleRate, int framesPerPeriod)
    : name ("athanor-test-" + toHex (randomBits())),
      chosen ("JACK_DEFAULT_SERVER", name),
      neverAnother ("JACK_NO_START_SERVER", "1"),
      server ({ "jackd", "-n", name, "-R", "-P70", "-d", "dummy", "-r", std::to_string (sampleRate), "-p", std::to_string (framesPerPeriod) })
{
    answered = becomesTrue (server, [this] { return Process ({ "jack_wait", "-s", name, "-w", "-t", "1" }).wait (5s) == 0; });
}

bool JackServer::isRunning() { return answered && server.isRunning(); }

KeyStore::KeyStore()
    : address ("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + (folder.path / "bus").string()),
      data ("XDG_DATA_HOME", folder.path.string()),
      runtime ("XDG_RUNTIME_DIR", folder.path.string()),
      home ("HOME", folder.path.string()),
      bus ({ "dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=unix:path=" + (folder.path / "bus").string() })
{
    std::ofstream (folder.path / "password") << "open";

    // Its file is there a moment before it answers, and a key store that finds nobody does not ask again.
    const std::vector<std::string> greet { "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames" };

    if (! becomesTrue (bus, [&] { return Process (greet).wait (5s) == 0; }))
        return;

    // It takes its password from the standard input, and owns its name on the bus when it is ready.
    const std::vector<std::string> ask { "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets/aliases/default", "org.freedesktop.DBus.Properties.Get", "string:org.freedesktop.Secret.Collection", "string:Locked" };

    // Now and then it ends at once on a busy machine.
    for (int tries = 0; tries < 3 && ! answered; ++tries)
    {
        keyring = std::make_unique<Process> (std::vector<std::string> { "sh", "-c", "exec gnome-keyring-daemon --foreground --unlock --components=secrets <\"$0\"", (folder.path / "password").string() });
        answered = becomesTrue (*keyring, [&] {
            Process asked (ask);
            return asked.wait (5s) == 0 && asked.output().find ("boolean false") != std::string::npos;
        });
    }
}

bool KeyStore::isRunning() { return answered && keyring->isRunning() && bus.isRunning(); }

std::string KeyStore::kept() const
{
    std::string all;

    for (const auto& entry : std::filesystem::recursive_directory_iterator (folder.path))
        if (entry.is_regular_file())
            all += readWhole (entry.path());

    return all;
}

// Never display 0: JUCE looks there when nobody names a display, and a test that wants none would die with this one.
VirtualDisplay::VirtualDisplay (int width, int height)
    : server ({ "sh", "-c", "exec Xvfb :" + std::to_string (100 + getpid() % 30'000) + " -displayfd 3 -noreset -nolisten tcp -screen 0 " + std::to_string (width) + "x" + std::to_string (height) + "x24 3>" + (folder.path / "number").string() })
{
    std::string number;

    if (! becomesTrue (server, [&] { return ! (number = displayNumber (folder.path / "number")).empty(); }))
        return;

    display = std::make_unique<EnvironmentVariable> ("DISPLAY", ":" + number);
    windowManager = std::make_unique<Process> (std::vector<std::string> { "openbox" });
    isManaged = becomesTrue (*windowManager, [] {
        Process question ({ "xprop", "-root", "_NET_SUPPORTING_WM_CHECK" });
        return question.wait (5s) == 0 && question.output().find ("window id") != std::string::npos;
    });
}

bool VirtualDisplay::isRunning() { return isManaged && server.isRunning(); }

bool VirtualDisplay::saveScreenshot (const std::filesystem::path& file)
{
    return Process ({ "import", "-window", "root", file.string() }).wait (30s) == 0;
}

} // namespace athanor
