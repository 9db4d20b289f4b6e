// SPDX-License-Identifier: GPL-3.0-or-later
// Writes presets of Vital.
#include "Formats/Json.h"
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/BakeMacros.h"
#include "Formats/Vital/Recipe.h"
#include "Formats/Vital/VitalFile.h"
#include "Formats/Vital/VitalVersion.h"

#include <algorithm>

namespace athanor
{

namespace
{
Value valueOf (const PatchSlot& slot)
{
    Value::Parts parts { { "source", slot.source ? std::string (nameOf (*slot.source)) : slot.unknownSource },
                         { "destination", slot.destination ? std::string (infoOf (*slot.destination).id) : slot.unknownDestination } };

    if (slot.mapping)
        parts.insert_or_assign ("line_mapping", valueOf (*slot.mapping));

    return parts;
}

/** What was not understood goes back where it was; what is no JSON any more is left out. */
void putBack (Value::Parts& parts, const std::map<std::string, std::string>& kept)
{
    for (const auto& [name, json] : kept)
        if (auto value = parseJson (json))
            parts.try_emplace (name, *value);
}

Value settingsOf (const PatchSpec& patch)
{
    Value::Parts settings;
    Value::List slots, lines, tables;

    for (int i = 0; i < controlCount; ++i)
        settings.insert_or_assign (std::string (infoOf (static_cast<Control> (i)).id), static_cast<double> (patch.values[static_cast<Control> (i)]));

    for (const auto& slot : patch.slots)
        slots.push_back (valueOf (slot));

    for (const auto& line : patch.lfos)
        lines.push_back (valueOf (line));

    for (const auto& table : patch.wavetables)
        tables.push_back (valueOf (table));

    settings.insert_or_assign ("modulations", std::move (slots));
    settings.insert_or_assign ("lfos", std::move (lines));
    settings.insert_or_assign ("wavetables", std::move (tables));
    settings.insert_or_assign ("sample", valueOf (patch.sample));
    putBack (settings, patch.unknownSettings);
    settings.erase ("sub_octave"); // Vital would take the preset for an old one.
    return settings;
}

/** For ourselves alone: what Vital has no place for. */
Value::Parts oursOf (const PatchSpec& patch)
{
    Value::Parts parts;
    Value::List roles;

    if (! patch.tags.empty())
        parts.insert_or_assign ("tags", Value::List (patch.tags.begin(), patch.tags.end()));

    for (std::size_t i = 0; i < patch::vitalMacros; ++i)
        roles.emplace_back (patch.macros[i].role);

    if (std::ranges::any_of (roles, [] (const Value& role) { return role != Value (""); }))
        parts.insert_or_assign ("roles", std::move (roles));

    if (const auto origin = patch.origin.empty() ? Result<Value> (Value()) : parseJson (patch.origin); origin && ! origin->isNothing())
        parts.insert_or_assign ("origin", *origin);

    return parts;
}
} // namespace

Result<WrittenVital> writeVitalWithRemarks (const PatchSpec& original)
{
    if (const auto faults = faultsOf (original); ! faults.empty())
        return Failure { "This patch has a fault and was not written: " + faults[0].sentence, faults[0].path };

    PatchSpec patch = original;
    WrittenVital written;
    written.remarks = bakeMacros (patch);

    Value::Parts preset { { "synth_version", std::string (vitalVersion) }, { "preset_name", patch.name }, { "author", patch.author }, { "comments", patch.comments }, { "preset_style", patch.style } };

    for (std::size_t i = 0; i < patch::vitalMacros; ++i)
    {
        const auto number = std::to_string (i + 1);
        preset.insert_or_assign ("macro" + number, patch.macros[i].name.empty() ? "MACRO " + number : patch.macros[i].name);
    }

    if (auto ours = oursOf (patch); ! ours.empty())
        preset.insert_or_assign ("athanor", std::move (ours));

    preset.insert_or_assign ("settings", settingsOf (patch));
    putBack (preset, patch.unknown);
    written.bytes = formatJson (preset, JsonLayout::oneLine);
    return written;
}

Result<std::string> writeVital (const PatchSpec& patch)
{
    const auto written = writeVitalWithRemarks (patch);

    if (! written)
        return written.failure();

    return written->bytes;
}

} // namespace athanor
