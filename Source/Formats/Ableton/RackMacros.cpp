// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/RackMacros.h"

#include "Formats/Ableton/VitalPlugin.h"
#include "Formats/Vital/BakeMacros.h"
#include "Patch/MacroSlots.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace athanor
{

namespace
{
/** Less than this of a control's range is not worth a knob. */
constexpr double leastWay = 0.002;

double valueOf (const PatchSpec& patch, std::size_t macro)
{
    const auto isVitals = macro < patch::vitalMacros;
    const auto value = isVitals ? static_cast<double> (patch.values[member (Control::macro_control_1, static_cast<int> (macro))]) : patch.macros[macro].value;
    return std::clamp (value, 0.0, 1.0);
}

/** What each control stands at when macro `turned` is at `at` and the other macros as they are. */
double standsAt (const PatchSpec& patch, Control control, std::size_t turned, double at)
{
    auto stored = static_cast<double> (patch.values[control]);

    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; slot.destination == control)
            if (const auto macro = macroOf (slot))
                stored += shiftOf (patch, i, *macro == turned ? at : valueOf (patch, *macro));

    const auto& info = infoOf (control);
    return std::clamp (stored, static_cast<double> (info.least), static_cast<double> (info.greatest));
}

double wayOf (const MacroMove& move) { return std::abs (normalisedOf (move.control, move.to) - normalisedOf (move.control, move.from)); }

std::vector<MacroMove> movesOf (const PatchSpec& patch, std::size_t macro)
{
    std::vector<MacroMove> moves;
    std::set<Control> seen;

    for (const auto& slot : patch.slots)
        if (slot.destination && macroOf (slot) == macro && seen.insert (*slot.destination).second)
            if (const MacroMove move { *slot.destination, standsAt (patch, *slot.destination, macro, 0), standsAt (patch, *slot.destination, macro, 1) }; wayOf (move) >= leastWay)
                moves.push_back (move);

    std::ranges::stable_sort (moves, std::greater(), wayOf);
    return moves;
}

/** The slots of macros 5 to 8 are empty in Vital, so their depths move nothing there; steps would need another kind of range. */
bool canBeTarget (const PatchSpec& baked, Control control)
{
    constexpr std::string_view ofASlot = "modulation_";
    const auto& info = infoOf (control);

    if (info.scale == ControlScale::indexed)
        return false;

    if (! info.id.starts_with (ofASlot))
        return true;

    const auto slot = (static_cast<int> (control) - static_cast<int> (Control::modulation_1_amount)) / (static_cast<int> (Control::modulation_2_amount) - static_cast<int> (Control::modulation_1_amount));
    return baked.slots[static_cast<std::size_t> (slot)].source.has_value();
}

void mapDirectly (RackMacro& macro, const PatchSpec& baked, std::set<Control>& taken)
{
    const auto found = std::ranges::find_if (macro.moves, [&] (const MacroMove& move) { return canBeTarget (baked, move.control) && ! taken.contains (move.control); });

    if (found == macro.moves.end())
        return;

    macro.target = found->control;
    macro.least = normalisedOf (found->control, found->from);
    macro.greatest = normalisedOf (found->control, found->to);
    const auto stands = normalisedOf (found->control, static_cast<double> (baked.values[found->control]));
    macro.position = std::clamp ((stands - macro.least) / (macro.greatest - macro.least), 0.0, 1.0);
    taken.insert (found->control);
}
} // namespace

std::array<RackMacro, PatchSpec::macroCount> rackMacrosOf (const PatchSpec& patch)
{
    std::array<RackMacro, PatchSpec::macroCount> macros;
    std::set<Control> taken;
    auto baked = patch;
    static_cast<void> (bakeMacros (baked));

    for (std::size_t i = 0; i < macros.size(); ++i)
    {
        auto& macro = macros[i];
        macro.name = patch.macros[i].name;
        macro.value = macro.position = valueOf (patch, i);
        macro.moves = movesOf (patch, i);

        if (i >= patch::vitalMacros)
            mapDirectly (macro, baked, taken);
        else if (const auto own = member (Control::macro_control_1, static_cast<int> (i)); ! macro.name.empty() || ! macro.moves.empty())
        {
            macro.target = own;
            taken.insert (own);
        }
    }

    return macros;
}

std::vector<std::string> rackRemarksOf (const PatchSpec& patch)
{
    std::vector<std::string> remarks;
    const auto macros = rackMacrosOf (patch);

    for (std::size_t i = patch::vitalMacros; i < macros.size(); ++i)
    {
        const auto& macro = macros[i];
        const auto title = "Macro " + std::to_string (i + 1) + (macro.name.empty() ? "" : " (" + macro.name + ")");

        if (! macro.target && ! macro.moves.empty())
            remarks.push_back (title + " cannot be turned in the rack: Vital has four macros, and no parameter of its own does the same.");
        else if (macro.target && macro.moves.size() > 1)
            remarks.push_back (title + " turns " + std::string (infoOf (*macro.target).name) + " alone in the rack; what else it moves stays as it is.");
    }

    return remarks;
}

} // namespace athanor
