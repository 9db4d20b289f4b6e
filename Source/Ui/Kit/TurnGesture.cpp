// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/TurnGesture.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

void TurnGesture::begin()
{
    if (turning)
        return;

    turning = true;
    position = thing.toPosition (thing.value());
    thing.begin();
}

void TurnGesture::move (float pixels, bool isFine)
{
    // A choice of few must not need the whole way of the hand: at least 12 pixels for each step are plenty.
    const auto steps = thing.steps();
    const auto way = steps > 0 ? std::min (pixelsForAll, std::max (40.0f, 12.0f * static_cast<float> (steps))) : pixelsForAll;
    moveTo (position + pixels / way * (isFine ? 0.1f : 1.0f));
}

void TurnGesture::moveTo (float newPosition)
{
    if (! turning)
        return;

    position = std::clamp (newPosition, 0.0f, 1.0f);

    if (const auto value = thing.fromPosition (position); value != thing.value())
        thing.turnTo (value);
}

void TurnGesture::end()
{
    if (! turning)
        return;

    turning = false;
    thing.end();
}

void TurnGesture::nudge (int notches, bool isFine)
{
    const auto steps = thing.steps();
    const auto now = thing.toPosition (thing.value());
    const auto way = steps > 0 ? 1.0f / static_cast<float> (steps) : isFine ? 0.001f
                                                                            : 0.01f;
    once (thing.fromPosition (std::clamp (now + way * static_cast<float> (notches), 0.0f, 1.0f)));
}

void TurnGesture::reset() { once (thing.initial()); }

bool TurnGesture::type (std::string_view typed)
{
    const auto value = thing.parse (typed);

    if (! value)
        return false;

    once (thing.fromPosition (thing.toPosition (*value)));
    return true;
}

void TurnGesture::once (float value)
{
    if (value == thing.value())
        return;

    if (turning)
    {
        position = thing.toPosition (value);
        thing.turnTo (value);
        return;
    }

    thing.begin();
    thing.turnTo (value);
    thing.end();
}

} // namespace athanor
