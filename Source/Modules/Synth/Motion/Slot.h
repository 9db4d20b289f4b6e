// SPDX-License-Identifier: GPL-3.0-or-later
// One modulation: what a source adds to a control.
#pragma once

#include "Modules/Synth/Motion/CurveTable.h"

namespace athanor::synth
{

/** What a source says in this quantum. */
struct SourceValue
{
    Lanes value { 0.0f };          ///< At control rate; of a source at audio rate, its first frame.
    const Lanes* frames = nullptr; ///< Null: it is not at audio rate.
};

/** Controls of one modulation, as stored. */
struct SlotControls
{
    Ramp amount, power;
};

/** How a slot shapes its source; never changes while a patch plays, but for the switches. */
struct SlotShape
{
    float range = 1; ///< Of the destination: what an amount of one adds at most.
    bool isBipolar = false, isStereo = false;
    const CurveTable* mapping = nullptr; ///< Null: straight.
};

class Slot
{
public:
    /** What is added to the control, in stored numbers. */
    Lanes processAtControlRate (const SlotShape&, const SlotControls&, Lanes source) noexcept;

    /** Adds it to each of the frames. The amount glides within the turn. */
    void addAtAudioRate (const SlotShape&, const SlotControls&, LaneMask isFresh, const Lanes* source, Lanes* out, int frames) noexcept;

    Lanes depth() const noexcept { return last; } ///< What was added last at control rate, or in the first frame.

private:
    Lanes amount { 0.0f }, power { 0.0f }, last { 0.0f };
};

} // namespace athanor::synth
