// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the layers into the program, and does nothing else.
#include "Cli/CommandLine.h"

#include <cstdio>

int main (int count, char** arguments)
{
    if (athanor::isCommandLine (count, arguments))
        return athanor::runCommandLine (count, arguments);

    std::fputs ("athanor: the window is still being built; see athanor --help.\n", stderr);
    return 1;
}
