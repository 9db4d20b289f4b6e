// SPDX-License-Identifier: GPL-3.0-or-later
// A loaded project into a file of another kind.
#pragma once

#include "App/LoadProject.h"

namespace athanor
{

/** By the ending: ".athanor" a project folder, ".athanorz" the same as one file, ".mid" its notes. Never writes over a folder that holds something else. */
Result<bool> saveProjectAs (const LoadedProject&, const std::filesystem::path&);

} // namespace athanor
