// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Support/Files.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace athanor
{

/** A real program that a test starts, and that does not outlive it. */
class Process
{
public:
    using Environment = std::map<std::string, std::string>;

    /** Starts `command`, found in PATH, with these variables besides those of the test. An empty value removes one. */
    explicit Process (std::vector<std::string> command, Environment environment = {});
    Process (const Process&) = delete;

    /** Asks it to end, and after two seconds makes it. */
    ~Process();

    bool isRunning();

    /** Its exit status, 128 and the signal when one ended it. When it takes longer than `atMost` it is ended. */
    int wait (std::chrono::seconds atMost);

    void signal (int number);

    int id() const { return process; }

    /** All that it has written so far, to standard output and to standard error. */
    std::string output() const;

private:
    bool endsWithin (std::chrono::milliseconds);

    TemporaryFolder folder;
    int process = -1;
    int status = -1;
};

} // namespace athanor
