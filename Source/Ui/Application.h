// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the window and runs it until it is closed.
#pragma once

#include "App/Session.h"
#include "Core/Threads.h"

#include <functional>
#include <string>

namespace athanor
{

/** What the program does around the window. */
struct WindowStart
{
    Session& session;
    bool isOpened = false;    ///< A project or song was given and is open.
    std::string message = {}; ///< A sentence shown when the window is there: why the project did not open.

    /** Called once after the first picture is on the screen: the time for everything that takes time, such as sound devices. */
    std::function<void (const MessageThread&)> whenShown = [] (const MessageThread&) {};

    /** Called before the window goes. */
    std::function<void()> whenClosing = [] {};
};

/** Shows the window and returns when it was closed: the exit status. With ATHANOR_TRACE_START=1 in the environment it prints when
    the first picture was painted, in nanoseconds of the system clock. */
int runWindow (WindowStart);

} // namespace athanor
