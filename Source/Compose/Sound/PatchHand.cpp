// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchHand.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
std::string numbered (const char* what, int index) { return what + std::to_string (index + 1); }

constexpr auto apart = 1.0e-6;
} // namespace

PatchHand::PatchHand (PatchSpec patch, std::vector<SoundPart> keep) : turned (std::move (patch)), locks (std::move (keep)) {}

bool PatchHand::refuses (SoundPart part) const
{
    const auto found = std::ranges::find_if (locks, [&] (SoundPart lock) { return lock == part || lock == SoundPart::everything; });

    if (found == locks.end())
        return false;

    if (std::ranges::find (inTheWay, part) == inTheWay.end())
        inTheWay.push_back (part);

    return true;
}

bool PatchHand::isLocked (Control control) const
{
    const auto part = partOf (turned, control);
    const auto isEffect = part == SoundPart::space || infoOf (control).id.starts_with ("chorus_");
    return refuses (part) || (isEffect && std::ranges::find (locks, SoundPart::effects) != locks.end() && refuses (SoundPart::effects));
}

void PatchHand::turn (const std::string& address, Value to, const TurnReason& reason)
{
    auto from = valueAt (turned, address);

    if (! from || *from == to)
        return;

    PatchDelta delta { address, *from, std::move (to), reason.why, reason.cause };

    if (! apply (turned, delta))
        return;

    const auto before = std::ranges::find (made, address, &PatchDelta::address);

    if (before == made.end())
    {
        made.push_back (std::move (delta));
        return;
    }

    delta.from = before->from;

    // A slot as a whole says its amount too, so it has to come after what was said of that alone.
    if (address.starts_with ("slots/"))
    {
        made.erase (before);
        made.push_back (std::move (delta));
    }
    else
        *before = std::move (delta);
}

void PatchHand::set (Control control, double stored, const TurnReason& reason)
{
    if (! isLocked (control))
        insist (control, stored, reason);
}

void PatchHand::insist (Control control, double stored, const TurnReason& reason)
{
    const auto& info = infoOf (control);
    const auto wanted = std::clamp (info.scale == ControlScale::indexed ? std::round (stored) : stored, static_cast<double> (info.least), static_cast<double> (info.greatest));

    if (std::isfinite (wanted) && std::abs (wanted - (*this)[control]) > apart * (info.greatest - info.least))
        turn (std::string (info.id), static_cast<double> (static_cast<float> (wanted)), reason);
}

void PatchHand::setWave (int oscillator, const std::string& name, const TurnReason& reason)
{
    if (! refuses (SoundPart::tone))
        turn (numbered ("waves/", oscillator), name, reason);
}

void PatchHand::setLine (int lfo, const std::string& name, const TurnReason& reason)
{
    if (! refuses (SoundPart::movement))
        turn (numbered ("lines/", lfo), name, reason);
}

void PatchHand::setSample (const std::string& name, const TurnReason& reason)
{
    if (! refuses (SoundPart::tone))
        turn ("sample", name, reason);
}

std::optional<int> PatchHand::slotBetween (PatchSource source, Control destination) const
{
    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = turned.slots[static_cast<std::size_t> (i)]; slot.source == source && slot.destination == destination)
            return i;

    return {};
}

std::optional<int> PatchHand::connect (PatchSource source, Control destination, double by, bool isBipolar, const TurnReason& reason)
{
    if (refuses (SoundPart::movement) || isLocked (destination))
        return {};

    auto index = slotBetween (source, destination);

    for (int i = 0; i < patch::slots && ! index; ++i)
        if (const auto& slot = turned.slots[static_cast<std::size_t> (i)]; ! slot.source && ! slot.destination && slot.unknownSource.empty() && slot.unknownDestination.empty())
            index = i;

    if (! index)
        return {};

    const auto& info = infoOf (destination);
    const auto amount = static_cast<float> (std::clamp (by / (info.greatest - info.least), -1.0, 1.0));
    turn (numbered ("slots/", *index),
          Value::Parts { { "source", std::string (nameOf (source)) }, { "destination", std::string (info.id) }, { "amount", static_cast<double> (amount) }, { "bipolar", isBipolar } },
          reason);
    return index;
}

void PatchHand::disconnect (int slot, const TurnReason& reason)
{
    if (! refuses (SoundPart::movement))
        turn (numbered ("slots/", slot), Value(), reason);
}

bool PatchHand::isFree (PatchSource source) const
{
    return std::ranges::none_of (turned.slots, [source] (const PatchSlot& slot) { return slot.source == source; });
}

std::optional<int> PatchHand::freeLfo() const
{
    for (int i = 0; i < patch::lfos; ++i)
        if (isFree (static_cast<PatchSource> (static_cast<int> (PatchSource::lfo_1) + i)))
            return i;

    return {};
}

std::optional<int> PatchHand::freeEnvelope() const
{
    for (int i = 1; i < patch::envelopes; ++i)
        if (isFree (static_cast<PatchSource> (static_cast<int> (PatchSource::env_1) + i)))
            return i;

    return {};
}

std::optional<int> PatchHand::freeOscillator() const
{
    for (int i = patch::oscillators - 1; i >= 0; --i)
        if (! turned.values.isOn (member (Control::osc_1_on, i)))
            return i;

    return {};
}

std::vector<PatchDelta> PatchHand::deltas() const
{
    auto left = made;
    std::erase_if (left, [] (const PatchDelta& delta) { return delta.from == delta.to; });
    return left;
}

} // namespace athanor
