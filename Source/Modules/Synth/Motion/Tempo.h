// SPDX-License-Identifier: GPL-3.0-or-later
// How often a modulator goes round: in Hertz, in beats, or as a note.
#pragma once

#include "Modules/Synth/Motion/Bend.h"

namespace athanor::synth
{

/** Where the song is. */
struct Transport
{
    double seconds = 0; ///< Of the first frame of the quantum.
    float beatsPerSecond = 2;
    bool isMoving = true;
};

/** Controls of a rate, as stored. */
struct RateControls
{
    Ramp frequency, tempo, keytrackTranspose, keytrackTune;
    int sync = 1; ///< Seconds, tempo, dotted, triplets, key.
};

/** In Hertz, for each lane. */
inline Lanes rateOf (const RateControls& controls, float beatsPerSecond, Lanes pitch) noexcept
{
    constexpr int seconds = 0, dotted = 2, triplets = 3, key = 4;

    if (controls.sync == seconds)
        return dsp::exp2 (dsp::clamp (controls.frequency.to, Lanes (-7.0f), Lanes (9.0f)));

    if (controls.sync == key)
        return 8.1757989156f * dsp::exp2 ((controls.keytrackTranspose.to + controls.keytrackTune.to + pitch) * (1.0f / 12));

    // From 32 whole bars up to a 64th; 0 stands still. Modulated choices move on at 0.2 already.
    const auto choice = dsp::floor (dsp::clamp (controls.tempo.to, Lanes (0.0f), Lanes (12.0f)) + 0.8f);
    const auto rate = select (choice > Lanes (0.5f), dsp::exp2 (choice - 8.0f), Lanes (0.0f)) * beatsPerSecond;
    return controls.sync == dotted ? rate * (2.0f / 3) : controls.sync == triplets ? rate * 1.5f
                                                                                   : rate;
}

/** How far into its cycle something is that began with the song. */
inline Lanes cycleAt (double seconds, Lanes hertz) noexcept
{
    for (int lane = 0; lane < Lanes::size; ++lane)
    {
        const auto cycles = static_cast<double> (hertz[lane]) * seconds;
        hertz.set (lane, static_cast<float> (cycles - static_cast<double> (static_cast<std::int64_t> (cycles))));
    }

    return hertz;
}

} // namespace athanor::synth
