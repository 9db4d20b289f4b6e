// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/ConnectionOrder.h"

#include "Modules/Synth/Motion/ModulatorControls.h"

#include <algorithm>
#include <numeric>

namespace athanor::synth
{

namespace
{
constexpr int nowhere = -1;

/** Where the modulator stands that has this control; else nowhere. */
int modulatorOf (Control destination)
{
    for (int source = 0; source <= static_cast<int> (PatchSource::random_4); ++source)
        if (controlsOf (static_cast<PatchSource> (source)).contains (destination))
            return source;

    return nowhere;
}

bool isMacro (PatchSource source)
{
    return (source >= PatchSource::macro_control_1 && source <= PatchSource::macro_control_4) || source >= PatchSource::macro_control_5;
}

/** LFOs, randoms and the note itself hear the pitch, with all that moves it. */
bool hearsPitch (PatchSource source)
{
    return (source >= PatchSource::lfo_1 && source <= PatchSource::random_4) || source == PatchSource::note;
}

bool movesPitch (Control c) { return std::ranges::find (pitchControls, c) != pitchControls.end(); }
} // namespace

ConnectionOrder::ConnectionOrder (const PatchSpec& patch) : row (places)
{
    std::iota (row.begin(), row.end(), 0);

    for (int slot = 0; slot < patch::slots; ++slot)
        if (const auto& s = patch.slots[static_cast<std::size_t> (slot)]; s.source && s.destination)
            connect (patch, slot);

    const auto placeOf = [this] (int thing) { return std::ranges::find (row, thing) - row.begin(); };

    for (const auto slot : connected)
    {
        const auto& s = patch.slots[static_cast<std::size_t> (slot)];
        const auto moved = modulatorOf (*s.destination);

        // A macro is one for all voices, and no matter when it is read.
        if (moved != nowhere && ! isMacro (*s.source))
            late[static_cast<std::size_t> (slot)] = placeOf (modulators + slot) > placeOf (moved);
    }
}

void ConnectionOrder::connect (const PatchSpec& patch, int slot)
{
    const auto& wanted = patch.slots[static_cast<std::size_t> (slot)];
    connected.push_back (slot);

    Set needs;
    addNeeds (patch, slot, needs);
    moveToFront (needs, modulators + slot);

    if (isMacro (*wanted.source) || infoOf (*wanted.destination).reach != Reach::poly)
        return;

    Set together;

    for (const auto other : connected)
        if (const auto& s = patch.slots[static_cast<std::size_t> (other)]; s.destination == wanted.destination && ! isMacro (*s.source))
            addNeeds (patch, other, together);

    if (const auto moved = modulatorOf (*wanted.destination); moved != nowhere)
        together.reset (static_cast<std::size_t> (moved));

    moveToFront (together, nowhere);
}

/** The slot, its source, the slots that move its amount and, where the source hears the pitch, those that move the pitch; each with
    what it needs. */
void ConnectionOrder::addNeeds (const PatchSpec& patch, int slot, Set& needs) const
{
    if (needs[static_cast<std::size_t> (modulators + slot)])
        return;

    needs.set (static_cast<std::size_t> (modulators + slot));
    const auto source = *patch.slots[static_cast<std::size_t> (slot)].source;

    if (static_cast<int> (source) < modulators)
        needs.set (static_cast<std::size_t> (source));

    for (const auto other : connected)
    {
        const auto destination = *patch.slots[static_cast<std::size_t> (other)].destination;
        const auto movesSlot = destination == member (Control::modulation_1_amount, slot) || destination == member (Control::modulation_1_power, slot);

        if (movesSlot || (hearsPitch (source) && movesPitch (destination)))
            addNeeds (patch, other, needs);
    }
}

void ConnectionOrder::moveToFront (const Set& things, int last)
{
    const auto rank = [&] (int thing) { return thing == last ? 1 : things[static_cast<std::size_t> (thing)] ? 0
                                                                                                            : 2; };
    std::ranges::stable_sort (row, {}, rank);
}

} // namespace athanor::synth
