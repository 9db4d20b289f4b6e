// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Mixer.h"

#include "Dsp/Blocks.h"
#include "Dsp/Fast.h"

namespace athanor
{

namespace
{
using S = dsp::Stereo;

S gainOf (S level) noexcept
{
    return dsp::select (level > faderRange.low + 0.01f, dsp::decibelsToGain (level), S (0.0f));
}

void addPlain (Signal<S>& sum, const Signal<S>& from, float gain) noexcept
{
    dsp::addFrames (sum.frames, from.frames, gain);
}

void addLevelled (Signal<S>& sum, const Signal<S>& from, const Signal<S>& level) noexcept
{
    if (level.steady)
    {
        addPlain (sum, from, gainOf (level.first())[0]);
        return;
    }

    for (int i = 0; i < quantum; ++i)
        sum[i] += from[i] * gainOf (level[i]);
}

void addFading (Signal<S>& sum, const Signal<S>& from, const Fade& fade) noexcept
{
    const auto start = fade.now(), step = (fade.next - start) / static_cast<float> (quantum);

    for (int i = 0; i < quantum; ++i)
        sum[i] += from[i] * S (start + step * static_cast<float> (i + 1));
}

const Signal<S>& held (const Inflow& inflow, Signal<S>& scratch) noexcept
{
    if (inflow.delay == nullptr)
        return *inflow.from;

    auto& ring = inflow.delay->rings[0];
    auto& position = inflow.delay->positions[0];

    for (int i = 0; i < quantum; ++i)
    {
        scratch[i] = std::exchange (ring[static_cast<std::size_t> (position)], (*inflow.from)[i]);
        position = position + 1 == inflow.delay->frames ? 0 : position + 1;
    }

    scratch.silent = scratch.steady = false;
    return scratch;
}
} // namespace

void addInflow (const Inflow& inflow, Signal<S>& into) noexcept
{
    if (inflow.level != nullptr)
        inflow.level->advance();

    Signal<S> scratch;
    const auto& from = held (inflow, scratch);

    if (from.silent)
        return;

    if (inflow.fade != nullptr)
        addFading (into, from, *inflow.fade);
    else if (inflow.level != nullptr)
        addLevelled (into, from, inflow.level->signal);
    else
        addPlain (into, from, 1);

    into.silent = into.steady = false;
}

void passFader (FaderState& fader, const Signal<S>& in, Signal<S>& out) noexcept
{
    if (fader.hasMoving)
    {
        fader.hasMoving = false;

        for (auto* setting : { &fader.volume, &fader.panning, &fader.isOpen, &fader.command })
            fader.hasMoving |= setting->advance();
    }

    if (in.silent)
    {
        out.clear();
        return;
    }

    out.silent = out.steady = false;
    const auto isSteady = fader.volume.signal.steady && fader.panning.signal.steady && fader.isOpen.signal.steady && fader.command.signal.steady;

    const auto gainAt = [&fader] (int i) {
        const auto side = fader.panning.signal[i][0];
        S balance (1.0f);
        balance.set (0, std::min (1.0f, 1.0f - side));
        balance.set (1, std::min (1.0f, 1.0f + side));
        return gainOf (fader.volume.signal[i]) * fader.isOpen.signal[i] * fader.command.signal[i] * balance;
    };

    if (isSteady)
    {
        const auto gain = gainAt (0);

        for (int i = 0; i < quantum; ++i)
            out[i] = in[i] * gain;

        return;
    }

    for (int i = 0; i < quantum; ++i)
        out[i] = in[i] * gainAt (i);
}

} // namespace athanor
