// SPDX-License-Identifier: GPL-3.0-or-later
// The end of the synth: its stereo picture and its volume, at the host's rate.
#pragma once

#include "Modules/Synth/Effect/StereoBuffer.h"
#include "Modules/Synth/Filter/FilterParts.h"

namespace athanor::synth
{

class OutputStage
{
public:
    struct Controls
    {
        Stereo volume { 5473.04f };    ///< volume, as it is stored: (dB + 80)².
        Stereo stereoRouting { 1.0f }; ///< stereo_routing: 0 to 1.
        int stereoMode = 0;            ///< stereo_mode: 0 spread, 1 rotate.
    };

    /** In place. Nothing leaves it that is beyond 2.1. */
    void process (const Controls&, std::array<Stereo, quantum>& sound) noexcept;

private:
    Walk<Stereo> straight, crossed, level;
    bool isFirst = true;
};

} // namespace athanor::synth
