// SPDX-License-Identifier: GPL-3.0-or-later
// The text of project.json.
#pragma once

#include "Core/Result.h"
#include "Model/Project.h"

#include <string>
#include <string_view>

namespace athanor
{

/** Readable and canonical: equal projects give equal bytes. Starts with what it is and which schema it follows. */
std::string formatProject (const Project&);

/** The project in a text of this or an older schema, migrated and sanitised. What a newer schema has beyond this one is kept
    where it stands; where that cannot work, and where the text is no project, there is a sentence instead. */
Result<Project> parseProject (std::string_view text);

/** The same, not sanitised: the project that the text was made from, on which the changes made since then fit. */
Result<Project> parseProjectAsWritten (std::string_view text);

} // namespace athanor
