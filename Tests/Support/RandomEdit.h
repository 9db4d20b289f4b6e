// SPDX-License-Identifier: GPL-3.0-or-later
// What a musician might do next, by chance: small edits mostly, sometimes a whole track.
#pragma once

#include "Model/Project.h"
#include "Support/Dice.h"

#include <string>

namespace athanor
{

/** Does what a musician might do next and says what it was. */
std::string performRandomEdit (Project& project, Dice& dice);

} // namespace athanor
