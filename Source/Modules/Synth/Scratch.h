// SPDX-License-Identifier: GPL-3.0-or-later
// Buffers that hold for one group and one quantum only, so that all groups share them.
#pragma once

#include "Modules/Synth/Motion/Plan.h"

namespace athanor::synth
{

struct Scratch
{
    std::array<Buffer, 18> sources;                            ///< Modulators at audio rate: envelopes, LFOs, randoms.
    std::array<Buffer, MotionPlan::maxAudioBuffers> modulated; ///< Controls that move at audio rate.
    std::array<Buffer, patch::oscillators> raw;
    Buffer rawSample;
    Buffer levelled;
    Buffer intoFirst, intoSecond, intoEffects, direct, filtered;
};

} // namespace athanor::synth
