// SPDX-License-Identifier: GPL-3.0-or-later
// Where an automation lane stands between its points.
#pragma once

#include "Model/Project.h"

#include <optional>

namespace athanor
{

/** The lane's value, 0 to 1, at a time of its clip: before the first point and after the last it rests on them. Nothing in a lane without points. */
std::optional<double> valueOfLane (const AutomationLane&, Ticks);

} // namespace athanor
