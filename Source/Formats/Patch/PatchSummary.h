// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of patches says about each, read without making the patch: some hundred files a second.
#pragma once

#include "Core/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

struct PatchSummary
{
    std::string name, author, comments, style; ///< As in PatchSpec; valid UTF-8.
    std::vector<std::string> tags;
};

/** Of a patch of ours or a preset of Vital. It looks at the head of the file alone: what is wrong in the sound itself is found
    when it is loaded. */
Result<PatchSummary> readPatchSummary (std::string_view bytes);

} // namespace athanor
