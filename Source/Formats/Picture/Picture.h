// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings as files: SVG, which stays sharp, and PNG, which everybody can show.
#pragma once

#include "Core/Result.h"
#include "Media/Drawing.h"

#include <string>

namespace athanor
{

/** Equal drawings give equal bytes, whatever the locale. */
std::string writeSvg (const Drawing&);

/** The same, painted by cairo; eight bits, without transparency.
    @param pixels  Of each side, 8 to 4096. */
Result<std::string> writePng (const Drawing&, int pixels);

} // namespace athanor
