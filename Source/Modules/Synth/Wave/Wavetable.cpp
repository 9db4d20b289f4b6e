// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Wave/Wavetable.h"

#include "Core/Prefault.h"

#include <algorithm>
#include <atomic>

namespace athanor::synth
{

Wavetable::Wavetable (int frameCount)
    : count (std::clamp (frameCount, 1, maxFrames)), numbers (std::make_unique_for_overwrite<float[]> (static_cast<std::size_t> (count) * 3 * stride))
{
    static std::atomic<std::uint64_t> made { 0 };
    number = ++made;
    prefault (numbers.get(), static_cast<std::size_t> (count) * 3 * stride * sizeof (float));
}

} // namespace athanor::synth
