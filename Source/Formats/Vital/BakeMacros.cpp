// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Vital/BakeMacros.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
/** What a line gives at x. */
double valueAt (const PatchLine& line, double x)
{
    const auto next = std::ranges::find_if (line.points, [&] (const PatchLine::Point& point) { return point.x > x; });

    if (next == line.points.end())
        return 1 - line.points.back().y;

    if (next == line.points.begin())
        return 1 - next->y;

    const auto& last = *std::prev (next);
    auto t = (x - last.x) / (next->x - last.x);

    if (line.isSmooth)
        t = 0.5 - 0.5 * std::cos (3.14159265358979 * t);

    return 1 - (last.y + std::clamp (bentShare (t, last.power), 0.0, 1.0) * (next->y - last.y));
}

std::optional<std::size_t> ourMacroOf (const PatchSlot& slot)
{
    const auto first = static_cast<std::size_t> (PatchSource::macro_control_5);
    const auto source = slot.source ? static_cast<std::size_t> (*slot.source) : 0;
    return source >= first ? std::optional (source - first + patch::vitalMacros) : std::nullopt;
}

/** How far a slot moves its destination, in stored numbers: the mapping comes first, then the power, then the amount. */
double shiftOf (const PatchSpec& patch, int index, double value)
{
    const auto& slot = patch.slots[static_cast<std::size_t> (index)];

    if (! slot.destination || patch.values.isOn (member (Control::modulation_1_bypass, index)))
        return 0;

    const auto& info = infoOf (*slot.destination);
    const auto amount = std::clamp (patch.values[member (Control::modulation_1_amount, index)], -1.0f, 1.0f);
    const auto power = -patch.values[member (Control::modulation_1_power, index)];
    const auto mapped = slot.mapping && slot.mapping->points.size() >= 2 ? valueAt (*slot.mapping, value) : value;

    if (! patch.values.isOn (member (Control::modulation_1_bipolar, index)))
        return amount * (info.greatest - info.least) * bentShare (mapped, power);

    const auto side = 2 * mapped - 1;
    return 0.5 * amount * (info.greatest - info.least) * std::copysign (bentShare (std::abs (side), power), side);
}

void empty (PatchSpec& patch, int index)
{
    patch.slots[static_cast<std::size_t> (index)] = {};

    for (const auto control : { Control::modulation_1_amount, Control::modulation_1_power, Control::modulation_1_bipolar, Control::modulation_1_stereo, Control::modulation_1_bypass })
        patch.values[member (control, index)] = infoOf (control).initial;
}

bool isOfASlot (Control control) { return infoOf (control).id.starts_with ("modulation_"); }
} // namespace

std::vector<std::string> bakeMacros (PatchSpec& patch)
{
    std::array<bool, PatchSpec::macroCount> isBaked {};

    // A macro may move the depth of another one's slot, so those go first.
    for (const bool areOfSlots : { true, false })
        for (int i = 0; i < patch::slots; ++i)
        {
            const auto& slot = patch.slots[static_cast<std::size_t> (i)];
            const auto macro = ourMacroOf (slot);

            if (! macro || (slot.destination && isOfASlot (*slot.destination)) != areOfSlots)
                continue;

            if (slot.destination)
            {
                const auto& info = infoOf (*slot.destination);
                auto& stored = patch.values[*slot.destination];
                stored = std::clamp (static_cast<float> (stored + shiftOf (patch, i, patch.macros[*macro].value)), info.least, info.greatest);
            }

            isBaked[*macro] = true;
            empty (patch, i);
        }

    std::vector<std::string> remarks;

    for (std::size_t i = patch::vitalMacros; i < patch.macros.size(); ++i)
        if (isBaked[i])
            remarks.push_back ("Vital has four macros, so macro " + std::to_string (i + 1) + (patch.macros[i].name.empty() ? "" : " (" + patch.macros[i].name + ")") + " stays where it is in the preset and cannot be turned there.");

    return remarks;
}

} // namespace athanor
