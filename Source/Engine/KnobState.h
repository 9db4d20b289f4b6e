// SPDX-License-Identifier: GPL-3.0-or-later
// Where one knob stands, and the signal it gives its module.
#pragma once

#include "Modules/Module.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

/** One knob at work. Values win in one order: stored, automation, pattern command, live controller. (Modulation comes after.)

    A turned knob glides for about 5 ms, counted in quanta, so that no module has to think about zipper noise.
*/
template <typename S>
class KnobState
{
public:
    explicit KnobState (const Range& r) : range (r), value (r.initial), target (r.initial) {}

    const Range& range;
    Signal<S> signal;

    /** The value of the project. The first one is there at once; later ones are glided to. */
    void store (float newValue) noexcept
    {
        newValue = range.clamp (newValue);

        if (! isStored)
            value = target = newValue;

        isStored = true;
        stored = newValue;
        aim();
    }

    /** A pattern command or a macro holds the knob until it is let go. Position from 0 to 1; NaN lets go. */
    void command (float position) noexcept
    {
        commanded = position;
        aim();
    }

    /** A hand on the knob: stronger than all but modulation. Position from 0 to 1; NaN lets go. */
    void hold (float position) noexcept
    {
        held = position;
        aim();
    }

    /** Follows automation through this quantum: from where it is to `position`, which is reached at the end, or at `frame` by a jump. */
    void automate (float position, int jumpFrame = -1) noexcept
    {
        automated = position;
        jump = jumpFrame;
        aim();
        quantaLeft = std::min (quantaLeft, 1);
    }

    /** The lane has ended, or the song has stopped. */
    void stopAutomation() noexcept
    {
        automated = NAN;
        aim();
    }

    /** Arrives at once. */
    void settle() noexcept
    {
        value = target;
        quantaLeft = 0;
        jump = -1;
    }

    /** To be called before each quantum while it answers true. */
    bool advance() noexcept
    {
        signal.silent = false;

        if (value == target)
        {
            if (! signal.steady || ! (signal.first()[0] == value))
                signal.hold (S (value));

            return false;
        }

        const auto from = value;
        value = quantaLeft <= 1 || range.isWhole ? target : value + (target - value) / static_cast<float> (quantaLeft);
        quantaLeft = std::max (0, quantaLeft - 1);

        if (range.isWhole)
            signal.hold (S (value));
        else
            ramp (from);

        return true;
    }

    float current() const noexcept { return value; }

    bool isAtRest() const noexcept { return std::isnan (held) && std::isnan (automated) && std::isnan (commanded); }

private:
    static constexpr int glideQuanta = 4;

    /** Decides which of the four counts. */
    void aim() noexcept
    {
        auto wanted = stored;

        for (const auto position : { automated, commanded, held })
            if (! std::isnan (position))
                wanted = range.fromPosition (position);

        if (wanted != target)
        {
            target = wanted;
            quantaLeft = glideQuanta;
        }
    }

    void ramp (float from) noexcept
    {
        signal.steady = false;

        if (jump >= 0)
        {
            for (int i = 0; i < quantum; ++i)
                signal[i] = S (i < jump ? from : value);

            jump = -1;
            return;
        }

        const auto step = (value - from) / static_cast<float> (quantum);

        for (int i = 0; i < quantum; ++i)
            signal[i] = S (from + step * static_cast<float> (i + 1));
    }

    float value, target, stored = 0;
    float automated = NAN, commanded = NAN, held = NAN;
    int quantaLeft = 0, jump = -1;
    bool isStored = false;
};

} // namespace athanor
