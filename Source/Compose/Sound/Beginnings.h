// SPDX-License-Identifier: GPL-3.0-or-later
// Which sounds a new one may begin with, as its seed sees them.
#pragma once

#include "Compose/Sound/PatchDraft.h"
#include "Compose/Sound/PatchMaker.h"

#include <string>
#include <vector>

namespace athanor
{

/** The words of a prompt that may be tags or names of sounds, in lower case, with the tags and genres of the request. */
std::vector<std::string> wordsOf (const PatchRequest&);

/** By how much a seed likes to begin with one base rather than with others, in spreads. */
double whimOf (std::uint64_t seed, const std::string& base);

/** Drafts to choose from, the one that fits best first: more than one where somebody can hear which is best. Fails where the shelf is empty or lacks
    what the request begins with. */
Result<std::vector<PatchDraft>> draftsFor (const PatchRequest&, const SoundShelf&, bool isHeard);

} // namespace athanor
