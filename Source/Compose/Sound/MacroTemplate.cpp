// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/MacroTemplate.h"

#include "Compose/Sound/BasicShapes.h"

#include <algorithm>

namespace athanor
{

namespace
{
/** As the presets of Vital are sorted. */
std::string styleOf (SoundCategory category)
{
    switch (category)
    {
        case SoundCategory::bass:
            return "Bass";
        case SoundCategory::lead:
        case SoundCategory::brass:
            return "Lead";
        case SoundCategory::pad:
        case SoundCategory::strings:
            return "Pad";
        case SoundCategory::keys:
        case SoundCategory::pluck:
        case SoundCategory::bell:
            return "Keys";
        case SoundCategory::drums:
            return "Percussion";
        case SoundCategory::effects:
            return "SFX";
        case SoundCategory::sequence:
            break;
    }

    return "Sequence";
}

std::optional<int> slotOf (Control control)
{
    const auto place = static_cast<int> (control), first = static_cast<int> (Control::modulation_1_amount);
    const auto stride = static_cast<int> (Control::modulation_2_amount) - first;
    return place >= first && place < first + stride * patch::slots ? std::optional ((place - first) / stride) : std::nullopt;
}

/** The source that a control shapes: env_2 of env_2_attack. */
std::optional<PatchSource> shapedBy (Control control)
{
    const auto id = infoOf (control).id;

    if (! id.starts_with ("env_") && ! id.starts_with ("lfo_") && ! id.starts_with ("random_"))
        return {};

    return patchSourceNamed (id.substr (0, id.find ('_', id.find ('_') + 1)));
}

/** The switch of the part that a control belongs to: filter_1_on of filter_1_cutoff. */
std::optional<Control> partSwitchOf (Control control)
{
    const auto id = infoOf (control).id;

    for (const std::string_view part : { "osc_1", "osc_2", "osc_3", "filter_1", "filter_2", "filter_fx", "sample", "chorus", "compressor", "delay", "distortion", "eq", "flanger", "phaser", "reverb" })
        if (id.size() > part.size() && id.starts_with (part) && id[part.size()] == '_')
            return controlNamed (std::string (part) + "_on");

    return {};
}

std::string idOf (Control control) { return std::string (infoOf (control).id); }

Value valueOf (const RoleTarget& target)
{
    Value::Parts parts { { "control", idOf (target.control) }, { "from", target.from }, { "to", target.to } };

    if (target.power < 0 || target.power > 0)
        parts["power"] = target.power;

    Value::List needs;

    for (const auto control : target.needs)
        needs.emplace_back (idOf (control));

    if (! needs.empty())
        parts["needs"] = std::move (needs);

    return parts;
}

Value valueOf (const MacroRole& role)
{
    Value::List targets, conflicts;

    for (const auto& target : role.targets)
        targets.push_back (valueOf (target));

    for (const auto feature : role.conflicts)
        conflicts.emplace_back (std::string (nameOf (feature)));

    Value::Parts parts { { "id", role.id }, { "label", role.label }, { "does", role.does }, { "initial", role.initial }, { "targets", std::move (targets) } };

    if (! conflicts.empty())
        parts["conflicts"] = std::move (conflicts);

    return parts;
}

Value valueOf (const TemplateSlot& slot)
{
    Value::Parts parts { { "source", std::string (nameOf (slot.source)) }, { "destination", idOf (slot.destination) }, { "amount", slot.amount } };

    if (slot.isBipolar)
        parts["bipolar"] = true;

    return parts;
}

Value::Parts valuesOf (const std::map<int, std::string>& names)
{
    Value::Parts parts;

    for (const auto& [index, name] : names)
        parts[std::to_string (index + 1)] = name;

    return parts;
}
} // namespace

Value toValue (const MacroTemplate& made)
{
    Value::Parts defaults;
    Value::List tags, slots, roles;

    for (const auto& tag : made.tags)
        tags.emplace_back (tag);

    for (const auto& [control, value] : made.defaults)
        defaults[idOf (control)] = value;

    for (const auto& slot : made.slots)
        slots.push_back (valueOf (slot));

    for (const auto& role : made.roles)
        roles.push_back (valueOf (role));

    return Value::Parts { { "schema_version", MacroTemplate::schemaVersion },
                          { "id", made.id },
                          { "name", made.name },
                          { "category", std::string (nameOf (made.category)) },
                          { "version", made.version },
                          { "description", made.description },
                          { "tags", std::move (tags) },
                          { "defaults", std::move (defaults) },
                          { "waves", valuesOf (made.waves) },
                          { "lines", valuesOf (made.lines) },
                          { "slots", std::move (slots) },
                          { "roles", std::move (roles) } };
}

//==============================================================================
bool counts (const PatchSpec& patch, const RoleTarget& target)
{
    const auto isMoved = [&] (const PatchSlot& slot) { return slot.source && slot.destination; };
    const auto own = partSwitchOf (target.control);

    if ((own && ! patch.values.isOn (*own)) || ! std::ranges::all_of (target.needs, [&] (Control needed) { return patch.values.isOn (needed); }))
        return false;

    if (const auto slot = slotOf (target.control))
        return isMoved (patch.slots[static_cast<std::size_t> (*slot)]);

    const auto source = shapedBy (target.control);
    return ! source || source == PatchSource::env_1 || std::ranges::any_of (patch.slots, [&] (const PatchSlot& slot) { return slot.source == source && slot.destination; });
}

bool connectMacro (PatchSpec& patch, std::size_t macro, const RoleTarget& target)
{
    const auto free = std::ranges::find_if (patch.slots, [] (const PatchSlot& slot) { return slot == PatchSlot(); });

    if (free == patch.slots.end())
        return false;

    const auto index = static_cast<int> (free - patch.slots.begin());
    const auto& info = infoOf (target.control);

    free->source = patchSourceNamed ("macro_control_" + std::to_string (macro + 1));
    free->destination = target.control;
    patch.values[target.control] = static_cast<float> (target.from);
    patch.values[member (Control::modulation_1_amount, index)] = static_cast<float> ((target.to - target.from) / static_cast<double> (info.greatest - info.least));
    patch.values[member (Control::modulation_1_power, index)] = static_cast<float> (target.power);
    return true;
}

void setMacro (PatchSpec& patch, std::size_t macro, double value)
{
    patch.macros[macro].value = value;

    if (macro < patch::vitalMacros)
        patch.values[member (Control::macro_control_1, static_cast<int> (macro))] = static_cast<float> (value);
}

PatchSpec patchOf (const MacroTemplate& made)
{
    PatchSpec patch;
    patch.name = made.name;
    patch.author = "Athanor";
    patch.comments = made.description;
    patch.style = styleOf (made.category);
    patch.tags = made.tags;
    patch.tags.insert (patch.tags.begin(), std::string (nameOf (made.category)));

    for (const auto& [control, value] : made.defaults)
        patch.values[control] = static_cast<float> (value);

    for (const auto& [index, name] : made.waves)
        if (auto wave = basicWave (name))
            patch.wavetables[static_cast<std::size_t> (index)] = std::move (*wave);

    for (const auto& [index, name] : made.lines)
        if (auto line = basicLine (name))
            patch.lfos[static_cast<std::size_t> (index)] = std::move (*line);

    for (std::size_t i = 0; i < made.slots.size(); ++i)
    {
        const auto& slot = made.slots[i];
        const auto index = static_cast<int> (i);
        patch.slots[i].source = slot.source;
        patch.slots[i].destination = slot.destination;
        patch.values[member (Control::modulation_1_amount, index)] = static_cast<float> (slot.amount);
        patch.values[member (Control::modulation_1_bipolar, index)] = slot.isBipolar ? 1.0f : 0.0f;
    }

    for (std::size_t macro = 0; macro < made.roles.size(); ++macro)
    {
        const auto& role = made.roles[macro];
        patch.macros[macro].name = role.label;
        patch.macros[macro].role = role.id;
        setMacro (patch, macro, role.initial);

        for (const auto& target : role.targets)
            if (counts (patch, target))
                connectMacro (patch, macro, target);
            else // as it would stand, should somebody switch its part on
                patch.values[target.control] = static_cast<float> (target.from + (target.to - target.from) * role.initial);
    }

    return patch;
}

} // namespace athanor
