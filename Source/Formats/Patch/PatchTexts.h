// SPDX-License-Identifier: GPL-3.0-or-later
// A patch as a module of a project keeps it: beside its controls, which are knobs, a text for each part of it.
#pragma once

#include "Formats/Patch/Reading.h"

#include <map>
#include <string>
#include <string_view>

namespace athanor
{

/** By name: "patch" (name, author, tags …), "lfo1" to "lfo8", "wavetable1" to "wavetable3", "sample", "slot1" to "slot64", "macro1" to
    "macro8". JSON, canonical; what is as in a new patch has no text. */
std::map<std::string, std::string> textsOf (const PatchSpec&);

/** The text of that name; empty: as in a new patch. */
std::string textOf (const PatchSpec&, std::string_view name);

/** Whether two patches have the same text of that name. Cheap where they share their waves. */
bool isSamePart (const PatchSpec&, const PatchSpec&, std::string_view name);

/** What the text of that name says of the patch. Without one, or with one that cannot be read, the part is as in a new patch. A name
    that is none of ours says nothing. */
void readPatchText (PatchSpec&, std::string_view name, std::string_view text, Remarks&);

/** The names of all texts that a patch may have. */
const std::vector<std::string>& patchTextNames();

} // namespace athanor
