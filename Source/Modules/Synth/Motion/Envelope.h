// SPDX-License-Identifier: GPL-3.0-or-later
// The six stages of an envelope, for four voices.
#pragma once

#include "Modules/Synth/Motion/NoteTurn.h"

#include <algorithm>

namespace athanor::synth
{

/** Controls of one envelope, as stored. */
struct EnvelopeControls
{
    Ramp delay, attack, hold, decay, sustain, release;
    float attackPower = 0, decayPower = 0, releasePower = 0;
};

/** Delay, attack, hold, decay to the sustained level, release; and a fast end for voices that have to make room.

    It has two ways to run, and they differ in more than cost. At control rate it goes on once in a quantum and tells the
    value at the end of it; what is left of a stage that ends within is lost. At audio rate an attack ends to the frame, the
    other stages with the quantum, and an attack rises from where the envelope was instead of from zero.
*/
class Envelope
{
public:
    void processAtControlRate (const Turn&, const NoteTurn&, const EnvelopeControls&) noexcept;

    /** Fills `out` for all frames of the turn. */
    void processAtAudioRate (const Turn&, const NoteTurn&, const EnvelopeControls&, Lanes* out) noexcept;

    /** At control rate; else the last frame. */
    Lanes value() const noexcept { return last; }

    /** For the eye: the stage, from 0 for the delay to 4 for the release, and how far into it; below zero while it rests. */
    float place (int lane) const noexcept
    {
        const auto which = static_cast<float> (stage[lane]) - static_cast<float> (Stage::delay);
        return which < 0 || stage[lane] == static_cast<std::int32_t> (Stage::kill) ? -1.0f : which + std::min (position[lane], 0.999f);
    }

    /** Whether all frames of the last turn were alike. */
    bool isConstant() const noexcept { return constant; }

private:
    struct Pace; // What a turn needs of the controls.

    static Pace paceOf (const Turn&, const NoteTurn&, const EnvelopeControls&) noexcept;
    Lanes stepOf (const Pace&) const noexcept;
    Lanes powerOf (const Pace&) const noexcept;
    LaneMask isAt (Stage) const noexcept;
    void endStages (LaneMask, const Pace&) noexcept;
    void walk (const Turn&, const Pace&, Lanes* out) noexcept;
    void walkEventful (const Turn&, const NoteTurn&, const Pace&, int lane, Lanes* out) noexcept;

    LaneCounts stage {};
    Lanes position { 0.0f }, last { 0.0f }, start { 0.0f }, sustained { 0.0f };
    bool constant = false;
};

} // namespace athanor::synth
