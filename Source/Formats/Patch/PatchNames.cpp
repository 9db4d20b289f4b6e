// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/PatchNames.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr std::array<std::string_view, 5> numbered { "env_", "lfo_", "random_", "osc_", "filter_" };
constexpr std::array<std::string_view, 9> single { "chorus_", "compressor_", "delay_", "distortion_", "eq_", "flanger_", "phaser_", "reverb_", "sample_" };
constexpr std::string_view everythingElse = "voice";

constexpr std::array<std::string_view, 17> topNames { "schema_version", "engine_version", "synth_target", "name", "author", "comments", "style", "tags",
                                                      "modules", "modulation", "macros", "lfos", "wavetables", "sample", "unknown_settings", "other", "origin" };
} // namespace

std::pair<std::string, std::string> moduleAndName (std::string_view id)
{
    const auto begins = [&] (std::string_view family) { return id.starts_with (family); };
    std::size_t split = 0;

    if (std::ranges::any_of (numbered, begins))
        split = id.find ('_', id.find ('_') + 1);
    else if (std::ranges::any_of (single, begins))
        split = id.find ('_');

    if (split == 0 || split == id.npos)
        return { std::string (everythingElse), std::string (id) };

    return { std::string (id.substr (0, split)), std::string (id.substr (split + 1)) };
}

std::string idIn (std::string_view module, std::string_view name)
{
    return module == everythingElse ? std::string (name) : std::string (module) + "_" + std::string (name);
}

bool isInModule (Control control)
{
    const auto id = infoOf (control).id;
    return ! id.starts_with ("modulation_") && ! id.starts_with ("macro_control_");
}

bool isPatchName (std::string_view name) noexcept { return std::ranges::find (topNames, name) != topNames.end(); }

} // namespace athanor
