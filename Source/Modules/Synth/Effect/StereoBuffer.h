// SPDX-License-Identifier: GPL-3.0-or-later
// The sound of all voices together, in two channels, oversampled.
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Synth/SynthLanes.h"

namespace athanor::synth
{

using dsp::Stereo;

/** One quantum of stereo sound, oversampled: `frames` of it are in use. */
struct StereoBuffer
{
    alignas (64) std::array<Stereo, maxFrames> samples;

    Stereo& operator[] (int i) noexcept { return samples[static_cast<std::size_t> (i)]; }

    const Stereo& operator[] (int i) const noexcept { return samples[static_cast<std::size_t> (i)]; }

    void clear (int frames) noexcept
    {
        for (int i = 0; i < frames; ++i)
            samples[static_cast<std::size_t> (i)] = Stereo (0.0f);
    }

    /** Adds four voices. */
    void add (const Buffer& voices, int frames) noexcept
    {
        for (int i = 0; i < frames; ++i)
        {
            const auto& v = voices[i].value;
            const auto pairs = __builtin_shufflevector (v, v, 0, 1, 2, 3) + __builtin_shufflevector (v, v, 4, 5, 6, 7);
            samples[static_cast<std::size_t> (i)] += Stereo (__builtin_shufflevector (pairs, pairs, 0, 1) + __builtin_shufflevector (pairs, pairs, 2, 3));
        }
    }
};

/** Right, left. */
inline Stereo swapped (Stereo x) noexcept
{
    return __builtin_shufflevector (x.value, x.value, 1, 0);
}

} // namespace athanor::synth
