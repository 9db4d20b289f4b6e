// SPDX-License-Identifier: GPL-3.0-or-later
// A drawn curve that goes round, or once through, for four voices.
#pragma once

#include "Modules/Synth/Motion/CurveTable.h"
#include "Modules/Synth/Motion/NoteTurn.h"
#include "Modules/Synth/Motion/Tempo.h"

namespace athanor::synth
{

enum class LfoMode { trigger,
                     sync,
                     envelope,
                     sustainEnvelope,
                     loopPoint,
                     loopHold };

/** Controls of one LFO, as stored. */
struct LfoControls
{
    RateControls rate;
    Ramp phase, stereo, delay, fade, smooth;
    LfoMode mode = LfoMode::trigger;
    bool isSmooth = true; ///< Smooths; else it fades in.
};

/** At control rate it tells the value at the beginning of the quantum, and fades from the height at its phase; at audio rate
    it fades from zero. Both states are kept, as each has its own way to begin. */
class Lfo
{
public:
    void processAtControlRate (const Turn&, const NoteTurn&, const Transport&, const LfoControls&, const CurveTable&) noexcept;

    /** Fills `out` for all frames of the turn. */
    void processAtAudioRate (const Turn&, const NoteTurn&, const Transport&, const LfoControls&, const CurveTable&, Lanes* out) noexcept;

    /** At control rate. */
    Lanes value() const noexcept { return last; }

    Lanes phase() const noexcept { return place; } ///< Along the curve, for the eye.

private:
    struct Walk;

    void begin (const Turn&, const NoteTurn&, const Transport&, const LfoControls&, Lanes rate, bool isAtAudioRate) noexcept;
    Lanes advance (const LfoControls&, Lanes phase, Lanes distance) noexcept;
    Lanes faded (const LfoControls&, const CurveTable&, Lanes phase, Lanes value, Lanes seconds, float period) noexcept;

    template <typename Step>
    void walk (const Turn&, const LfoControls&, const CurveTable&, Lanes rate, Step, Lanes* out) noexcept;

    Lanes delayPassed { 0.0f }, fade { 0.0f }, smoothed { 0.0f }, offset { 0.0f }, lastPhase { 0.0f };
    Lanes triggerDelay { 0.0f }, last { 0.0f }, place { 0.0f };
    LaneCounts triggerFrame {};
    LaneMask isHeld = noLane();
};

} // namespace athanor::synth
