// SPDX-License-Identifier: GPL-3.0-or-later
// Which slots come too late for the modulator that they move.
#pragma once

#include "Patch/PatchSpec.h"

#include <array>
#include <bitset>
#include <vector>

namespace athanor::synth
{

/** In Vital, modulators and slots stand in one row and are computed from its front. Whenever a slot is connected, what it needs and
    then the slot itself move to the front; then all slots on the same control do, with what they need. What a modulator needs does not
    count the slots that move the modulator, so it may come to stand before them when a slot takes it as its source: it then hears
    what they gave the time before. This row is that row, for the slots of a patch in order. */
class ConnectionOrder
{
public:
    explicit ConnectionOrder (const PatchSpec&);

    /** Whether the modulator that this slot moves, if it moves one, is computed before it. */
    bool isLate (int slot) const noexcept { return late[static_cast<std::size_t> (slot)]; }

private:
    static constexpr int modulators = 18; ///< Envelopes, LFOs and randoms, as the first of PatchSource.
    static constexpr int places = modulators + patch::slots;

    using Set = std::bitset<places>;

    void connect (const PatchSpec&, int slot);
    void addNeeds (const PatchSpec&, int slot, Set&) const;
    void moveToFront (const Set&, int last);

    std::vector<int> row, connected;
    std::bitset<patch::slots> late;
};

} // namespace athanor::synth
