// SPDX-License-Identifier: GPL-3.0-or-later
// What the notes of four voices do in one quantum, lane by lane.
#pragma once

#include "Modules/Synth/Motion/Bend.h"

namespace athanor::synth
{

/** What became of a note, in the order in which an envelope goes through it. */
enum class Stage : std::int32_t { none,
                                  delay,
                                  attack,
                                  hold,
                                  decay,
                                  release,
                                  kill };

/** The pairs of voices of one group that sound, in the order in which Vital computes them. */
struct PairOrder
{
    std::array<int, groupVoices / 2> pair {};
    int count = 0;

    void append (int p) noexcept { pair[static_cast<std::size_t> (count++)] = p; }

    bool contains (int p) const noexcept { return (count > 0 && pair[0] == p) || (count > 1 && pair[1] == p); }
};

struct NoteTurn
{
    /** Stage::attack where modulators start again, release or kill where they are let go; none elsewhere. */
    LaneCounts trigger {};
    LaneCounts triggerFrame {}; ///< Oversampled; where there is a trigger.

    LaneMask isFresh = noLane();    ///< A voice that was silent begins: nothing glides from what it was.
    LaneMask hasNewNote = noLane(); ///< A note begins, even if it only takes the place of another.
    LaneMask isActive = noLane();
    PairOrder pairs;

    Lanes pitch { 0.0f };     ///< MIDI semitones, bent, glided and tuned.
    Lanes noteCount { 0.0f }; ///< How many notes there were before.

    LaneMask begins() const noexcept { return isEqual (trigger, static_cast<std::int32_t> (Stage::attack)); }

    LaneMask isReleased() const noexcept { return isEqual (trigger, static_cast<std::int32_t> (Stage::release)); }

    /** Voices of which they or the one that shares a pair with them sounds: Vital moves two at a time, whether both sound or not,
        and chance goes on in both. */
    LaneMask isInActivePair() const noexcept
    {
        const auto other = __builtin_shufflevector (isActive.value, isActive.value, 2, 3, 0, 1, 6, 7, 4, 5);
        return isActive | LaneMask { other };
    }

    LaneMask isTriggered() const noexcept { return ! isEqual (trigger, static_cast<std::int32_t> (Stage::none)); }
};

} // namespace athanor::synth
