// SPDX-License-Identifier: GPL-3.0-or-later
// The same actions from a shell, headless.
#pragma once

namespace athanor
{

/** Whether the arguments name a command of the command line; else they are for the window. */
bool isCommandLine (int count, const char* const* arguments);

/** Runs it. Returns the exit status: 0, 1 for a failure (one line on standard error), 2 for wrong usage. */
int runCommandLine (int count, const char* const* arguments);

} // namespace athanor
