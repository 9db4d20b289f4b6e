// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the layers into the program, and does nothing else: with a command it works in the shell, else it opens the window.
#include "App/Session.h"
#include "App/StartProject.h"
#include "Cli/CommandLine.h"

#ifndef ATHANOR_WITHOUT_WINDOW
#include "Host/Devices.h"
#include "Store/Paths.h"
#include "Ui/Application.h"
#endif

#include <cstdio>

namespace
{
#ifdef ATHANOR_WITHOUT_WINDOW
int openWindow (int, char**)
{
    std::fputs ("athanor: this build has no window; see athanor --help.\n", stderr);
    return 1;
}
#else
int openWindow (int count, char** arguments)
{
    athanor::Session session;
    std::string message;
    session.start (athanor::startProject());

    if (const auto opened = session.preferences().open (athanor::paths::library()))
        message = *opened;
    else
        message = opened.failure().message;

    if (count > 1)
        if (const auto opened = session.open (arguments[1]); ! opened)
            message = opened.failure().message;

    std::unique_ptr<athanor::Devices> devices;
    athanor::WindowStart start { session, count > 1 && message.empty(), message };
    start.whenShown = [&] (const athanor::MessageThread&) { devices = std::make_unique<athanor::Devices> (session, athanor::paths::config()); };
    start.whenClosing = [&] { devices.reset(); };
    return athanor::runWindow (start);
}
#endif
} // namespace

int main (int count, char** arguments)
{
    if (athanor::isCommandLine (count, arguments))
        return athanor::runCommandLine (count, arguments);

    return openWindow (count, arguments);
}
