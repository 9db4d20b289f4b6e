// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the layers into the program, and does nothing else: with a command it works in the shell, else it opens the window.
#include "App/Actions/Declare.h"
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
int openWindow()
{
    std::fputs ("athanor: this build has no window; see athanor --help.\n", stderr);
    return 1;
}
#else
int openWindow()
{
    athanor::Session session;
    athanor::declareActions (session);
    session.start (athanor::startProject());
    return athanor::runWindow ({ session });
}
#endif
} // namespace

int main (int count, char** arguments)
{
    if (athanor::isCommandLine (count, arguments))
        return athanor::runCommandLine (count, arguments);

    return openWindow();
}
