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

    /** Where what swings is after so many seconds. */
    virtual void startAt (double) noexcept {}

    /** For how many frames it may say nothing and still come back. */
    virtual int longestPause() const noexcept { return 0; }
};

/** The phase of what swings, in turns. */
class Swing
{
public:
    void advance (const EffectTurn& turn, Stereo hertz) noexcept
    {
        phase = dsp::fraction (phase + hertz * turn.perSecond (static_cast<float> (turn.frames)));

        if (isAhead)
            phase = Stereo (Stereo::Floats { jumpOf (hertz[0]), jumpOf (hertz[1]) });

        isAhead = false;
    }

    /** At the next turn it is where it would be after so many seconds. */
    void startAt (double s) noexcept
    {
        seconds = s;
        isAhead = true;
    }

    Stereo turns() const noexcept { return phase; }

private:
    float jumpOf (float hertz) const noexcept
    {
        const auto cycles = static_cast<double> (hertz) * seconds;
        return static_cast<float> (cycles - static_cast<double> (static_cast<std::int64_t> (cycles)));
    }

    Stereo phase { 0.0f };
    double seconds = 0;
    bool isAhead = false;
};

} // namespace athanor::synth
