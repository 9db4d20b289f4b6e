// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Owner.h"

#include "Core/Id.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace athanor
{

namespace
{
std::string firstLine (const char* file)
{
    std::ifstream input (file);
    std::string line;
    std::getline (input, line);
    return line.empty() ? "-" : line;
}

/** The machine, and within it the container, whose process numbers mean other processes than those outside. */
std::string machine()
{
    std::error_code ignored;
    const auto processes = std::filesystem::read_symlink ("/proc/self/ns/pid", ignored).string();
    return firstLine ("/etc/machine-id") + ':' + (processes.empty() ? "-" : processes);
}

std::string boot() { return firstLine ("/proc/sys/kernel/random/boot_id"); }
} // namespace

std::string newOwner() { return machine() + ' ' + boot() + ' ' + std::to_string (::getpid()) + ' ' + toHex (randomBits()); }

bool isDead (const std::string& owner)
{
    std::istringstream words (owner);
    std::string itsMachine, itsBoot;
    pid_t process = 0;

    if (! (words >> itsMachine >> itsBoot >> process) || itsMachine != machine() || process <= 0)
        return false;

    return itsBoot != boot() || (::kill (process, 0) != 0 && errno == ESRCH);
}

} // namespace athanor
