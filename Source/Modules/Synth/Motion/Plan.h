// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be computed, in which order, so that all modulations of a patch are right: only what the patch uses.
#pragma once

#include "Modules/Synth/Motion/Slot.h"

#include <array>
#include <deque>
#include <vector>

namespace athanor::synth
{

/** One slot that is in use. */
struct PlannedSlot
{
    int number = 0; ///< From 0: whose controls and state it has.
    PatchSource source {};
    SlotShape shape;
    bool isAtAudioRate = false; ///< Else its value counts once in a quantum.
    bool isLate = false;        ///< What it moves hears what it gave the time before.
};

/** A control with all that moves it. */
struct PlannedDestination
{
    Control control {};
    std::vector<PlannedSlot> slots;
    int audioBuffer = -1; ///< Which of the buffers it fills, if a slot is at audio rate.

    bool isAtAudioRate() const noexcept { return audioBuffer >= 0; }
};

struct PlanStep
{
    enum class Kind : std::uint8_t { source,
                                     destination,
                                     pitch };
    Kind kind;
    int index; ///< A PatchSource, or a place in `destinations`.
};

/** Made off the audio thread, with the patch. */
class MotionPlan
{
public:
    static constexpr int maxAudioBuffers = 24; ///< More controls than this cannot move at audio rate.

    explicit MotionPlan (const PatchSpec&);

    std::vector<PlannedDestination> destinations; ///< Each voice has its own.
    std::vector<PlannedDestination> shared;       ///< One for all voices; the newest voice decides.
    std::vector<PlanStep> steps;                  ///< For each group of voices.
    std::array<bool, patchSourceCount> isUsed {}, isAtAudioRate {};

    /** Which control's modulation may be told apart frame by frame. */
    static bool takesAudioRate (Control) noexcept;

    /** The curve of an LFO; null where nothing uses it. */
    const CurveTable* lfoCurve (int lfo) const noexcept { return curveOfLfo[static_cast<std::size_t> (lfo)]; }

private:
    void collect (const PatchSpec&);
    void add (std::vector<PlannedDestination>&, Control, const PlannedSlot&);
    void order (const PatchSpec&);
    void leaveCirclesAlone();
    void visitSource (const PatchSpec&, PatchSource);
    void visitDestination (const PatchSpec&, int index);
    void visitPitch (const PatchSpec&);
    void visitControl (const PatchSpec&, Control);

    std::deque<CurveTable> curves;
    std::array<const CurveTable*, patch::lfos> curveOfLfo {};
    std::vector<bool> isDestinationOrdered;
    std::array<bool, patchSourceCount> isSourceOrdered {};
    bool isPitchOrdered = false;
    int audioBuffers = 0;
};

} // namespace athanor::synth
