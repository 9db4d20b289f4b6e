// SPDX-License-Identifier: GPL-3.0-or-later
// How a patch came to be: all that is needed to explain it and to make it again.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Compose/Sound/MacroDress.h"
#include "Compose/Sound/PatchDelta.h"
#include "Media/Timbre.h"

#include <cstdint>
#include <string>
#include <vector>

namespace athanor
{

/** Changes with every change of what comes out of the same request. */
inline constexpr int generatorVersion = 3;

struct PatchOrigin
{
    std::vector<std::string> prompts; ///< The first, and what it was refined with since.
    SoundIntent intent;
    std::string planner = "offline"; ///< Or who understood the prompt, as "anthropic".
    std::uint64_t seed = 0;
    int variation = 0; ///< 0: the patch itself.
    int generator = generatorVersion;
    std::string templateId;
    int templateVersion = 0;
    std::string base;               ///< The preset that it began with, as "Pad/Warm Tape"; empty: the template alone.
    std::vector<PatchDelta> deltas; ///< From the base to the patch, in their order.
    KnobChoices knobs {};           ///< What its knobs became: some are chosen by ear, and nobody listens when it is made again.

    bool operator== (const PatchOrigin&) const = default;
};

Value toValue (const PatchOrigin&);
Result<PatchOrigin> originFrom (const Value&);

/** A patch that was made from words. */
struct MadePatch
{
    PatchSpec patch; ///< With its name, comments, tags and macros.
    PatchOrigin origin;
    SoundCategory category {};
    Timbre timbre;                    ///< As it was heard; all as of silence where nobody listened.
    std::vector<std::string> remarks; ///< What was not understood or could not be had, one sentence each.
};

} // namespace athanor
