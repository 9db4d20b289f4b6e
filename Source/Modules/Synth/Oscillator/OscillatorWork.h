// SPDX-License-Identifier: GPL-3.0-or-later
// What an oscillator remembers of its voices, and the quantum in hand.
#pragma once

#include "Modules/Synth/Oscillator/Morph.h"
#include "Modules/Synth/Oscillator/Oscillator.h"
#include "Modules/Synth/Oscillator/Strand.h"

namespace athanor::synth
{

/** What stands before the first of two frames and after the last: what is computed once a quantum walks between them. */
struct Pace
{
    float last = 0, now = 0;

    void move (float next) noexcept
    {
        last = now;
        now = next;
    }

    Walk over (int frames, int start) const noexcept
    {
        const auto step = (now - last) / static_cast<float> (frames);
        return { last + step * static_cast<float> (start), step };
    }
};

constexpr int maxUnison = 16, maxPairs = maxUnison / 2;

struct OscillatorStrand
{
    std::uint32_t phase = 0;
    float place = 1;                       ///< In the unison: what the pitch of the voice is multiplied with …
    Pace ratio { 1, 1 };                   ///< … and with what morphs it is, too.
    int octaveAhead = 0, octaveBehind = 0; ///< Of Shepard tones: of the next waves, and of those that fade away.
    Pace distortion, morph;
    WaveCache::Place from = WaveCache::silence, to = WaveCache::silence; ///< Both held.
};

struct OscillatorVoice
{
    std::array<std::array<OscillatorStrand, 2>, maxPairs> strands; ///< Of each pair, left and right.
    int unison = 1, pairs = 1;
    int fadeFrame = 0; ///< Of the cross-fade between the waves of the strands.
    std::array<Pace, 2> turn, centre, detuned;
    std::array<float, 2> distortion {}, morph {}; ///< The controls of the first pair.
    bool isSounding = false, haveRatiosMoved = false;

    // What the places were made of, so that they are made anew only when something moved.
    struct Stack
    {
        std::array<float, 2> cents {}, power {};
        int unison = 0, style = 0;
        bool operator== (const Stack&) const = default;
    };

    Stack stack;
};

/** One quantum of one oscillator, while it is computed. */
struct OscillatorQuantum
{
    using Row = std::array<float, maxFrames + 8>;

    const Turn& turn;
    const OscillatorControls& controls;

    alignas (64) std::array<Row, 8> lanes;   ///< What comes out, by lane.
    alignas (64) std::array<Row, 2> detuned; ///< All pairs but the first, of the voice in hand.
    alignas (64) std::array<Row, 2> steps;   ///< Of the phase, before the strands' ratios, where it moves.
    alignas (64) std::array<std::array<std::int32_t, maxFrames + 8>, 2> shifts;
    alignas (64) std::array<Row, 2> modulator;

    // Of the voice in hand.
    std::array<float, 2> lastStep {}; ///< Of the phase at the end, in parts of 2^32.
    std::array<std::int32_t, 2> steadyShift {};
    bool moves = false;  ///< Whether `steps` and `shifts` are in use.
    bool isAlike = true; ///< Whether both channels have the same pitch and phase control.
    bool hasStarted = false;

    OscillatorQuantum (const Turn& t, const OscillatorControls& c) noexcept : turn (t), controls (c) {}
};

/** All that happens behind an oscillator's door. */
class Oscillator::Work
{
public:
    using Strand = OscillatorStrand;
    using Voice = OscillatorVoice;
    using Quantum = OscillatorQuantum;

    Work (WaveCache& waves, const Chances& c) : chances (c), cache (waves) {}

    ~Work();

    void process (Quantum&, Buffer& raw, Buffer& levelled) noexcept;

    const Wavetable* table = nullptr;
    Chances chances; ///< Of the phases.

private:
    void processVoice (Quantum&, int v) noexcept;
    void start (const Quantum&, Voice&, int v) noexcept;

    // What is found out once a quantum.
    void setUnison (const Quantum&, Voice&, int v) noexcept;
    void setPairs (Voice&, int pairs) noexcept;
    static void setPlaces (const Quantum&, Voice&, int v) noexcept;
    static void setRatios (const Quantum&, Voice&) noexcept;
    static void turnOctaves (Voice&) noexcept;
    static void setShares (const Quantum&, Voice&, int v) noexcept;
    static void setShapes (const Quantum&, Voice&, int v) noexcept;
    static void setPitch (Quantum&, const Voice&, int v) noexcept;
    static void walkPitch (Quantum&, int v) noexcept;
    static void extractModulator (Quantum&, int v) noexcept;

    void orderWaves (const Quantum&, Voice&, int v) noexcept;
    void orderPair (const Quantum&, const Voice&, int v, int pair, std::array<Strand, 2>&) noexcept;
    static bool hasOwnWaves (const Quantum&, const Voice&, int v) noexcept;
    void readStrands (Quantum&, Voice&, int v, int frame, int count) noexcept;
    void readStrand (const Quantum&, const Voice&, Strand&, int channel, int frame, int count, float* out) noexcept;
    static bool areTwins (const Quantum&, const Voice&) noexcept;
    static void joinPairs (Quantum&, const Voice&, int v, int firstFrame) noexcept;
    void finish (const Quantum&, Buffer& raw, Buffer& levelled) noexcept;

    WaveCache& cache;
    std::array<Voice, groupVoices> voices;
    dsp::Voices pan { 0.0f }, ownSide { 1.0f }, otherSide { 0.0f }; ///< As they were at the end of the last quantum.
};

// The choices, within their bounds.
Distortion distortionOf (const OscillatorControls&) noexcept;
Morph morphOf (const OscillatorControls&) noexcept;

/** Within the bounds; what is not a number is the lower one. */
inline float bounded (float x, float low, float high) noexcept
{
    return x > low ? (x < high ? x : high) : low;
}

} // namespace athanor::synth
