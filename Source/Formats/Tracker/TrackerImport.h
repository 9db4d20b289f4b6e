// SPDX-License-Identifier: GPL-3.0-or-later
// Modules of the tracker tradition as editable projects: .xm .it .s3m .mod, and less exactly what else libxmp reads.
#pragma once

#include "Core/Result.h"
#include "Formats/Import.h"

#include <string_view>

namespace athanor
{

/** Whether these bytes are a module, by their content. */
bool isModule (std::string_view bytes);

/** The module as a project that plays the same. The same bytes give the same project, with the same ids. Damaged files are
    opened as far as they go, which the report says, or refused with a sentence. */
Result<Imported> importModule (std::string_view bytes);

} // namespace athanor
