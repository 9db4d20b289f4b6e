// SPDX-License-Identifier: GPL-3.0-or-later
// Lets the maker of patches hear what it makes: the engine renders, Media measures.
#pragma once

#include "Compose/Sound/PatchMaker.h"

#include <stop_token>

namespace athanor
{

/** Listens with as many threads as the machine has processors, at most four. Calls may come from any thread, one at a time.
    @param progress  Called by the thread that makes the patch; may be empty. */
Ear patchEar (std::stop_token = {}, std::function<void (double)> progress = {});

/** One that only looks at levels, and that at a glance: for a patch that is to be there at once. */
Ear hastyEar();

} // namespace athanor
