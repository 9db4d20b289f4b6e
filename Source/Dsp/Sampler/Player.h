// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a recording at any speed and round any loop, with no seam that the recording does not have.
#pragma once

#include "Dsp/Sound.h"

#include <cstdint>

namespace athanor::dsp
{

/** Which part of a recording is played, and where it goes round. */
struct PlayRegion
{
    enum class Loop { off,
                      forward,
                      pingPong,
                      backward ///< After the first way there: from the end of the loop to its start, again and again.
    };

    std::int64_t start = 0, end = 0; ///< Frames; end is one past the last.
    std::int64_t loopStart = 0, loopEnd = 0;
    Loop loop = Loop::off;

    bool operator== (const PlayRegion&) const = default;

    /** The same with everything inside a recording of `frames`; a loop with nothing in it is off. */
    PlayRegion within (std::int64_t frames) const noexcept;
};

/** How values between two frames are made. */
enum class Interpolation { none, ///< The frame itself, as the first trackers did.
                           linear,
                           cubic };

/** One playing of a recording. Its way is a chain of laps, each a stretch of frames forwards or backwards, and interpolation
    reads across the joint of two laps as the ear does: along the way, not along the recording.
*/
class Player
{
public:
    /** Frames of the recording for each frame of ours, in 2^-32: at most maximumStep. */
    using Step = std::int64_t;

    static constexpr Step one = std::int64_t (1) << 32;
    static constexpr Step maximumStep = 256 * one;

    static Step toStep (double speed) noexcept;

    /** @param region  From within().
        @param at      Frame of the recording that is heard first.
    */
    void start (const PlayRegion& region, double at, bool isBackward) noexcept;

    void stop() noexcept { isOn = false; }

    /** Goes on from where it is, in the direction in which it is, under new bounds. */
    void change (const PlayRegion& region) noexcept;

    bool isPlaying() const noexcept { return isOn; }

    const PlayRegion& region() const noexcept { return bounds; }

    /** Frame of the recording that is heard next. */
    double position() const noexcept;

    /** Where the frames go: every `stride`-th float. */
    struct Target
    {
        float* left;
        float* right;
        int stride;
    };

    /** Writes `count` frames, with silence after the end. A recording in one channel goes to both sides.

        @param steps   One for each frame; or the same for all, where `stepStride` is 0.
    */
    void render (const Sound&, Interpolation, const Step* steps, int stepStride, int count, Target) noexcept;

private:
    struct Lap
    {
        std::int64_t first = 0, length = 0;
        int direction = 1;

        std::int64_t frameAt (std::int64_t place) const noexcept { return first + direction * place; }
    };

    template <int channels, Interpolation>
    void renderAs (const Sound&, const Step* steps, int stepStride, int count, Target) noexcept;

    void readAcross (std::int64_t (&frames)[4]) const noexcept;
    Lap after (const Lap&) const noexcept;
    void goOn() noexcept;

    PlayRegion bounds;
    Lap lap;
    std::int64_t place = 0;     ///< In the lap, in 2^-32 frames.
    std::int64_t previous = -1; ///< The frame before the lap; -1 for silence.
    bool isOn = false;
};

} // namespace athanor::dsp
