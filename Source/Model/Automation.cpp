// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Automation.h"

namespace athanor
{

std::optional<double> valueOfLane (const AutomationLane& lane, Ticks at)
{
    if (lane.points.empty())
        return {};

    const auto after = lane.points.upperBound (at);

    if (after == lane.points.begin())
        return after->second->value;

    const auto before = std::prev (after);

    if (after == lane.points.end() || before->second->isStep)
        return before->second->value;

    const auto way = static_cast<double> ((at - before->first).value) / static_cast<double> ((after->first - before->first).value);
    return before->second->value + way * (after->second->value - before->second->value);
}

} // namespace athanor
