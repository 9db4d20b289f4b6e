// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Vital/BakeMacros.h"

#include "Patch/MacroSlots.h"

#include <algorithm>

namespace athanor
{

namespace
{
/** Of a slot that Vital has no macro for. */
std::optional<std::size_t> ourMacroOf (const PatchSlot& slot)
{
    const auto macro = macroOf (slot);
    return macro && *macro >= patch::vitalMacros ? macro : std::nullopt;
}
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
            clearSlot (patch, i);
        }

    std::vector<std::string> remarks;

    for (std::size_t i = patch::vitalMacros; i < patch.macros.size(); ++i)
        if (isBaked[i])
            remarks.push_back ("Vital has four macros, so macro " + std::to_string (i + 1) + (patch.macros[i].name.empty() ? "" : " (" + patch.macros[i].name + ")") + " stays where it is in the preset and cannot be turned there.");

    return remarks;
}

} // namespace athanor
