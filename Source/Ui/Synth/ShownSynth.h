// SPDX-License-Identifier: GPL-3.0-or-later
// The synth that the view shows: its patch, where its controls stand at the moment, and how far modulation carries them.
#pragma once

#include "App/Edits/SynthEdits.h"
#include "Ui/Deeds.h"
#include "Ui/Synth/LineCurve.h"

#include <set>

namespace athanor
{

/** One instrument that is a synth. All parts of the view share it. */
class ShownSynth
{
public:
    ShownSynth (Deeds&, InstrumentId);

    Deeds& deeds;
    const InstrumentId instrument;

    /** The page has to lay its parts out again. */
    std::function<void()> onLayout;

    /** Panels that show all they have, by title. */
    std::set<juce::String> unfolded;

    LineTools lineTools; ///< How lines are drawn here.

    const PatchSpec& patch() const noexcept { return *shown; }

    /** Reads the patch again. */
    void update();

    /** The address of a control as text. */
    const std::string& keyOf (Control) const;

    /** The stored number, as automation or a hand moves it just now. */
    float valueNow (Control) const;

    /** Looks at what is heard; once for each frame, before anybody shows it. */
    void listen();

    /** What is heard of it; null while no voice sounds. */
    const SynthReading* heard() const noexcept { return sound ? &*sound : nullptr; }

    /** Where modulation has carried a control in the newest voice; in silence, where the macros hold it. */
    float modulatedNow (Control) const;

    int choiceNow (Control c) const { return juce::roundToInt (valueNow (c)); }

    /** How far all modulations of a control carry it down and up, as shares of its way. */
    struct Carry
    {
        float down = 0, up = 0;
        float atRest = 0; ///< By what macros alone carry it.
        bool isActive = false;
    };

    Carry carryOf (Control c) const { return carries[static_cast<std::size_t> (c)]; }

    /** Turns it as one step of undo. */
    void set (Control, float stored);

    /** Edits all else of the patch as one step of undo. */
    void edit (const std::string& name, const std::function<void (PatchSpec&)>& change) { deeds.session.editPatch (instrument, name, change); }

    const Project& project() const { return deeds.session.project(); }

private:
    void readCarries();

    std::shared_ptr<const PatchSpec> shown;
    std::vector<Carry> carries;
    std::optional<SynthReading> sound;
    mutable std::vector<std::string> keys; ///< By control; empty: not asked for yet.
};

/** What a source or a control is called on the screen: "LFO 1", "Filter 1 Cutoff". */
juce::String titleOf (PatchSource, const PatchSpec&);
juce::String titleOf (Control);

/** Which of the eight macros a source is, from 0; nothing: another source. */
std::optional<int> macroOf (PatchSource);

/** What is dragged from a source to a knob; and back. */
juce::var draggedOf (PatchSource);
std::optional<PatchSource> sourceDragged (const juce::var&);

} // namespace athanor
