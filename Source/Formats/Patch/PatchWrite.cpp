// SPDX-License-Identifier: GPL-3.0-or-later
// Writes our own files of patches.
#include "Formats/Json.h"
#include "Formats/Patch/ControlReader.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Patch/PatchNames.h"
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/Recipe.h"

#include <algorithm>

namespace athanor
{

namespace
{
/** Which macro plays a slot, from 0. */
std::optional<std::size_t> macroOf (const PatchSlot& slot)
{
    for (std::size_t i = 0; slot.source && i < PatchSpec::macroCount; ++i)
        if (nameOf (*slot.source) == "macro_control_" + std::to_string (i + 1))
            return i;

    return std::nullopt;
}

bool isUsed (const PatchSpec& patch, int index)
{
    return patch.slots[static_cast<std::size_t> (index)] != PatchSlot() || std::ranges::any_of (slotControls, [&] (const auto& named) {
               return patch.values[member (named.second, index)] != infoOf (named.second).initial;
           });
}

Value slotValue (const PatchSpec& patch, int index)
{
    const auto& slot = patch.slots[static_cast<std::size_t> (index)];
    Value::Parts parts { { "slot", index + 1 } };

    if (slot.source && ! macroOf (slot))
        parts.insert_or_assign ("source", std::string (nameOf (*slot.source)));

    if (slot.destination)
        parts.insert_or_assign ("destination", std::string (infoOf (*slot.destination).id));

    if (! slot.unknownSource.empty())
        parts.insert_or_assign ("unknown_source", slot.unknownSource);

    if (! slot.unknownDestination.empty())
        parts.insert_or_assign ("unknown_destination", slot.unknownDestination);

    if (slot.mapping)
        parts.insert_or_assign ("mapping", valueOf (*slot.mapping));

    for (const auto& [name, first] : slotControls)
        parts.insert_or_assign (name, shortNumber (patch.values[member (first, index)]));

    return parts;
}

/** Those of one macro, or those of none. */
Value::List slotValues (const PatchSpec& patch, std::optional<std::size_t> macro)
{
    Value::List slots;

    for (int i = 0; i < patch::slots; ++i)
        if (isUsed (patch, i) && macroOf (patch.slots[static_cast<std::size_t> (i)]) == macro)
            slots.push_back (slotValue (patch, i));

    return slots;
}

Value::List macroValues (const PatchSpec& patch)
{
    Value::List macros;

    for (std::size_t i = 0; i < patch.macros.size(); ++i)
    {
        const auto& macro = patch.macros[i];
        const auto value = i < patch::vitalMacros ? shortNumber (patch.values[member (Control::macro_control_1, static_cast<int> (i))]) : Value (macro.value);
        macros.emplace_back (Value::Parts { { "name", macro.name }, { "role", macro.role }, { "value", value }, { "assignments", slotValues (patch, i) } });
    }

    return macros;
}

Value::Parts moduleValues (const ControlValues& values)
{
    std::map<std::string, Value::Parts> modules;

    for (int i = 0; i < controlCount; ++i)
        if (const auto control = static_cast<Control> (i); isInModule (control))
        {
            const auto [module, name] = moduleAndName (infoOf (control).id);
            modules[module].insert_or_assign (name, shortNumber (values[control]));
        }

    return { modules.begin(), modules.end() };
}

template <typename Items>
Value::List listOfAll (const Items& items)
{
    Value::List list;

    for (const auto& item : items)
        list.emplace_back (valueOf (item));

    return list;
}

Value parsed (const std::string& json)
{
    const auto value = parseJson (json);
    return value ? *value : Value();
}

void addUnknown (const PatchSpec& patch, Value::Parts& parts)
{
    Value::Parts settings, other;

    for (const auto& [name, json] : patch.unknownSettings)
        settings.insert_or_assign (name, parsed (json));

    for (const auto& [name, json] : patch.unknown)
        (isPatchName (name) ? other : parts).insert_or_assign (name, parsed (json));

    if (! settings.empty())
        parts.insert_or_assign ("unknown_settings", std::move (settings));

    if (! other.empty())
        parts.insert_or_assign ("other", std::move (other));
}
} // namespace

std::string writePatch (const PatchSpec& patch)
{
    Value::Parts parts { { "schema_version", PatchSpec::schemaVersion },
                         { "engine_version", patch.engineVersion },
                         { "synth_target", patch.synthTarget },
                         { "name", patch.name },
                         { "author", patch.author },
                         { "comments", patch.comments },
                         { "style", patch.style },
                         { "tags", Value::List (patch.tags.begin(), patch.tags.end()) },
                         { "modules", moduleValues (patch.values) },
                         { "modulation", slotValues (patch, std::nullopt) },
                         { "macros", macroValues (patch) },
                         { "lfos", listOfAll (patch.lfos) },
                         { "wavetables", listOfAll (patch.wavetables) },
                         { "sample", valueOf (patch.sample) } };

    if (! patch.origin.empty())
        parts.insert_or_assign ("origin", parsed (patch.origin));

    addUnknown (patch, parts);
    return formatJson (parts);
}

} // namespace athanor
