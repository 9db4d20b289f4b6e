// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/Process.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace athanor
{

namespace
{
using namespace std::chrono_literals;

/** The environment of the test with the changes, as exec wants it. */
std::vector<std::string> environmentWith (const Process::Environment& changes)
{
    std::vector<std::string> all;

    for (auto** entry = environ; *entry != nullptr; ++entry)
    {
        const std::string text = *entry;

        if (! changes.contains (text.substr (0, text.find ('='))))
            all.push_back (text);
    }

    for (auto& [name, value] : changes)
        if (! value.empty())
            all.push_back (name + '=' + value);

    return all;
}

std::vector<char*> pointersTo (std::vector<std::string>& texts)
{
    std::vector<char*> pointers;

    for (auto& text : texts)
        pointers.push_back (text.data());

    pointers.push_back (nullptr);
    return pointers;
}

/** What the child does between fork and exec, where it may not allocate. */
[[noreturn]] void become (char* const* command, char* const* environment, int output)
{
    prctl (PR_SET_PDEATHSIG, SIGKILL);

    if (const auto nothing = open ("/dev/null", O_RDONLY); nothing >= 0)
        dup2 (nothing, STDIN_FILENO);

    dup2 (output, STDOUT_FILENO);
    dup2 (output, STDERR_FILENO);
    execvpe (command[0], command, environment);
    _exit (127);
}
} // namespace

Process::Process (std::vector<std::string> command, Environment changes)
{
    auto environment = environmentWith (changes);
    const auto commandPointers = pointersTo (command), environmentPointers = pointersTo (environment);
    const auto output = open ((folder.path / "output").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

    process = output < 0 ? -1 : fork();

    if (process == 0)
        become (commandPointers.data(), environmentPointers.data(), output);

    close (output);

    if (process < 0)
        throw std::runtime_error ("cannot start " + command.front());
}

Process::~Process()
{
    signal (SIGTERM);

    if (! endsWithin (2s))
    {
        signal (SIGKILL);
        endsWithin (10s);
    }
}

bool Process::isRunning()
{
    if (status < 0)
        if (int raw = 0; waitpid (process, &raw, WNOHANG) == process)
            status = WIFEXITED (raw) ? WEXITSTATUS (raw) : 128 + WTERMSIG (raw);

    return status < 0;
}

bool Process::endsWithin (std::chrono::milliseconds atMost)
{
    for (const auto end = std::chrono::steady_clock::now() + atMost; isRunning(); std::this_thread::sleep_for (2ms))
        if (std::chrono::steady_clock::now() > end)
            return false;

    return true;
}

int Process::wait (std::chrono::seconds atMost)
{
    if (! endsWithin (atMost))
    {
        signal (SIGKILL);
        endsWithin (10s);
    }

    return status;
}

void Process::signal (int number)
{
    if (isRunning())
        kill (process, number);
}

std::string Process::output() const { return readWhole (folder.path / "output"); }

} // namespace athanor
