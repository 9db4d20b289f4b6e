// SPDX-License-Identifier: GPL-3.0-or-later
// How the synth lays its voices into lanes, and how a control moves within a quantum.
#pragma once

#include "Core/Units.h"
#include "Dsp/Lanes.h"
#include "Modules/Signal.h"

#include <array>
#include <cstdint>
#include <memory>

namespace athanor::synth
{

/** Four voices in eight lanes: lane 2v is the left channel of voice v, lane 2v + 1 the right. */
using Lanes = dsp::Voices;

constexpr int groupVoices = 4;
constexpr int maxVoices = 32; ///< So many keys at most; a few more sound while they are cut short.
constexpr int maxOversampling = 8;
constexpr int maxFrames = quantum * maxOversampling;

/** One quantum of sound, oversampled: `frames` of it are in use. */
struct Buffer
{
    alignas (64) std::array<Lanes, maxFrames> samples;

    Lanes& operator[] (int i) noexcept { return samples[static_cast<std::size_t> (i)]; }

    const Lanes& operator[] (int i) const noexcept { return samples[static_cast<std::size_t> (i)]; }

    void clear (int frames) noexcept
    {
        for (int i = 0; i < frames; ++i)
            samples[static_cast<std::size_t> (i)] = Lanes (0.0f);
    }
};

/** A control over one quantum, for each lane, as a stored number of the preset with all its modulation added, clamped.

    It walks from `from` to `to` in a straight line; or, where a modulator moves at audio rate and the control takes
    that, it is `frames`, one value for each oversampled frame, and from and to are its ends.
*/
struct Ramp
{
    Lanes from { 0.0f }, to { 0.0f };
    const Lanes* frames = nullptr;

    /** Whether nothing moves. */
    bool isSteady() const noexcept
    {
        if (frames != nullptr)
            return false;

        bool isSame = true;

        for (int lane = 0; lane < Lanes::size; ++lane)
            isSame = isSame && from[lane] == to[lane];

        return isSame;
    }
};

/** What every part of the synth is told before each quantum. */
struct Turn
{
    double sampleRate = 88'200; ///< Oversampled.
    int oversampling = 2;
    int frames = quantum * 2;                   ///< Of the buffers in this turn: quantum times oversampling.
    dsp::Mask<8> isActive;                      ///< Lanes in which a voice sounds.
    dsp::Mask<8> hasStarted;                    ///< Lanes in which a new voice began in this quantum.
    std::array<int, groupVoices> startFrame {}; ///< Oversampled; where it began; 0 elsewhere.
};

} // namespace athanor::synth
