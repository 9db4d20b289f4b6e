// SPDX-License-Identifier: GPL-3.0-or-later
// How loud a recording is, by EBU R 128.
#pragma once

#include "Dsp/Sound.h"

#include <memory>
#include <span>

namespace athanor
{

/** Silence is -100 everywhere. */
struct Loudness
{
    double integrated = -100; ///< LUFS.
    double range = 0;         ///< LU.
    double truePeak = -100;   ///< dBTP.
    double samplePeak = -100; ///< dBFS.
};

/** Listens block by block. For whole recordings; the meters of the engine are in Dsp. */
class LoudnessListener
{
public:
    LoudnessListener (double sampleRate, int channels);
    ~LoudnessListener();

    /** Whole frames, interleaved. */
    void listen (std::span<const float> samples);

    Loudness heard() const;

private:
    struct State;
    std::unique_ptr<State> state;
};

Loudness loudnessOf (const dsp::Sound&);

} // namespace athanor
