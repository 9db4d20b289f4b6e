// SPDX-License-Identifier: GPL-3.0-or-later
// Lets the maker of patches hear what it makes: the engine renders, Media measures.
#pragma once

#include "Compose/Sound/PatchMaker.h"

#include "Dsp/Sound.h"

#include <stop_token>

namespace athanor
{

/** Listens with as many threads as the machine has processors, at most four. Calls may come from any thread, one at a time.
    @param progress  Called by the thread that makes the patch; may be empty. */
Ear patchEar (std::stop_token = {}, std::function<void (double)> progress = {});

/** The phrase that suits a category, in stereo. Any thread. */
dsp::SharedSound playedPhrase (const PatchSpec&, SoundCategory);

/** One that hears nothing: for a patch that is to be there at once. */
Ear hastyEar();

} // namespace athanor
