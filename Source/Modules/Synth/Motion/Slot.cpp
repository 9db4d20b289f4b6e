// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/Slot.h"

namespace athanor::synth
{

namespace
{
const Lanes zero { 0.0f }, one { 1.0f };

Lanes amountOf (const SlotShape& shape, const SlotControls& controls) noexcept
{
    const auto amount = dsp::clamp (controls.amount.to, Lanes (-1.0f), one) * shape.range;
    return shape.isStereo ? amount * (leftOne - rightOne) : amount;
}

Lanes mapped (const SlotShape& shape, Lanes source) noexcept
{
    return shape.mapping != nullptr ? dsp::clamp (shape.mapping->at (source), Lanes (-1.0f), one) : source;
}

/** A power bends the way from the middle outwards, if the modulation goes both ways. */
Lanes bentBy (const SlotShape& shape, Lanes source, Lanes power) noexcept
{
    if (! shape.isBipolar)
        return dsp::copySign (bend (dsp::abs (source), power), source);

    const auto around = source * 2.0f - 1.0f;
    return 0.5f * dsp::copySign (bend (dsp::abs (around), power), around);
}

bool isAnyBent (Lanes power) noexcept { return ! isNone (dsp::abs (power) >= Lanes (0.005f)); }
} // namespace

Lanes Slot::processAtControlRate (const SlotShape& shape, const SlotControls& controls, Lanes source) noexcept
{
    const auto from = mapped (shape, dsp::clamp (source, zero, one));
    power = -controls.power.to;
    const auto shaped = isAnyBent (power) ? bentBy (shape, from, power) : shape.isBipolar ? from - 0.5f
                                                                                          : from;
    amount = amountOf (shape, controls);
    last = shaped * amount;
    return last;
}

void Slot::addAtAudioRate (const SlotShape& shape, const SlotControls& controls, LaneMask isFresh, const Lanes* source, Lanes* out, int frames) noexcept
{
    const auto scale = 1.0f / static_cast<float> (frames);
    const auto amountTo = amountOf (shape, controls), powerTo = -controls.power.to;
    auto a = select (isFresh, amountTo, amount);
    auto p = select (isFresh, powerTo, power);
    const auto aStep = (amountTo - a) * scale, pStep = (powerTo - p) * scale;
    const auto first = out[0];

    if (isAnyBent (p) || isAnyBent (powerTo))
    {
        for (int i = 0; i < frames; ++i)
        {
            a += aStep;
            p += pStep;
            out[i] += a * bentBy (shape, mapped (shape, source[i]), p);
        }
    }
    else
    {
        const auto middle = Lanes (shape.isBipolar ? 0.5f : 0.0f);

        for (int i = 0; i < frames; ++i)
        {
            a += aStep;
            out[i] += a * (mapped (shape, source[i]) - middle);
        }
    }

    last = out[0] - first;
    amount = amountTo;
    power = powerTo;
}

} // namespace athanor::synth
