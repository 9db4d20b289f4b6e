// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of effect columns mean, in words: the hint under the pattern, and the manual's list.
#pragma once

#include "Model/Project.h"

#include <span>
#include <string>
#include <string_view>

namespace athanor
{

/** One command, as "0A" with its value written as letters: "xy" are two digits, "xx" one number. */
struct PatternCommand
{
    std::string_view code, value, doc;
};

/** All commands of a dialect, in the order of a manual. */
std::span<const PatternCommand> commandsOf (Dialect);

/** Null when the dialect has no such command. */
const PatternCommand* findCommand (Dialect, const Effect&);

/** A sentence on a command with its value, as "0A37  Arpeggio: the note, then x and y semitones above it." */
std::string explain (Dialect, const Effect&);

} // namespace athanor
