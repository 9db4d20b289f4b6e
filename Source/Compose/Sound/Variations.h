// SPDX-License-Identifier: GPL-3.0-or-later
// Where a patch could go that nobody has asked for yet.
#pragma once

#include "Compose/Sound/PatchOrigin.h"

#include <string>
#include <vector>

namespace athanor
{

/** A way in which a patch may be otherwise. */
struct VariationIdea
{
    std::string name; ///< "Darker", as on a button.
    SoundIntent intent;
};

/** Ways that were not asked for and are not locked, in an order of the seed. */
std::vector<VariationIdea> variationIdeas (const MadePatch&, std::uint64_t seed);

} // namespace athanor
