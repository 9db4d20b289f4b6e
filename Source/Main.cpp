// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the layers into the program: with a command it works in the shell, else it opens the window.
#include "App/Actions/Declare.h"
#include "App/Session.h"
#include "App/StartProject.h"

#ifndef ATHANOR_WITHOUT_WINDOW
#include "Ui/Application.h"
#endif

#include <cstdio>
#include <string_view>

namespace
{
int openWindow()
{
#ifdef ATHANOR_WITHOUT_WINDOW
    std::fputs ("athanor: this build has no window; see athanor --help for what it can do\n", stderr);
    return 2;
#else
    athanor::Session session;
    athanor::declareActions (session);
    session.start (athanor::startProject());
    return athanor::runWindow ({ session });
#endif
}
} // namespace

int main (int count, const char* const* words)
{
    if (count > 1 && std::string_view (words[1]) == "--version")
    {
        std::puts ("athanor " ATHANOR_VERSION);
        return 0;
    }

    return openWindow();
}
