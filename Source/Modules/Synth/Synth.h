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

    /** What to play from now on. With a patch that differs by a small edit, what sounds carries on; else it is faded out first,
        within a few milliseconds, and notes that come meanwhile wait. The caller keeps the patch until isPlaying() says that it is let go. */
    void setPatch (const CompiledPatch*) noexcept;

    /** The same without the fade: for a synth of which nothing is heard. */
    void setPatchAtOnce (const CompiledPatch*) noexcept;

    bool isChanging() const noexcept { return coming != nullptr; }

    /** Whether the next quantum is the first of another patch; then `change` may say where its controls stand instead. */
    bool isAboutToChange() const noexcept { return coming != nullptr && fadeLeft == 0; }

    /** Takes the coming patch, with its controls and macros standing as told. Keys that are down begin again with it, unless they
        carry on. */
    void change (const ControlValues&, const std::array<float, PatchSpec::macroCount>& macros) noexcept;

    bool isPlaying (const CompiledPatch* patch) const noexcept { return patch == playing || patch == coming; }

    void noteOn (int note, float velocity, int frame = 0, int channel = 0) noexcept;
    void noteOff (int note, float lift = 0.5f, int frame = 0, int channel = 0) noexcept;
    void allNotesOff (int frame = 0) noexcept;

    /** Keys that are no MIDI notes: of any pitch, several of them alike. `key` is the caller's name for it, until it is in use no more. */
    void press (std::uint32_t key, float pitch, float velocity, int frame = 0) noexcept;
    void release (std::uint32_t key, float lift = 0.5f, int frame = 0) noexcept;

    void cut (std::uint32_t key, int frame = 0) noexcept { letGo (key), board.cut (ownId (key), frame); }

    void shape (std::uint32_t key, const NoteShape& shape) noexcept { board.shape (ownId (key), shape); }

    void setPressure (std::uint32_t key, float amount) noexcept { board.press (ownId (key), amount); }

    /** Whether it is down or still sounds. */
    bool isInUse (std::uint32_t key) const noexcept;

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

    /** Where a source of the newest voice stands. */
    float sourceNow (PatchSource) const noexcept;

    /** Tells what modulation at control rate makes of each control that it moves in the newest voice: `tell (control, stored)`. */
    template <typename Tell>
    void tellModulated (Tell&& tell) const noexcept
    {
        if (playing == nullptr)
            return;

        for (std::size_t i = 0; i < playing->plan.destinations.size(); ++i)
        {
            const auto control = playing->plan.destinations[i].control;
            tell (control, now[control] + groups[static_cast<std::size_t> (newestVoice / groupVoices)]->movedBy (i)[2 * (newestVoice % groupVoices)]);
        }

        for (std::size_t i = 0; i < playing->plan.shared.size(); ++i)
            tell (playing->plan.shared[i].control, now[playing->plan.shared[i].control] + sharedMoved[i][0]);
    }

private:
    struct Waiting
    {
        PlayedKey key;
        int frame;

        bool operator== (const Waiting& other) const noexcept { return key == other.key; }
    };

    static constexpr std::uint32_t ownId (std::uint32_t key) { return VoiceBoard::firstOwnId + key; }

    void begin (const PlayedKey&, int frame) noexcept;

    bool isSame (const CompiledPatch* patch) const noexcept { return patch == playing && (patch == nullptr || patch->serial() == serial); }

    void letGo (std::uint32_t key) noexcept { waiting.remove ({ { ownId (key) }, 0 }); }

    void adopt (const CompiledPatch&, const ControlValues&, const std::array<float, PatchSpec::macroCount>&) noexcept;
    void carryOn (const CompiledPatch&, const ControlValues&, const std::array<float, PatchSpec::macroCount>&) noexcept;
    void carryShared (const MotionPlan& before, const MotionPlan& next) noexcept;
    void restAgain() noexcept;
    void followPatch (std::array<Stereo, quantum>& out) noexcept;
    void render (std::array<Stereo, quantum>& out) noexcept;
    void readRules() noexcept;
    void glideControls() noexcept;
    int oversampling() const noexcept;
    void runVoices (Turn&) noexcept;
    NoteTurn takeEvents (int group, Turn&) noexcept;
    PairOrder pairsOf (int group) const noexcept;
    Fingers fingersOf (int group) const noexcept;
    void freeVoices (int group) noexcept;
    Stereo ofNewest (const Lanes&) const noexcept;
    void readShared() noexcept;
    void readSharedFast (int frames) noexcept;
    void readMacros() noexcept;
    Stereo sharedNow (Control) const noexcept;
    void runEffects (const Turn&) noexcept;

    double sampleRate;
    const CompiledPatch* playing = nullptr;
    const CompiledPatch* coming = nullptr;
    std::uint64_t serial = 0;  ///< Of the one that plays.
    bool doesCarryOn = false;  ///< With the coming one.
    bool hasCarriedOn = false; ///< In this quantum.
    int fadeLeft = 0;          ///< Quanta until the coming patch plays.
    Row<Waiting, 64> waiting;

    VoiceBoard board;
    ControlValues now, target;
    Row<std::int16_t, controlCount> turning; ///< Controls on their way.
    std::array<bool, controlCount> isTurning {};
    std::array<float, PatchSpec::macroCount> macroTargets {}, macros {};
    std::array<float, 128> tuning {};
    Transport transport;

    WaveCache waves;
    std::unique_ptr<Scratch> scratch;
    std::array<std::unique_ptr<VoiceGroup>, VoiceBoard::groupCount> groups;
    LateSlots late;
    std::array<Stereo, patch::slots> sharedMoved; ///< What modulation adds to each shared control …
    std::array<Stereo, patch::slots> sharedFast;  ///< … and what it adds at audio rate; it stays when all voices are silent.
    float newestPitch = 60;
    int newestVoice = 0;
    Buffer effectsSum, directSum;
    StereoBuffer sound, direct;
    std::array<EffectChain, 4> chains; ///< For each oversampling one: memory is only taken by those that are played.
    EffectValues effectValues;
    int chainInUse = -1;
    Decimator decimator;
    OutputStage output;
};

} // namespace athanor::synth
