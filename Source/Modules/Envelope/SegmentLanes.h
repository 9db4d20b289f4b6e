// SPDX-License-Identifier: GPL-3.0-or-later
// What the envelopes made of stretches share: gates and triggers of each lane, and its way.
#pragma once

#include "Dsp/Envelope/Segments.h"
#include "Modules/Module.h"

#include <array>

namespace athanor
{

/** One SegmentPlayer for each lane, moved by a gate and a trigger. */
template <typename S>
class SegmentLanes
{
public:
    void reset() noexcept { lanes = {}; }

    void resetLane (int lane) noexcept { lanes[static_cast<std::size_t> (lane)] = {}; }

    /** @param planOf  Gives the plan of a lane. */
    template <typename PlanOf>
    void process (const Signal<S>& gate, const Signal<S>& trigger, Signal<S>& out, PlanOf planOf) noexcept
    {
        bool isSilent = true, isSteady = true;

        for (int index = 0; index < S::size; ++index)
        {
            auto& lane = lanes[static_cast<std::size_t> (index)];
            const bool isUntouched = gate.steady && trigger.silent && lane.wasHeld == (gate.first()[index] > 0.5f);
            const dsp::SegmentPlan plan = planOf (index);
            auto* target = reinterpret_cast<float*> (&out[0]) + index;
            const bool isResting = isUntouched && lane.player.isResting (plan);

            if (isUntouched)
                lane.player.render (plan, quantum, target, S::size);
            else
                follow (lane, plan, gate, trigger, index, target);

            isSteady = isSteady && isResting;
            isSilent = isSilent && isResting && lane.player.value() == 0;
        }

        out.steady = isSteady;
        out.silent = isSilent;
    }

private:
    struct Lane
    {
        dsp::SegmentPlayer player;
        bool wasHeld = false;
    };

    static void follow (Lane& lane, const dsp::SegmentPlan& plan, const Signal<S>& gate, const Signal<S>& trigger, int index, float* target) noexcept
    {
        for (int frame = 0; frame < quantum; ++frame)
        {
            const bool isHeld = gate[frame][index] > 0.5f;
            const bool isStruck = trigger[frame][index] > 0.5f;

            if (isHeld && (! lane.wasHeld || isStruck))
                lane.player.start();
            else if (! isHeld && lane.wasHeld)
                lane.player.release (plan);

            lane.wasHeld = isHeld;
            lane.player.render (plan, 1, target + frame * S::size, S::size);
        }
    }

    std::array<Lane, S::size> lanes;
};

} // namespace athanor
