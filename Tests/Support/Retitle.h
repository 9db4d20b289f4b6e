// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest change that a test can see.
#pragma once

#include "Model/Change.h"
#include "Model/Project.h"

#include <string>

namespace athanor
{

inline Change retitle (const Project& project, const std::string& title)
{
    auto after = project;
    after.title = title;
    return difference ("rename to " + title, project, after);
}

} // namespace athanor
