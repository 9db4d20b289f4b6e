// SPDX-License-Identifier: GPL-3.0-or-later
// Four voices of the synth, side by side, from their notes to the sound that goes into the effects.
#pragma once

#include "Modules/Synth/CompiledPatch.h"
#include "Modules/Synth/Motion/LateSlots.h"
#include "Modules/Synth/Scratch.h"
#include "Modules/Synth/VoiceBoard.h"

namespace athanor::synth
{

/** What all groups have in common in a quantum. */
struct GroupContext
{
    const CompiledPatch& patch;
    const ControlValues& values; ///< As they are now: turned, gliding, without modulation.
    const Transport& transport;
    const std::array<float, PatchSpec::macroCount>& macros; ///< With their modulation.
    Scratch& scratch;
    LateSlots& late;
};

/** What the fingers do to four voices, lane by lane. */
struct Fingers
{
    Lanes pitch { 0.0f }, lastPitch { 0.0f }; ///< Of the keys, before bend and glide.
    Lanes keysDown { 0.0f };
    Lanes velocity { 0.0f }, lift { 0.0f }, aftertouch { 0.0f }, slide { 0.0f };
    Lanes modWheel { 0.0f }, pitchWheel { 0.0f }, keyBend { 0.0f };
    Lanes bend { 0.0f }, gain { 1.0f }; ///< What the pattern does to each note: semitones off its key, and a factor.
};

class VoiceGroup
{
public:
    VoiceGroup (WaveCache&, int index);

    /** Between two quanta, while no voice of the group sounds. */
    void setPatch (const CompiledPatch&, const ControlValues&) noexcept;

    /** Instead, while voices sound: they carry on. What modulation does to each control goes over to the new way within the next turn. */
    void carryOn (const CompiledPatch& before, const CompiledPatch& next, const ControlValues&) noexcept;

    void setChoices (const ControlValues& values) noexcept { controls.setChoices (values); }

    /** A control was turned, from one value at the last quantum to another in this one. */
    void turn (Control, float from, float to) noexcept;

    /** Adds its voices to the two sums. The newest group is the one that shared modulation listens to. */
    void process (const Turn&, NoteTurn, const Fingers&, const GroupContext&, bool isNewest, Buffer& effects, Buffer& direct) noexcept;

    /** Instead, while no voice sounds: only what shared modulation needs. */
    void runIdle (const GroupContext&) noexcept;

    /** Where a source stands, and a control that it moves; in the last turn. */
    Lanes sourceNow (PatchSource source) const noexcept { return sources[static_cast<std::size_t> (source)].value; }

    Lanes movedBy (std::size_t destination) const noexcept { return moved[destination]; }

    /** Before the first note: slots that are heard late gave what silent sources make of them. So did those that were not late before. */
    void begin (const MotionPlan&, LateSlots&, const MotionPlan* before = nullptr) const noexcept;

    /** Lanes whose voice was silent for the whole turn. */
    LaneMask isSilent() const noexcept { return silent; }

    Lanes pitch() const noexcept { return glided; } ///< Without bend and tuning: what the next note glides from.

    Lanes bentPitch() const noexcept { return bent; }

    /** What modulation at control rate adds to a shared control; of what is at audio rate, the frames are in the scratch. */
    Lanes sharedValue (std::size_t destination) const noexcept { return shared[destination]; }

private:
    void readFingers (const Fingers&, const GroupContext&) noexcept;
    NoteTurn notesFor (PatchSource, const NoteTurn&) const noexcept;
    void readMacros (const GroupContext&) noexcept;
    void runSource (PatchSource, const Turn&, const NoteTurn&, const GroupContext&) noexcept;
    void runEnvelope (int, const Turn&, const NoteTurn&, const GroupContext&) noexcept;
    void runLfo (int, const Turn&, const NoteTurn&, const GroupContext&) noexcept;
    void runDestination (int, const Turn&, const NoteTurn&, const GroupContext&) noexcept;
    Lanes giveNow (const PlannedSlot&) noexcept;
    Lanes controlRateSum (const PlannedDestination&) noexcept;
    void addAudioRate (const PlannedDestination&, const Turn&, const NoteTurn&, Lanes* out) noexcept;
    void runShared (const Turn&, const NoteTurn&, const GroupContext&) noexcept;
    void runPitch (const Turn&, NoteTurn&, const Fingers&) noexcept;
    void makeSound (const Turn&, const GroupContext&) noexcept;
    void filter (const Turn&, const GroupContext&) noexcept;
    void route (const Buffer& sound, int destination, int frames, const GroupContext&) noexcept;
    void applyGain (const Turn&, const NoteTurn&, const Fingers&, Buffer& amplitudes) noexcept;
    void amplify (const Turn&, const NoteTurn&, const Fingers&, const GroupContext&, Buffer& effects, Buffer& direct) noexcept;

    enum Destination { filter1,
                       filter2,
                       bothFilters,
                       toEffects,
                       toDirect };

    GroupControls controls;
    std::array<Envelope, patch::envelopes> envelopes;
    std::array<Lfo, patch::lfos> lfos;
    std::array<Wander, patch::randoms> randoms;
    NoteChance noteChance;
    std::array<Slot, patch::slots> slots;
    std::array<SourceValue, patchSourceCount> sources;
    std::array<Lanes, patch::slots> moved;      ///< What modulation at control rate added last to each destination.
    std::array<Lanes, patch::slots> baseBefore; ///< Where each destination stood without it.
    std::array<Lanes, patch::slots> shared;

    std::array<Oscillator, patch::oscillators> oscillators;
    SampleSource sampler;
    FilterPair filters;

    Lanes glide { 1.0f }, glided { 0.0f }, bent { 0.0f };
    Lanes level { 0.0f }; ///< Velocity and amplitude, at the end of the last turn.
    Lanes gain { 1.0f };  ///< Of the pattern, at the end of the last turn.
    LaneMask silent = everyLane();
    std::array<bool, patchSourceCount> isNewSource {}; ///< In the first turn of a patch with which voices carry on.
    bool isJoining = false;                            ///< That turn is next.
    bool isFilter1Fed = false, isFilter2Fed = false, isEffectsFed = false, isDirectFed = false;
};

} // namespace athanor::synth
