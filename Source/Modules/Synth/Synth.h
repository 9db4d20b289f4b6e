// SPDX-License-Identifier: GPL-3.0-or-later
// One synth: notes in, stereo sound out, a quantum at a time.
#pragma once

#include "Modules/Synth/Effect/Decimator.h"
#include "Modules/Synth/Effect/EffectChain.h"
#include "Modules/Synth/Effect/OutputStage.h"
#include "Modules/Synth/VoiceGroup.h"

#include <memory>

namespace athanor::synth
{

/** Everything is allocated when it is made; no other function allocates, locks or waits. Used by one thread at a time. Numbers
    too small to hear are expected to be zero on that thread. Frames count within the quantum that is processed next. */
class Synth
{
public:
    static constexpr int channels = VoiceBoard::channels;

    explicit Synth (double sampleRate);
    ~Synth();

    Synth (const Synth&) = delete;

    /** What to play from now on. What sounds is faded out first, within a few milliseconds; notes that come meanwhile wait.
        The caller keeps the patch until isPlaying() says that it is let go. */
    void setPatch (const CompiledPatch*) noexcept;

    bool isPlaying (const CompiledPatch* patch) const noexcept { return patch == playing || patch == coming; }

    void noteOn (int note, float velocity, int frame = 0, int channel = 0) noexcept;
    void noteOff (int note, float lift = 0.5f, int frame = 0, int channel = 0) noexcept;
    void allNotesOff (int frame = 0) noexcept;

    void setPedal (bool isDown, int frame = 0, int channel = 0) noexcept;
    void setSostenuto (bool isDown, int frame = 0, int channel = 0) noexcept;

    /** -1 to 1. In MPE, of all keys if it comes in the first channel, else of that channel's keys, by up to four octaves. */
    void setPitchWheel (float amount, int channel = 0) noexcept;
    void setModWheel (float amount, int channel = 0) noexcept;
    void setAftertouch (int note, float amount, int channel = 0) noexcept;
    void setChannelAftertouch (float amount, int channel = 0) noexcept;
    void setSlide (float amount, int channel = 0) noexcept;

    /** Turns a knob: numbers get there within milliseconds, choices at once. Not for what the patch was compiled for: whether
        oscillators and sample are on, and how slots are wired and switched. */
    void setControl (Control, float stored) noexcept;

    /** 0 to 7. */
    void setMacro (int macro, float value) noexcept;

    /** What MIDI notes sound like, in semitones. */
    void setTuning (const std::array<float, 128>& pitches) noexcept { tuning = pitches; }

    void setTransport (const Transport& t) noexcept { transport = t; }

    /** Silent at once, as if just made; the patch stays. */
    void reset() noexcept;

    /** The next quantum. */
    void process (std::array<Stereo, quantum>& out) noexcept;

    int activeVoices() const noexcept { return board.active().size(); }

    const ControlValues& values() const noexcept { return now; }

private:
    struct Waiting
    {
        int note, frame, channel;
        float velocity;
    };

    void adopt (const CompiledPatch&) noexcept;
    void followPatch (std::array<Stereo, quantum>& out) noexcept;
    void render (std::array<Stereo, quantum>& out) noexcept;
    void readRules() noexcept;
    void glideControls() noexcept;
    int oversampling() const noexcept;
    void runVoices (Turn&) noexcept;
    NoteTurn takeEvents (int group, Turn&) noexcept;
    Fingers fingersOf (int group) const noexcept;
    void freeVoices (int group) noexcept;
    void readShared (int group, int voice, int frames) noexcept;
    void readIdle() noexcept;
    void readMacros() noexcept;
    Stereo sharedNow (Control) const noexcept;
    void runEffects (const Turn&) noexcept;

    double sampleRate;
    const CompiledPatch* playing = nullptr;
    const CompiledPatch* coming = nullptr;
    int fadeLeft = 0; ///< Quanta until the coming patch plays.
    Row<Waiting, 32> waiting;

    VoiceBoard board;
    ControlValues now, target;
    Row<std::int16_t, 64> turning; ///< Controls on their way.
    std::array<float, PatchSpec::macroCount> macroTargets {}, macros {};
    std::array<float, 128> tuning {};
    Transport transport;

    WaveCache waves;
    std::unique_ptr<Scratch> scratch;
    std::array<std::unique_ptr<VoiceGroup>, VoiceBoard::groupCount> groups;
    std::array<Stereo, patch::slots> sharedMoved; ///< What modulation adds to each shared control …
    std::array<Stereo, patch::slots> sharedFast;  ///< … and what it adds at audio rate; it stays when all voices are silent.
    float newestPitch = 60;
    Buffer effectsSum, directSum;
    StereoBuffer sound, direct;
    std::array<EffectChain, 4> chains; ///< For each oversampling one: memory is only taken by those that are played.
    EffectValues effectValues;
    int chainInUse = -1;
    Decimator decimator;
    OutputStage output;
};

} // namespace athanor::synth
