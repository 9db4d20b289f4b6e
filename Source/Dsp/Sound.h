// SPDX-License-Identifier: GPL-3.0-or-later
// A recording in memory, as samplers, granulators and audio clips read it.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace athanor::dsp
{

/** A recording: immutable once made, shared by everybody who plays it. */
struct Sound
{
    double sampleRate = 48'000;
    int channels = 1;           ///< 1 or 2.
    std::vector<float> samples; ///< Interleaved, `frames() * channels` values, nominally -1 to 1.

    std::size_t frames() const noexcept { return channels > 0 ? samples.size() / static_cast<std::size_t> (channels) : 0; }
};

using SharedSound = std::shared_ptr<const Sound>;

} // namespace athanor::dsp
