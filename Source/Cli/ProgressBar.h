// SPDX-License-Identifier: GPL-3.0-or-later
// A bar on a terminal; silence where standard error is none.
#pragma once

#include <string>

namespace athanor
{

class ProgressBar
{
public:
    explicit ProgressBar (std::string what);

    /** Wipes the line. */
    ~ProgressBar();

    ProgressBar (const ProgressBar&) = delete;

    void show (double proportion);

private:
    const std::string what;
    const bool isTerminal;
    int shown = -1;
};

} // namespace athanor
