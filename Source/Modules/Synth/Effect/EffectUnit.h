// SPDX-License-Identifier: GPL-3.0-or-later
// What each effect is to the chain.
#pragma once

#include "Modules/Synth/Effect/EffectValues.h"
#include "Modules/Synth/Filter/FilterParts.h"

namespace athanor::synth
{

class EffectUnit
{
public:
    virtual ~EffectUnit() = default;

    /** Takes its memory. Not for the audio thread. */
    virtual void prepare ([[maybe_unused]] double sampleRate) {}

    /** Falls silent at once. */
    virtual void reset() noexcept = 0;

    /** In place. */
    virtual void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept = 0;

    /** Time passes unheard. */
    virtual void skip (const EffectTurn&, const EffectValues&) noexcept {}

    /** For how many frames it may say nothing and still come back. */
    virtual int longestPause() const noexcept { return 0; }
};

/** The phase of what swings, in turns, as it is at the end of a turn. It follows the transport where that plays, and else runs by itself. */
class Swing
{
public:
    void advance (const EffectTurn& turn, Stereo hertz) noexcept
    {
        step = hertz * turn.perSecond (static_cast<float> (turn.frames));

        if (turn.isPlaying)
            phase = Stereo (Stereo::Floats { cyclesAt (turn.seconds, hertz[0]), cyclesAt (turn.seconds, hertz[1]) });

        phase = dsp::fraction (phase + step);
    }

    Stereo turns() const noexcept { return phase; }

    /** As the turn began. */
    Stereo turnsBefore() const noexcept { return phase - step; }

private:
    static float cyclesAt (double seconds, float hertz) noexcept
    {
        const auto cycles = static_cast<double> (hertz) * seconds;
        return static_cast<float> (cycles - static_cast<double> (static_cast<std::int64_t> (cycles)));
    }

    Stereo phase { 0.0f }, step { 0.0f };
};

} // namespace athanor::synth
