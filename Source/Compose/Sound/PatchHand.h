// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a patch and remembers each turn, why it was made, and what was asked to be left alone.
#pragma once

#include "Compose/Sound/PatchDelta.h"
#include "Compose/Sound/PatchParts.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace athanor
{

/** Why something is turned. */
struct TurnReason
{
    std::string why;   ///< One sentence.
    std::string cause; ///< The word of the prompt; empty: nobody asked, the sound needs it.
};

/** What cannot be done leaves the patch as it was. Numbers are stored ones and come into the control's range; what would be changed back to
    what it was before is no difference. */
class PatchHand
{
public:
    explicit PatchHand (PatchSpec, std::vector<SoundPart> locks = {});

    const PatchSpec& patch() const noexcept { return turned; }

    float operator[] (Control c) const noexcept { return turned.values[c]; }

    bool isLocked (Control) const;

    void set (Control, double stored, const TurnReason&);

    /** The same, locked or not. */
    void insist (Control, double stored, const TurnReason&);

    void add (Control c, double stored, const TurnReason& reason) { set (c, (*this)[c] + stored, reason); }

    void turnOn (Control aSwitch, const TurnReason& reason) { set (aSwitch, 1, reason); }

    /** Names of basicWave() and basicLine(); members from 0. */
    void setWave (int oscillator, const std::string& name, const TurnReason&);
    void setLine (int lfo, const std::string& name, const TurnReason&);
    void setSample (const std::string& name, const TurnReason&);

    /** By how much the source moves the control in stored numbers, from one end of the source to the other. Turns the slot that they have, else
        takes the first that is free.
        @returns the slot, 0 to 63; nothing: locked, or none is free. */
    std::optional<int> connect (PatchSource, Control, double by, bool isBipolar, const TurnReason&);

    void disconnect (int slot, const TurnReason&);

    /** The slot from the source to the control that moves it at all. */
    std::optional<int> slotBetween (PatchSource, Control) const;

    /** Members from 0 that nothing is done with yet. */
    std::optional<int> freeLfo() const;
    std::optional<int> freeEnvelope() const;
    std::optional<int> freeOscillator() const;

    /** What differs from how it began, by address, in the order in which it was first turned. */
    std::vector<PatchDelta> deltas() const;

    /** Parts that were asked to be left alone and stood in somebody's way. */
    const std::vector<SoundPart>& obstacles() const noexcept { return inTheWay; }

private:
    bool isFree (PatchSource) const;
    bool refuses (SoundPart) const;
    void turn (const std::string& address, Value to, const TurnReason&);

    PatchSpec turned;
    std::vector<SoundPart> locks;
    mutable std::vector<SoundPart> inTheWay;
    std::vector<PatchDelta> made;
};

} // namespace athanor
