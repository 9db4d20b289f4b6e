// SPDX-License-Identifier: GPL-3.0-or-later
#include "Cli/ProgressBar.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace athanor
{

ProgressBar::ProgressBar (std::string w) : what (std::move (w)), isTerminal (isatty (STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar()
{
    if (isTerminal && shown >= 0)
        std::fputs ("\r\x1b[K", stderr);
}

void ProgressBar::show (double proportion)
{
    constexpr int width = 40;
    const auto percent = static_cast<int> (std::clamp (proportion, 0.0, 1.0) * 100);

    if (! isTerminal || percent == shown)
        return;

    shown = percent;
    const auto full = static_cast<std::size_t> (percent * width / 100);
    const auto bar = std::string (full, '#') + std::string (width - full, '.');
    std::fprintf (stderr, "\r%s [%s] %3d %%", what.c_str(), bar.c_str(), percent);
    std::fflush (stderr);
}

} // namespace athanor
