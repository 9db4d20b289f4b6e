// SPDX-License-Identifier: GPL-3.0-or-later
// All that four voices are told in a quantum, and where in it each control of the preset is.
#pragma once

#include "Modules/Synth/Filter/VoiceFilter.h"
#include "Modules/Synth/Motion/Envelope.h"
#include "Modules/Synth/Motion/Lfo.h"
#include "Modules/Synth/Motion/Slot.h"
#include "Modules/Synth/Motion/Wander.h"
#include "Modules/Synth/Oscillator/Oscillator.h"
#include "Modules/Synth/SilentSample.h"
#include "Patch/Control.h"

namespace athanor::synth
{

/** Controls of the note itself, as stored. */
struct NoteControls
{
    Ramp glideTime, glideSlope, bendRange, tune, transpose, velocityTrack, amplitude;
    bool alwaysGlides = false, glidesByOctave = false;
};

struct GroupControls
{
    std::array<EnvelopeControls, patch::envelopes> envelopes;
    std::array<LfoControls, patch::lfos> lfos;
    std::array<WanderControls, patch::randoms> randoms;
    std::array<SlotControls, patch::slots> slots;
    std::array<OscillatorControls, patch::oscillators> oscillators;
    std::array<FilterControls, patch::filters> filters;
    SampleControls sample;
    NoteControls note;

    GroupControls() noexcept;
    GroupControls (const GroupControls&) = delete;

    /** What the control of that name is in here; null: nothing of a voice's. */
    Ramp* find (Control c) noexcept { return places[static_cast<std::size_t> (c)]; }

    /** All controls stand still at these values; choices and switches are taken over. */
    void set (const ControlValues&) noexcept;

    /** The choices and switches alone. */
    void setChoices (const ControlValues&) noexcept;

private:
    void place (Control, Ramp&) noexcept;
    void placeModulators() noexcept;
    void placeSources() noexcept;
    void placeFilters() noexcept;
    void placeNote() noexcept;
    void placeRate (RateControls&, Control frequency, Control tempo, Control transpose, Control tune, int n) noexcept;
    void setOscillatorChoices (const ControlValues&) noexcept;
    void setModulatorChoices (const ControlValues&) noexcept;

    std::array<Ramp*, controlCount> places {};
};

} // namespace athanor::synth
