// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Delay/DelayLine.h"
#include "Dsp/Shape/SoftLimit.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** Moves the pitch and keeps the tempo, as a tape with two turning heads does.

    Francis Lee, "Time compression and expansion of speech by the sampling method", 1972: two heads run along the tape at another
    speed than it does, each faded out before it jumps back.
*/
template <typename S>
class PitchShifter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.pitch", "Pitch shifter", "Effects", "Moves the sound up or down by semitones without changing its tempo." };

    PitchShifter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to move." };
    Knob shift { *this, "shift", semitones (-24, 24, 12), "How many semitones it moves." };
    Knob grain { *this, "grain", seconds (0.015f, longest, 0.07f), "How long its pieces are: short ones keep drums tight, long ones keep tones pure." };
    Knob feedback { *this, "feedback", amount (0), "How much is moved again, into a shimmer that climbs." };
    Knob mix { *this, "mix", amount (1), "How much is moved; in between, both play together." };
    Output out { *this, "out", "The sound at its new pitch." };
    Tail tail { *this, 0.8 };

    void prepare (double rate) override
    {
        sampleRate = static_cast<float> (rate);
        line.prepare (static_cast<int> (longest * rate) + 8);
        reset();
    }

    void reset() noexcept override
    {
        line.reset();
        place = returned = S (0.0f);
    }

    void startLane (int lane) noexcept override
    {
        line.clearLane (lane);
        place.set (lane, 0.0f);
        returned.set (lane, 0.0f);
    }

    void process (const Block<S>& block) noexcept override
    {
        const Through speed (block[shift], [] (S x) { return dsp::exp2 (x * (1.0f / 12)); });
        const Through dry (block[mix], [] (S x) { return dsp::cosine (0.25f * x); });
        const Through wet (block[mix], [] (S x) { return dsp::sine (0.25f * x); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            const auto length = block[grain][frame] * sampleRate;
            line.push (dsp::softLimit (x + 0.9f * block[feedback][frame] * returned));

            place = dsp::fraction (place + (1.0f - speed[frame]) / length);
            returned = head (place, length) + head (dsp::fraction (place + 0.5f), length);
            block[out][frame] = x * dry[frame] + returned * wet[frame];
        }

        if (block[in].silent)
            settle (block[out]);
    }

private:
    static constexpr float longest = 0.25f;

    /** What a head hears, loudest in the middle of its way; both together are as loud as one. */
    S head (S position, S length) const noexcept
    {
        const auto loudness = 0.5f - 0.5f * dsp::cosine (position);
        return line.read (1.0f + position * length) * loudness;
    }

    float sampleRate = 48'000;
    dsp::DelayLine<S> line;
    S place { 0.0f }, returned { 0.0f }; ///< Place: of the first head between the newest frame (0) and the oldest (1).
};

} // namespace athanor
