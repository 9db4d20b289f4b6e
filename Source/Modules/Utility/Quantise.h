// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** Moves a pitch to the nearest note of a scale. */
template <typename S>
class Quantise final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.quantise", "Quantise", "Utility", "Moves a pitch to the nearest note of a scale." };

    Quantise() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The pitch in semitones.", Normal::pitch };
    Knob scale { *this, "scale", choice (names, 1), "Which notes there are." };
    Knob root { *this, "root", choice (notes), "The note that the scale is built on." };
    Knob transpose { *this, "transpose", whole (-48, 48, 0), "How many semitones higher the result is." };
    Output out { *this, "out", "The pitch of the nearest note, in semitones." };
    Output changed { *this, "changed", "1 on the one frame at which another note is reached." };

    void reset() noexcept override
    {
        last = S (none);
    }

    void startLane (int lane) noexcept override { last.set (lane, none); }

    void process (const Block<S>& block) noexcept override
    {
        const auto& steps = nearest[static_cast<std::size_t> (block.choice (scale))];
        const auto base = static_cast<float> (block.choice (root));
        const auto up = static_cast<float> (block.choice (transpose));
        const auto& pitch = block[in];

        for (int frame = 0; frame < quantum; ++frame)
        {
            if (frame > 0 && pitch.steady)
            {
                block[out][frame] = block[out][0];
                block[changed][frame] = S (0.0f);
                continue;
            }

            const auto note = quantised (clamp (pitch[frame], S (-1e6f), S (1e6f)) - base, steps) + (base + up);
            block[changed][frame] = select ((abs (note - last) > 0.0f) & (last > 0.5f * none), S (1.0f), S (0.0f));
            block[out][frame] = note;
            last = note;
        }

        block[out].steady = pitch.steady;
    }

private:
    static constexpr float none = -1e9f;

    static constexpr std::array<std::string_view, 11> names { "chromatic", "major", "minor", "harmonic minor", "dorian", "mixolydian", "phrygian",
                                                              "major pentatonic", "minor pentatonic", "blues", "whole tone" };
    static constexpr std::array<std::string_view, 12> notes { "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B" };

    /** The notes of each scale, one bit for each semitone above the root. */
    static constexpr std::array<unsigned, 11> scales { 0b111111111111, 0b101010110101, 0b010110101101, 0b100110101101, 0b011010101101, 0b011010110101, 0b010110101011,
                                                       0b001010010101, 0b010010101001, 0b010011101001, 0b010101010101 };

    /** For each quarter tone above the root, the semitone that is nearest in the scale. */
    using Steps = std::array<float, 24>;

    static constexpr std::array<Steps, scales.size()> nearest = [] {
        std::array<Steps, scales.size()> made {};

        for (std::size_t s = 0; s < scales.size(); ++s)
            for (int quarter = 0; quarter < 24; ++quarter)
            {
                // Distances in quarters of a semitone, from the middle of this quarter tone, so that none is a tie.
                int best = 1'000;

                for (int semitone = -12; semitone < 25; ++semitone)
                {
                    const bool isThere = (scales[s] >> ((semitone + 12) % 12) & 1u) != 0;
                    const int away = semitone * 4 - (quarter * 2 + 1);
                    const int distance = away < 0 ? -away : away;

                    if (isThere && distance < best)
                    {
                        best = distance;
                        made[s][static_cast<std::size_t> (quarter)] = static_cast<float> (semitone);
                    }
                }
            }

        return made;
    }();

    static S quantised (S aboveRoot, const Steps& steps) noexcept
    {
        const auto octave = dsp::floor (aboveRoot * (1.0f / 12));
        const auto quarters = dsp::toIntegers (clamp ((aboveRoot - 12.0f * octave) * 2.0f, S (0.0f), S (23.0f)));
        S step;

        for (int lane = 0; lane < S::size; ++lane)
            step.set (lane, steps[static_cast<std::size_t> (quarters[lane])]);

        return 12.0f * octave + step;
    }

    S last { none };
};

} // namespace athanor
