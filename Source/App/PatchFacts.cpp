// SPDX-License-Identifier: GPL-3.0-or-later
// What a patch is made of, in words.
#include "App/PatchFiles.h"
#include "Patch/EffectOrder.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace athanor
{

namespace
{
/** In the order of their numbers in the preset. */
constexpr std::array effects { std::pair ("chorus", Control::chorus_on), std::pair ("compressor", Control::compressor_on),
                               std::pair ("delay", Control::delay_on), std::pair ("distortion", Control::distortion_on),
                               std::pair ("eq", Control::eq_on), std::pair ("filter", Control::filter_fx_on),
                               std::pair ("flanger", Control::flanger_on), std::pair ("phaser", Control::phaser_on),
                               std::pair ("reverb", Control::reverb_on) };

std::string choiceOf (const ControlValues& values, Control control)
{
    const auto& choices = infoOf (control).choices;
    const auto choice = static_cast<std::size_t> (std::max (0, values.choice (control)));
    return choice < choices.size() ? std::string (choices[choice]) : std::to_string (choice);
}

using Lines = std::vector<std::string>;

Lines oscillatorsOf (const PatchSpec& patch)
{
    Lines lines;

    for (int i = 0; i < patch::oscillators; ++i)
    {
        const auto control = [&] (Control first) { return member (first, i); };

        if (! patch.values.isOn (control (Control::osc_1_on)))
            continue;

        auto line = std::to_string (i + 1) + " \"" + patch.wavetables[static_cast<std::size_t> (i)].name + "\"";

        if (const auto voices = patch.values.choice (control (Control::osc_1_unison_voices)); voices > 1)
            line += ", " + std::to_string (voices) + " in unison";

        for (const auto type : { control (Control::osc_1_distortion_type), control (Control::osc_1_spectral_morph_type) })
            if (patch.values.choice (type) > 0)
                line += ", " + choiceOf (patch.values, type);

        lines.push_back (line);
    }

    if (patch.values.isOn (Control::sample_on))
        lines.push_back ("sample \"" + patch.sample.name + "\"");

    return lines;
}

Lines filtersOf (const PatchSpec& patch)
{
    Lines lines;

    for (int i = 0; i < patch::filters; ++i)
        if (patch.values.isOn (member (Control::filter_1_on, i)))
            lines.push_back (std::to_string (i + 1) + " " + choiceOf (patch.values, member (Control::filter_1_model, i)));

    return lines;
}

/** Those that are on, in the order of the chain. */
Lines effectsOf (const PatchSpec& patch)
{
    Lines lines;

    for (const auto effect : patch::effectOrderOf (patch.values.choice (Control::effect_chain_order)))
        if (const auto& [name, control] = effects[static_cast<std::size_t> (effect)]; patch.values.isOn (control))
            lines.emplace_back (name);

    return lines;
}

Lines modulationsOf (const PatchSpec& patch)
{
    Lines lines;

    for (const auto& slot : patch.slots)
        if (slot.source && slot.destination)
            lines.push_back (std::string (nameOf (*slot.source)) + " to " + std::string (infoOf (*slot.destination).id));

    return lines;
}

Lines macrosOf (const PatchSpec& patch)
{
    Lines lines;

    for (std::size_t i = 0; i < patch.macros.size(); ++i)
    {
        const auto source = patchSourceNamed ("macro_control_" + std::to_string (i + 1));
        const bool isUsed = std::ranges::any_of (patch.slots, [&] (const PatchSlot& slot) { return source && slot.source == source; });

        if (isUsed || ! patch.macros[i].name.empty())
            lines.push_back (std::to_string (i + 1) + " " + (patch.macros[i].name.empty() ? "Macro " + std::to_string (i + 1) : patch.macros[i].name) + (isUsed ? "" : " (moves nothing)"));
    }

    return lines;
}

Lines wavetablesOf (const PatchSpec& patch)
{
    Lines lines;

    for (const auto& table : patch.wavetables)
        lines.push_back (table.name);

    return lines;
}

Lines unknownOf (const PatchSpec& patch)
{
    Lines lines;

    for (const auto* kept : { &patch.unknown, &patch.unknownSettings })
        for (const auto& entry : *kept)
            lines.push_back (entry.first);

    return lines;
}

std::string joined (const Lines& lines)
{
    std::string text;

    for (const auto& line : lines)
        (text += text.empty() ? "" : "; ") += line;

    return text.empty() ? "none" : text;
}

Value listOf (const Lines& lines) { return Value::List (lines.begin(), lines.end()); }
} // namespace

std::string describePatch (const LoadedPatch& loaded)
{
    const auto& patch = loaded.patch;
    const auto modulations = modulationsOf (patch);
    auto text = loaded.kind + " \"" + patch.name + "\"" + (patch.author.empty() ? "" : " by " + patch.author) + (patch.style.empty() ? "" : ", " + patch.style) + ".";

    text += "\nOscillators: " + joined (oscillatorsOf (patch));
    text += "\nFilters: " + joined (filtersOf (patch));
    text += "\nEffects: " + joined (effectsOf (patch));
    text += "\nWavetables: " + joined (wavetablesOf (patch));
    text += "\nMacros: " + joined (macrosOf (patch));
    text += "\nModulations: " + std::to_string (modulations.size()) + " of " + std::to_string (patch::slots) + (modulations.empty() ? "" : ": " + joined (modulations));

    if (const auto unknown = unknownOf (patch); ! unknown.empty())
        text += "\nKept, but not understood: " + joined (unknown);

    for (const auto& remark : loaded.remarks)
        text += "\n- " + remark;

    return text;
}

Value patchFacts (const LoadedPatch& loaded)
{
    const auto& patch = loaded.patch;
    return Value::Parts { { "kind", loaded.kind },
                          { "name", patch.name },
                          { "author", patch.author },
                          { "style", patch.style },
                          { "oscillators", listOf (oscillatorsOf (patch)) },
                          { "filters", listOf (filtersOf (patch)) },
                          { "effects", listOf (effectsOf (patch)) },
                          { "wavetables", listOf (wavetablesOf (patch)) },
                          { "macros", listOf (macrosOf (patch)) },
                          { "modulations", listOf (modulationsOf (patch)) },
                          { "unknown", listOf (unknownOf (patch)) },
                          { "remarks", listOf (loaded.remarks) } };
}

} // namespace athanor
