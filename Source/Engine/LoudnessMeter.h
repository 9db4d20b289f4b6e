// SPDX-License-Identifier: GPL-3.0-or-later
// How loud the song is to an ear: measured where it leaves the engine, read by whoever draws it.
#pragma once

#include "Dsp/Meter/Loudness.h"
#include "Dsp/Meter/TruePeak.h"
#include "Modules/Signal.h"

#include <atomic>
#include <span>

namespace athanor
{

/** Loudness and true peak of what is heard. Integrated loudness and the highest peak are those since playing began. */
class LoudnessMeter
{
public:
    std::atomic<float> momentary { dsp::Loudness::silence }, shortTerm { dsp::Loudness::silence }, integrated { dsp::Loudness::silence }; ///< LUFS.
    std::atomic<float> truePeak { 0 };                                                                                                    ///< As a gain.

    void prepare (double sampleRate) noexcept;

    /** Begins anew with what lasts: playing has begun. */
    void restart() noexcept;

    /** One quantum. Once it has been silent for longer than the meter remembers, silence costs nothing. */
    void measure (std::span<const float, quantum> left, std::span<const float, quantum> right) noexcept;

private:
    void publish() noexcept;

    dsp::Loudness loudness;
    dsp::TruePeak peak;
    int framesInStep = 4'800, framesToStep = 4'800;
    int silentFrames = 0, memory = 0;
};

} // namespace athanor
