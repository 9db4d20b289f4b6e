// SPDX-License-Identifier: GPL-3.0-or-later
// One difference between two patches, said so that a person can read it and a program can make it again.
#pragma once

#include "Core/Result.h"
#include "Model/Value.h"
#include "Patch/PatchSpec.h"

#include <string>
#include <vector>

namespace athanor
{

/** What can be addressed: each control by its id ("filter_1_cutoff", a stored number), "slots/1" to "slots/64" (parts source,
    destination, amount, bipolar, power, stereo; nothing: empty), "waves/1" to "waves/3" (a name of basicWave()), "lines/1" to
    "lines/8" (of basicLine()), "macros/1" to "macros/8" (parts name, role and value), "sample" ("white noise"). What has no such name, as the wavetable that a preset
    brought, is nothing in `from`. */
struct PatchDelta
{
    std::string address;
    Value from, to;
    std::string why;   ///< One sentence for the musician.
    std::string cause; ///< What of the prompt asked for it, as "dark"; empty: the sound itself, as a level that was too low.

    bool operator== (const PatchDelta&) const = default;
};

/** What stands at an address now. */
Result<Value> valueAt (const PatchSpec&, const std::string& address);

/** Makes `to` stand at its address; `from` is not compared. Fails on what is unknown or out of range, and then changes nothing. */
Result<Done> apply (PatchSpec&, const PatchDelta&);

/** All that has an address and differs, with one reason for all. What only a file can say, as a drawn wavetable, is not among it. */
std::vector<PatchDelta> differences (const PatchSpec& from, const PatchSpec& to, const std::string& why);

/** Adds differences to earlier ones: each address once, from where it stood first to where it stands now. */
void append (std::vector<PatchDelta>& all, const std::vector<PatchDelta>& more);

Value toValue (const PatchDelta&);
Result<PatchDelta> deltaFrom (const Value&);

} // namespace athanor
