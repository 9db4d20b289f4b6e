// SPDX-License-Identifier: GPL-3.0-or-later
// How much a patch may hold. Readers cut what is more, faultsOf() complains about it.
#pragma once

#include <cstddef>

namespace athanor::patch
{

constexpr int frameSize = 2'048;  ///< Samples of a wave.
constexpr int lastPosition = 256; ///< Of a wavetable.
constexpr std::size_t maxGroups = 16, maxComponents = 16, maxKeyframes = 257;
constexpr std::size_t maxTableKeyframes = 4'096; ///< Of all components of a wavetable together.
constexpr std::size_t maxSamples = 44'100 * 120; ///< Of a recording.
constexpr int maxSampleRate = 384'000;
constexpr float loudestWave = 1'000.0f; ///< A wave's samples are within plus and minus this.
constexpr double steepest = 20;         ///< Power of a line.

} // namespace athanor::patch
