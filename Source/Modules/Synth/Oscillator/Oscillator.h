// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Synth/Chance.h"
#include "Modules/Synth/Oscillator/WaveCache.h"
#include "Modules/Synth/SynthLanes.h"

#include <array>
#include <cstdint>
#include <memory>

namespace athanor::synth
{

/** What an oscillator is told before each quantum: stored numbers with their modulation. Nothing need be clamped: level and
    transposition go beyond their ranges when modulated, and what may not is clamped within.

    `pitch`, `level`, `transpose`, `tune` and `phase` are walked along; of the others the last value counts.
*/
struct OscillatorControls
{
    Ramp pitch; ///< Of the key, in MIDI semitones, with bend, glide and the tuning of the voice.
    Ramp level, pan, transpose, tune, phase;
    Ramp waveFrame;
    Ramp unisonVoices, unisonDetune, detunePower, detuneRange, unisonBlend, stereoSpread;
    Ramp frameSpread, distortionSpread, morphSpread;
    Ramp distortionAmount, distortionPhase, morphAmount;
    Ramp randomPhase;

    int transposeQuantize = 0, stackStyle = 0, distortion = 0, morph = 0; ///< The choices of the controls.
    bool tracksKeys = true, hasSpectralUnison = true;

    // What modulates the phase or the level, where `distortion` says so: raw buffers of the two other oscillators, and of the
    // sample. Null: silence.
    const Buffer* firstModulator = nullptr;
    const Buffer* secondModulator = nullptr;
    const Buffer* sampleModulator = nullptr;
};

/** One of the three oscillators of a patch, for a group of four voices.

    A voice is up to sixteen strands: unison voices come in pairs, one strand to each channel. The strands of a voice are read
    one after the other, eight frames of a strand at a time, since nothing in them depends on the frame before: so lanes are
    full however few voices sound, equal channels are read once, and all strands of a voice read the same wave while it is in
    the nearest cache.

    What it reads is cut below the Nyquist frequency of the device, anew every 7 ms, and cross-faded until the next time; that
    is also how fast frames and morphs move.
*/
class Oscillator
{
public:
    /** The cache is that of the synth, and outlives all its oscillators. */
    Oscillator (WaveCache&, const Chances&);
    ~Oscillator();

    Oscillator (const Oscillator&) = delete;
    Oscillator& operator= (const Oscillator&) = delete;

    /** Before processing, or between two quanta; voices that sound fade over to it. The caller keeps the table for as long as
        it is set here. */
    void setTable (const Wavetable*) noexcept;

    /** Random phases begin with the first again. */
    void restartChance (const Seeds&) noexcept;

    /** Adds nothing: `raw` and `levelled` are overwritten. `raw` is before level and pan: what other oscillators take as
        their modulator. */
    void process (const Turn&, const OscillatorControls&, Buffer& raw, Buffer& levelled) noexcept;

private:
    class Work;
    std::unique_ptr<Work> work;
};

} // namespace athanor::synth
