// SPDX-License-Identifier: GPL-3.0-or-later
// The tempo of a reading: musical time to seconds, integrated over its steps.
#pragma once

#include "Engine/Score.h"

namespace athanor
{

class Timeline
{
public:
    static constexpr double slowest = 20, fastest = 999;

    /** `inWholeFrames`: a tracker's tick (a 24th of a beat) lasts a whole number of frames at 44.1 kHz, cut off and never made
        up for. The trackers' own mixers and the players that follow them do so, and in a song of minutes it is heard: at 129
        beats a minute it is a tick in twenty seconds. */
    explicit Timeline (double beatsPerMinute = 120, bool inWholeFrames = false);

    /** From `at` on; before the last step, it takes the place of what stood there. */
    void set (Ticks at, double beatsPerMinute);

    double tempoAt (Ticks) const;

    /** Forgets everything before `at`, and counts from there. */
    void startAt (Ticks at);

    /** Fills in the times. Call once, when all steps are set. */
    void integrate();

    /** Seconds. Fast when asked for rising times. Valid after integrate(). */
    double secondsAt (Ticks) const;

    const std::vector<Score::TempoStep>& steps() const noexcept { return tempo; }

private:
    double played (double beatsPerMinute) const;

    bool isInWholeFrames = false;
    std::vector<Score::TempoStep> tempo; ///< At least one.
    mutable std::size_t last = 0;
};

/** Seconds that `length` lasts at a tempo. */
constexpr double secondsOf (Ticks length, double beatsPerMinute)
{
    return static_cast<double> (length.value) * 60 / (beatsPerMinute * static_cast<double> (ticksPerBeat));
}

} // namespace athanor
