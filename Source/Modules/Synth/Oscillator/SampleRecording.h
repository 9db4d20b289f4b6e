// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Patch/PatchSpec.h"

#include <array>
#include <memory>
#include <vector>

namespace athanor::synth
{

/** The recording of a patch, as the sample source plays it: twice as dense as it came, and in octaves below, each with the
    upper half of its spectrum taken out, so that it may be played as much faster. Never changes once made. */
class SampleRecording
{
public:
    static constexpr int maxFrames = 1'764'000; ///< What is beyond is not played.

    /** Allocates; takes a millisecond for a second of sound. */
    explicit SampleRecording (const PatchSample&);

    int length() const noexcept { return frames; } ///< Of the densest octave.

    int sampleRate() const noexcept { return rate; }

    int octaves() const noexcept { return static_cast<int> (once[0].size()); }

    /** Each octave has half the samples of the one before. Sample i stands at i + 4; beyond the ends are four more: silence, or
        for `loops` what comes round. */
    const float* octave (int which, int channel, bool loops) const noexcept
    {
        const auto& channels = loops ? looped : once;
        return channels[isStereo ? static_cast<std::size_t> (channel) : 0][static_cast<std::size_t> (which)].data();
    }

private:
    using Octaves = std::vector<std::vector<float>>;

    void addChannel (std::size_t channel, const std::vector<std::int16_t>&);

    int frames = 0, rate = 44'100;
    bool isStereo = false;
    std::array<Octaves, 2> once, looped;
};

std::shared_ptr<const SampleRecording> makeSampleRecording (const PatchSample&);

} // namespace athanor::synth
