// SPDX-License-Identifier: GPL-3.0-or-later
// A filter of the synth for four voices side by side: eight models, each with its styles.
#pragma once

#include "Modules/Synth/SynthLanes.h"

#include <memory>

namespace athanor::synth
{

enum class FilterModel { analog,
                         dirty,
                         ladder,
                         digital,
                         diode,
                         formant,
                         comb,
                         phaser };

/** What a filter is told in each turn: its controls, as the preset stores them. */
struct FilterControls
{
    bool isOn = false;
    int model = 0; ///< A FilterModel; out of range: silence.
    int style = 0;
    Ramp cutoff; ///< MIDI note. `frames` where a modulator moves at audio rate.
    Ramp resonance, drive, blend, blendTranspose, mix, keytrack;
    Ramp formantX, formantY, formantTranspose, formantResonance, formantSpread;
    Lanes note { 0.0f }; ///< Of the voice, in semitones from middle C (60), bends included: what keytrack multiplies.
};

/** One filter of a group of voices. It keeps only what its model needs in memory; models change without allocation. */
class VoiceFilter
{
public:
    VoiceFilter();
    ~VoiceFilter();
    VoiceFilter (VoiceFilter&&) noexcept;
    VoiceFilter& operator= (VoiceFilter&&) noexcept;

    /** `in` and `out` are two buffers. Where it is off, silence comes out. */
    void process (const Turn&, const FilterControls&, const Buffer& in, Buffer& out) noexcept;

private:
    struct Models;
    std::unique_ptr<Models> models;
};

/** Both filters of a group of voices, one after the other or side by side. */
class FilterPair
{
public:
    enum class Route { parallel,
                       firstIntoSecond, ///< filter_2_filter_input
                       secondIntoFirst  ///< filter_1_filter_input
    };

    /** Which way it goes: an input from a filter counts only where the filter that takes it is on. */
    static Route routeOf (bool isFirstFedByFilter, bool isSecondFedByFilter, const FilterControls& first, const FilterControls& second) noexcept;

    /** The inputs are changed where one filter feeds the other. */
    void process (const Turn&, Route, const FilterControls& first, const FilterControls& second, Buffer& intoFirst, Buffer& intoSecond, Buffer& out) noexcept;

private:
    VoiceFilter one, two;
    Buffer scratch;
};

} // namespace athanor::synth
