// SPDX-License-Identifier: GPL-3.0-or-later
// Stands where the sample of a patch will play.
#pragma once

#include "Modules/Synth/SynthLanes.h"
#include "Patch/PatchSpec.h"

namespace athanor::synth
{

class SampleRecording
{};

inline std::shared_ptr<const SampleRecording> makeSampleRecording (const PatchSample&) { return std::make_shared<const SampleRecording>(); }

struct SampleControls
{
    Ramp pitch, level, pan, transpose, tune;
    int transposeQuantize = 0;
    bool tracksKeys = false, loops = true, bounces = false, hasRandomPhase = false;
};

class SampleSource
{
public:
    void setRecording (const SampleRecording*) noexcept {}

    void process (const Turn& turn, const SampleControls&, Buffer& raw, Buffer& levelled) noexcept
    {
        raw.clear (turn.frames);
        levelled.clear (turn.frames);
    }
};

} // namespace athanor::synth
