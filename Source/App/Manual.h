// SPDX-License-Identifier: GPL-3.0-or-later
// The manual of modules and actions, made from their declarations.
#pragma once

#include "App/Action.h"

#include <string>

namespace athanor
{

/** Markdown: every module with its ports, ranges and units, by group. */
std::string manualOfModules();

/** Markdown: every action with its shortcut and arguments. */
std::string manualOfActions (const Actions&);

} // namespace athanor
