// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Synth/Chance.h"
#include "Modules/Synth/Oscillator/SampleRecording.h"
#include "Modules/Synth/SynthLanes.h"

namespace athanor::synth
{

/** What the sample source is told before each quantum, as `OscillatorControls`. Of pitch, pan, transpose and tune the last value
    counts. */
struct SampleControls
{
    Ramp pitch, level, pan, transpose, tune;
    int transposeQuantize = 0;
    bool tracksKeys = false, loops = true, bounces = false, hasRandomPhase = false;
};

/** The recording that plays beside the oscillators, for a group of four voices. */
class SampleSource
{
public:
    explicit SampleSource (const Chances& c) noexcept : chances (c) {}

    /** Random places begin with the first again. */
    void restartChance (const Seeds& seeds) noexcept { chances.restart (seeds); }

    /** Before processing, or between two quanta. The caller keeps it for as long as it is set here. */
    void setRecording (const SampleRecording* next) noexcept { recording = next; }

    /** Overwrites both; `raw` is before level and pan. */
    void process (const Turn&, const SampleControls&, Buffer& raw, Buffer& levelled) noexcept;

private:
    struct Reading;

    dsp::Voices stepsOf (const Turn&, const SampleControls&) noexcept;
    void start (const Turn&, const SampleControls&) noexcept;
    Reading readingOf (const SampleControls&) const noexcept;
    void read (const Turn&, const SampleControls&, const Reading&, dsp::Voices from, Buffer& raw) noexcept;

    const SampleRecording* recording = nullptr;
    dsp::Voices index { 0.0f }, fraction { 0.0f }; ///< Where each lane reads: the whole part and the rest.
    dsp::Voices steps { 0.0f };                    ///< In samples of the densest octave, at the end of the last quantum.
    dsp::Voices snapped { 0.0f };                  ///< The transposition, where it is bent to a scale.
    dsp::Voices pan { 0.0f };
    dsp::Mask<8> isBackwards {};
    bool wasSnapped = false;
    Chances chances;
};

} // namespace athanor::synth
