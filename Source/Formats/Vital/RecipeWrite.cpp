// SPDX-License-Identifier: GPL-3.0-or-later
// Writes recipes of wavetables.
#include "Formats/Base64.h"
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/Recipe.h"
#include "Formats/Vital/VitalVersion.h"
#include "Patch/WaveParts.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
Value::Parts partsFrom (const std::map<std::string, double>& numbers, std::span<const WaveNumber> known)
{
    Value::Parts parts;

    for (const auto& [name, number] : numbers)
    {
        const auto info = std::ranges::find (known, name, &WaveNumber::name);
        const auto kind = info != known.end() ? info->kind : WaveNumber::Kind::real;

        if (kind == WaveNumber::Kind::truth)
            parts.insert_or_assign (name, number != 0);
        else if (kind == WaveNumber::Kind::whole)
            parts.insert_or_assign (name, static_cast<std::int64_t> (number));
        else
            parts.insert_or_assign (name, number);
    }

    return parts;
}

Value valueOf (const WaveKeyframe& keyframe, const WavePart* part)
{
    auto parts = partsFrom (keyframe.numbers, part != nullptr ? part->ofKeyframe : std::span<const WaveNumber>());
    parts.insert_or_assign ("position", keyframe.position);

    if (keyframe.wave != nullptr)
        parts.insert_or_assign ("wave_data", base64Of (std::span (*keyframe.wave)));

    if (keyframe.line)
        parts.insert_or_assign ("line", valueOf (*keyframe.line));

    return parts;
}

Value valueOf (const WaveComponent& component)
{
    const auto* part = wavePartNamed (component.type);
    auto parts = partsFrom (component.numbers, part != nullptr ? part->ofComponent : std::span<const WaveNumber>());
    Value::List keyframes;

    for (const auto& keyframe : component.keyframes)
        keyframes.push_back (valueOf (keyframe, part));

    parts.insert_or_assign ("type", component.type);
    parts.insert_or_assign ("keyframes", std::move (keyframes));

    if (part != nullptr && part->hasAudio)
        parts.insert_or_assign ("audio_file", textOf (component.audio));

    return parts;
}
} // namespace

Value valueOf (const WavetableSpec& table)
{
    Value::List groups;

    for (const auto& group : table.groups)
    {
        Value::List components;

        for (const auto& component : group)
            components.push_back (valueOf (component));

        groups.emplace_back (Value::Parts { { "components", std::move (components) } });
    }

    return Value::Parts { { "author", table.author },
                          { "full_normalize", table.isNormalized },
                          { "groups", std::move (groups) },
                          { "name", table.name },
                          { "remove_all_dc", table.removesDc },
                          { "version", std::string (vitalVersion) } };
}

} // namespace athanor
