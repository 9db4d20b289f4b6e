// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/LoudnessMeter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace athanor
{

void LoudnessMeter::prepare (double sampleRate) noexcept
{
    loudness.prepare (sampleRate);
    framesInStep = static_cast<int> (sampleRate / 10);
    memory = static_cast<int> (4 * sampleRate); // short-term loudness looks back three seconds
    silentFrames = memory;
    restart();
}

void LoudnessMeter::restart() noexcept
{
    loudness.reset();
    peak.reset();
    framesToStep = framesInStep;
    silentFrames = 0;
    truePeak.store (0, std::memory_order_relaxed);
    publish();
}

void LoudnessMeter::measure (std::span<const float, quantum> left, std::span<const float, quantum> right) noexcept
{
    std::array<dsp::Stereo, quantum> frames;
    float highest = 0;

    for (std::size_t i = 0; i < quantum; ++i)
    {
        frames[i] = dsp::Stereo::Floats { left[i], right[i] };
        highest = std::max ({ highest, std::abs (left[i]), std::abs (right[i]) });
    }

    silentFrames = highest > 0 ? 0 : silentFrames + quantum;

    if (silentFrames > memory)
    {
        silentFrames = memory + 1;
        return;
    }

    loudness.process (frames);
    peak.process (frames);
    framesToStep -= quantum;

    if (framesToStep > 0)
        return;

    framesToStep += framesInStep;
    publish();
}

void LoudnessMeter::publish() noexcept
{
    constexpr auto relaxed = std::memory_order_relaxed;
    const auto taken = peak.take();
    momentary.store (loudness.momentary(), relaxed);
    shortTerm.store (loudness.shortTerm(), relaxed);
    integrated.store (loudness.integrated(), relaxed);
    truePeak.store (std::max ({ truePeak.load (relaxed), taken[0], taken[1] }), relaxed);
}

} // namespace athanor
