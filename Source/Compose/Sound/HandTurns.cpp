// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/HandTurns.h"

#include "Compose/Sound/MacroDress.h"
#include "Patch/MacroSlots.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::array partsOfSlot { Control::modulation_1_amount, Control::modulation_1_power, Control::modulation_1_bipolar, Control::modulation_1_stereo, Control::modulation_1_bypass };

bool isNear (const Value* a, const Value* b, double way)
{
    constexpr double unheard = 1e-5;
    const auto *one = a != nullptr ? a->as<double>() : nullptr, *other = b != nullptr ? b->as<double>() : nullptr;
    return one != nullptr && other != nullptr ? std::abs (*one - *other) <= unheard * way : a == b || (a != nullptr && b != nullptr && *a == *b);
}

/** What taking knobs off and putting them on again rounds is nobody's turn. */
bool isRounding (const PatchDelta& delta)
{
    if (const auto control = controlNamed (delta.address))
        return isNear (&delta.from, &delta.to, infoOf (*control).greatest - infoOf (*control).least);

    const auto names = { "source", "destination", "amount", "bipolar", "power", "stereo" };
    return delta.address.starts_with ("slots/") && ! delta.from.isNothing() && ! delta.to.isNothing() && std::ranges::all_of (names, [&] (const char* name) { return isNear (delta.from.part (name), delta.to.part (name), 1); });
}

/** Two patches without their knobs, and what is to lead to the second. */
class Taking
{
public:
    Taking (std::vector<PatchDelta>& d, PatchSpec& b, const PatchSpec& f, const PatchSpec& t) : deltas (d), beginning (b), from (f), to (t) {}

    void takeWordless()
    {
        for (std::size_t i = 0; i < to.wavetables.size(); ++i)
            take ("waves/" + std::to_string (i + 1), beginning.wavetables[i], from.wavetables[i], to.wavetables[i]);

        for (std::size_t i = 0; i < to.lfos.size(); ++i)
            take ("lines/" + std::to_string (i + 1), beginning.lfos[i], from.lfos[i], to.lfos[i]);

        take ("sample", beginning.sample, from.sample, to.sample);

        for (int i = 0; i < patch::slots; ++i)
            takeSlot (i);
    }

private:
    void forget (const std::string& address)
    {
        std::erase_if (deltas, [&] (const PatchDelta& delta) { return delta.address == address; });
    }

    template <typename Shape>
    void take (const std::string& address, Shape& first, const Shape& before, const Shape& now)
    {
        if (before == now || ! valueAt (to, address)->isNothing())
            return;

        first = now;
        forget (address);
    }

    /** A difference says of a slot neither that it is bypassed nor how it is mapped. */
    void takeSlot (int index)
    {
        const auto place = static_cast<std::size_t> (index);
        const auto address = "slots/" + std::to_string (index + 1);
        const auto &before = from.slots[place], &now = to.slots[place];
        const auto bypass = member (Control::modulation_1_bypass, index);
        const auto isSaid = ! now.mapping && ! to.values.isOn (bypass) && *valueAt (from, address) != *valueAt (to, address);

        if (isSaid || (before == now && from.values[bypass] == to.values[bypass]))
            return;

        if (macroOf (beginning.slots[place]))
            clearSlot (beginning, index);

        // Its amount may be moved by a knob of the beginning.
        auto plain = beginning;
        undress (plain);
        beginning.slots[place] = now;

        for (const auto part : partsOfSlot)
            beginning.values[member (part, index)] += to.values[member (part, index)] - plain.values[member (part, index)];

        forget (address);
    }

    std::vector<PatchDelta>& deltas;
    PatchSpec& beginning;
    const PatchSpec &from, &to;
};
} // namespace

void takeTurns (MadePatch& made, PatchSpec& beginning, const PatchSpec& now)
{
    auto from = made.patch, to = now;
    undress (from);
    undress (to);
    auto turned = differences (from, to, "Turned by hand.");
    std::erase_if (turned, isRounding);
    append (made.origin.deltas, turned);
    Taking (made.origin.deltas, beginning, from, to).takeWordless();
    made.patch = now;
}

} // namespace athanor
