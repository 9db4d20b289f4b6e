// SPDX-License-Identifier: GPL-3.0-or-later
// The axes of an intent as numbers that were measured.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Media/Timbre.h"

#include <array>
#include <optional>

namespace athanor
{

/** Axes that are measured, and so can be aimed at. */
inline constexpr std::array measuredAxes { TimbreAxis::brightness, TimbreAxis::warmth, TimbreAxis::attack, TimbreAxis::decay, TimbreAxis::noise, TimbreAxis::width, TimbreAxis::movement, TimbreAxis::roughness, TimbreAxis::sub };

/** Where a sound stands on an axis: up is more of the axis' name, and equal steps are heard alike, as the scales of TimbreSpace. Nothing:
    that axis is not measured. */
std::optional<double> standingOf (TimbreAxis, const Timbre&);

} // namespace athanor
