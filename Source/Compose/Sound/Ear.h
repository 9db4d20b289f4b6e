// SPDX-License-Identifier: GPL-3.0-or-later
// What listens to patches for those who make them.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Media/Timbre.h"
#include "Patch/PatchSpec.h"

#include <functional>
#include <span>
#include <vector>

namespace athanor
{

/** How loud a phrase was. */
struct PhraseLevel
{
    double loudness = -120; ///< LUFS.
    double peak = -120;     ///< dBFS, of the phrase and of one note that is struck as hard as can be.
    double offset = -120;   ///< dBFS, of the mean of that note.
};

/** What hears patches for the maker, which is free of the engine. Answers must be the same for the same patch. */
struct Ear
{
    /** One note each, as the shelf's bases were heard; empty: nobody listens, and the patch is what the rules make it. */
    std::function<std::vector<Timbre> (std::span<const PatchSpec>)> listen;

    /** The phrase that suits a category; empty: levels are left as they come. */
    std::function<PhraseLevel (const PatchSpec&, SoundCategory)> play;

    /** How far each of the others is from the first, played to the same notes: 0 is the same, 1 has nothing in common with it. Empty: nobody listens. */
    std::function<std::vector<double> (const PatchSpec&, std::span<const PatchSpec> others)> compare;

    /** 0 to 1, between steps; true: nobody waits any more. Both may be empty. */
    std::function<void (double)> progress;
    std::function<bool()> isCancelled;
};

} // namespace athanor
