// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the layers into the program, and does nothing else: with a command it works in the shell, else it opens the window.
#include "App/Actions/Declare.h"
#include "App/LoadProject.h"
#include "App/Session.h"
#include "App/StartProject.h"
#include "Cli/CommandLine.h"

#ifndef ATHANOR_WITHOUT_WINDOW
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
    athanor::declareActions (session);
    auto project = athanor::startProject();
    std::string message;

    if (count > 1)
    {
        if (const auto loaded = athanor::loadProject (arguments[1]))
            project = loaded->project;
        else
            message = loaded.failure().message;
    }

    session.start (std::move (project));
    return athanor::runWindow ({ session, message });
}
#endif
} // namespace

int main (int count, char** arguments)
{
    if (athanor::isCommandLine (count, arguments))
        return athanor::runCommandLine (count, arguments);

    return openWindow (count, arguments);
}
