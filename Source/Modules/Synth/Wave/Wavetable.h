// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Patch/PatchSpec.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace athanor::synth
{

/** Up to 257 frames of one period each, as the harmonics that they are made of; never changes once made.

    A harmonic is a length and a direction of length one, so that a morph can bend the one without the other. Where a harmonic
    is too faint for its direction to mean anything, the direction is that of the nearest frames in which it is not.
*/
class Wavetable
{
public:
    static constexpr int size = 2'048;        ///< Samples of a period.
    static constexpr int bins = size / 2 + 1; ///< Harmonics, with the mean as number zero.
    static constexpr int stride = bins + 7;   ///< Floats for each kind of number of a frame.
    static constexpr int maxFrames = 257;

    /** Who makes it writes every float of every frame. */
    explicit Wavetable (int frameCount);

    int frames() const noexcept { return count; }

    /** Other for every table ever made, so that waves can be told apart long after a table is gone. */
    std::uint64_t serial() const noexcept { return number; }

    // For any frame from 0 up; those beyond the last are as the last. `stride` floats each.
    const float* lengths (int frame) const noexcept { return numbers.get() + place (frame); }

    const float* cosines (int frame) const noexcept { return lengths (frame) + stride; }

    const float* sines (int frame) const noexcept { return lengths (frame) + 2 * stride; }

    float* lengths (int frame) noexcept { return numbers.get() + place (frame); }

    float* cosines (int frame) noexcept { return lengths (frame) + stride; }

    float* sines (int frame) noexcept { return lengths (frame) + 2 * stride; }

    float frequencyRatio = 1;  ///< Of a recording: how much slower than its periods the table turns.
    float sampleRate = 44'100; ///< Of the recording.

private:
    std::size_t place (int frame) const noexcept
    {
        return static_cast<std::size_t> (frame < count ? frame : count - 1) * 3 * stride;
    }

    int count;
    std::uint64_t number;
    std::unique_ptr<float[]> numbers; ///< Of each frame lengths, cosines, sines.
};

/** Cooks the recipe; allocates, and takes a millisecond or a few. Always gives at least one frame; what the recipe lacks is
    silence. */
std::shared_ptr<const Wavetable> makeWavetable (const WavetableSpec&);

} // namespace athanor::synth
