// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys do what: asked and changed by their names, "ctrl + shift + Z", without a keyboard.
#pragma once

#include "Core/Result.h"

#include <string>
#include <vector>

namespace athanor
{

class Session;
struct Action;

/** The keys of a shortcut: several are separated by " | ". */
std::vector<std::string> keysIn (const std::string& shortcut);

/** Whether two names mean the same key, whatever the order of Ctrl and Shift and the size of letters. */
bool isSameKey (const std::string&, const std::string&);

/** Whether it plays a note when it is pressed alone: then nothing else may want it. */
bool isPianoKey (const std::string& key);

/** The actions that a key does where this one works; never this one itself. */
std::vector<const Action*> actionsInTheWay (Session&, const Action&, const std::string& key);

/** Gives a key to an action, instead of those it had, and takes it from every action that is in the way. Fails with a sentence
    when the key plays notes. */
Result<Done> rebind (Session&, const Action&, const std::string& key);

} // namespace athanor
