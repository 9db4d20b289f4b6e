// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/Wander.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
const Lanes zero { 0.0f }, one { 1.0f };

Lanes unipolar (Lanes x) noexcept { return x * 0.5f + 0.5f; }

/** Noise that is zero at its grid, with a random slope there. */
Lanes perlin (Lanes from, Lanes to, Lanes t) noexcept
{
    return 2.0f * dsp::mix (from * t, to * (t - 1.0f), t * t * (3.0f - 2.0f * t));
}

/** Left lanes into the right ones. */
Lanes mono (Lanes x) noexcept
{
    return Lanes (__builtin_shufflevector (x.value, x.value, 0, 0, 2, 2, 4, 4, 6, 6));
}
} // namespace

/** Moves on by a turn and draws where a cycle ends; returns where that was. */
LaneMask Wander::move (const Turn& turn, const NoteTurn& notes, const Transport& transport, const WanderControls& controls, Lanes rate) noexcept
{
    const auto period = static_cast<float> (1 / turn.sampleRate);
    auto hasNew = noLane();

    if (controls.isSynced)
    {
        if (transport.isMoving)
        {
            const auto now = cycleAt (transport.seconds, rate);
            hasNew = (now < Lanes (0.5f)) & (offset >= Lanes (0.5f));
            offset = now;
        }
    }
    else
    {
        if (const auto begins = notes.begins(); ! isNone (begins))
        {
            offset = select (begins, -rate * period * dsp::toLanes<8> (notes.triggerFrame), offset);
            from = select (begins, chances.lanes (begins, -1, 1, controls.isStereo), from);
            to = select (begins, chances.lanes (begins, -1, 1, controls.isStereo), to);
            last = select (begins, unipolar (from), last);
        }

        const auto moves = notes.isInActivePair();
        offset = select (moves, offset + rate * period * static_cast<float> (turn.frames), offset);
        hasNew = moves & (offset >= one);
        offset = wrapped (offset);
    }

    if (! isNone (hasNew))
    {
        from = select (hasNew, to, from);
        to = select (hasNew, chances.lanes (hasNew, -1, 1, controls.isStereo), to);
    }

    return hasNew;
}

void Wander::holdSamples (const Turn& turn, LaneMask hasNew, Lanes before, Lanes step, Lanes* out) noexcept
{
    const auto now = unipolar (from);
    const auto change = select (hasNew, dsp::round (dsp::clamp (offset / dsp::max (step, Lanes (1e-9f)), zero, Lanes (1e5f))), zero);

    for (int i = 0; i < turn.frames; ++i)
        out[i] = select (Lanes (static_cast<float> (i)) > change, now, before);

    last = now;
}

/** Lorenz' attractor: chaos that never comes by the same place. */
void Wander::attract (const Turn& turn, const NoteTurn& notes, const WanderControls& controls, Lanes rate, Lanes* out) noexcept
{
    constexpr float height = 37.6f, size = 40, fastest = 0.01f;

    if (const auto begins = notes.begins(); ! isNone (begins) && ! controls.isSynced)
    {
        x = select (begins, chances.lanes (begins, -1, 1, controls.isStereo), x);
        y = select (begins, chances.lanes (begins, -1, 1, controls.isStereo), y);
        z = select (begins, height + chances.lanes (begins, -1, 1, controls.isStereo), z);
    }

    if (controls.isStereo)
        x = select (isEqual (x, mono (x)) & isEqual (leftOne, one), x * 0.5f, x);
    else
        x = mono (x), y = mono (y), z = mono (z);

    const auto t = dsp::min (rate * static_cast<float> (0.5 / turn.sampleRate), Lanes (fastest));

    for (int i = 0; i < turn.frames; ++i)
    {
        const auto dx = (y - x) * 10.0f, dy = (28.0f - z) * x - y, dz = x * y - z * (8.0f / 3);
        x += dx * t;
        y += dy * t;
        z += dz * t;
        out[i] = x * (1 / size) + 0.5f;
    }

    last = out[turn.frames - 1];
}

void Wander::process (const Turn& turn, const NoteTurn& notes, const Transport& transport, const WanderControls& controls, Lanes* out) noexcept
{
    const auto rate = rateOf (controls.rate, transport.beatsPerSecond, notes.pitch);

    if (controls.style == WanderStyle::lorenz)
        return attract (turn, notes, controls, rate, out);

    const auto before = unipolar (from);
    const auto hasNew = move (turn, notes, transport, controls, rate);

    if (controls.style == WanderStyle::sampleAndHold)
        return holdSamples (turn, hasNew, before, rate * static_cast<float> (turn.frames / turn.sampleRate), out);

    const auto t = controls.style == WanderStyle::perlin ? offset : 0.5f - 0.5f * dsp::cosine (0.5f * offset);
    const auto next = unipolar (controls.style == WanderStyle::perlin ? perlin (from, to, t) : dsp::mix (from, to, t));
    const auto step = (next - last) * (1.0f / static_cast<float> (turn.frames));
    auto value = last;

    for (int i = 0; i < turn.frames; ++i)
    {
        value += step;
        out[i] = value;
    }

    last = next;
}

} // namespace athanor::synth
