// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Range.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

float Range::clamp (float value) const noexcept
{
    if (! (value >= low)) // also true for NaN
        return low;

    value = std::min (value, high);
    return isWhole ? std::round (value) : value;
}

float Range::toPosition (float value) const noexcept
{
    value = clamp (value);

    if (high <= low)
        return 0;

    switch (curve)
    {
        case Curve::logarithmic:
            return std::log (value / low) / std::log (high / low);
        case Curve::squared:
            return std::sqrt ((value - low) / (high - low));
        case Curve::linear:
            break;
    }

    return (value - low) / (high - low);
}

float Range::fromPosition (float position) const noexcept
{
    position = std::clamp (position, 0.0f, 1.0f);

    switch (curve)
    {
        case Curve::logarithmic:
            return clamp (low * std::pow (high / low, position));
        case Curve::squared:
            return clamp (low + (high - low) * position * position);
        case Curve::linear:
            break;
    }

    return clamp (low + (high - low) * position);
}

} // namespace athanor
