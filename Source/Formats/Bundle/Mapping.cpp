// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Bundle/Mapping.h"

#include "Formats/Ableton/RackMacros.h"
#include "Formats/Ableton/VitalPlugin.h"
#include "Formats/Vital/VitalVersion.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace athanor
{

namespace
{
std::string digitsOf (double number)
{
    // As many digits as a person reads: 12400, 310, 31.5, 3.15, 0.315.
    const auto size = std::abs (number);
    const auto digits = size >= 100 ? 0 : size >= 10 ? 1
                                      : size >= 1    ? 2
                                                     : 3;
    std::array<char, 400> text;
    std::string shown (text.data(), std::to_chars (text.data(), text.data() + text.size(), number, std::chars_format::fixed, digits).ptr);

    if (digits > 0)
    {
        shown.erase (shown.find_last_not_of ('0') + 1);

        if (shown.ends_with ('.'))
            shown.pop_back();
    }

    return shown == "-0" ? "0" : shown;
}

/** To six digits, which is more than any host shows. */
double neat (double number) { return std::round (number * 1e6) / 1e6; }

Value valueOf (const MacroMove& move)
{
    return Value::Parts { { "control", std::string (infoOf (move.control).id) },
                          { "name", std::string (infoOf (move.control).name) },
                          { "vst3ParamId", vitalParameterId (move.control) },
                          { "min", neat (normalisedOf (move.control, move.from)) },
                          { "max", neat (normalisedOf (move.control, move.to)) },
                          { "unit", "normalised" },
                          { "display", shownText (move.control, move.from) + " .. " + shownText (move.control, move.to) } };
}

Value valueOf (const RackMacro& macro, std::size_t place)
{
    Value::List moves;

    for (const auto& move : macro.moves)
        moves.push_back (valueOf (move));

    Value::Parts parts { { "n", static_cast<std::int64_t> (place + 1) }, { "name", macro.name }, { "value", neat (macro.value) }, { "moves", std::move (moves) } };

    if (macro.target)
        parts["map"] = Value::Parts { { "control", std::string (infoOf (*macro.target).id) },
                                      { "name", std::string (infoOf (*macro.target).name) },
                                      { "vst3ParamId", vitalParameterId (*macro.target) },
                                      { "min", neat (macro.least) },
                                      { "max", neat (macro.greatest) },
                                      { "position", neat (macro.position) },
                                      { "curve", "linear" },
                                      { "unit", "normalised" } };

    return parts;
}

std::string percent (double share) { return digitsOf (std::round (1'000 * share) / 10) + " %"; }

std::string storedText (Control control, double normalised)
{
    const auto& info = infoOf (control);
    return shownText (control, static_cast<double> (info.least) + normalised * static_cast<double> (info.greatest - info.least));
}

std::string linesOf (const RackMacro& macro, std::size_t place)
{
    const auto title = "Macro " + std::to_string (place + 1) + (macro.name.empty() ? "" : ": " + macro.name);

    if (macro.moves.empty() && ! macro.target)
        return title + " moves nothing.\n";

    auto lines = title + ", at " + percent (macro.value) + "\n";

    for (const auto& move : macro.moves)
        lines += "    " + std::string (infoOf (move.control).name) + ": " + shownText (move.control, move.from) + " to " + shownText (move.control, move.to) + "\n";

    if (! macro.target)
        return lines + "    No single parameter of Vital does this; it stays where it is.\n";

    const auto& target = infoOf (*macro.target);

    if (place < patch::vitalMacros)
        return lines + "    In Vital: turn \"" + std::string (target.name) + "\"; map it from 0 % to 100 %.\n";

    return lines + "    In Vital: map \"" + std::string (target.name) + "\" from " + percent (macro.least) + " (" + storedText (*macro.target, macro.least) + ") to " + percent (macro.greatest) + " (" + storedText (*macro.target, macro.greatest) + "); the knob stands at " + percent (macro.position) + ".\n";
}
} // namespace

std::string shownText (Control control, double stored)
{
    const auto& info = infoOf (control);
    const auto whole = static_cast<std::size_t> (std::max (0.0, std::round (stored)));

    if (whole < info.choices.size())
        return std::string (info.choices[whole]);

    const auto number = static_cast<double> (shown (control, static_cast<float> (stored)));
    return digitsOf (number) + (info.unit.empty() ? "" : " ") + std::string (info.unit);
}

Value mappingOf (const PatchSpec& patch)
{
    Value::List macros;
    const auto all = rackMacrosOf (patch);

    for (std::size_t i = 0; i < all.size(); ++i)
        macros.push_back (valueOf (all[i], i));

    return Value::Parts { { "format", "athanor.macro-recipe/1" },
                          { "preset", patch.name },
                          { "target", Value::Parts { { "plugin", "Vital" }, { "vst3", std::string (vitalClassId) }, { "synth_version", std::string (vitalVersion) } } },
                          { "macros", std::move (macros) } };
}

std::string mappingText (const PatchSpec& patch)
{
    std::string text = "The eight knobs of \"" + patch.name + "\"\n\n"
                                                              "The preset is for Vital " +
                       std::string (vitalVersion) + " or later, which is free at vital.audio. Vital has four macros of its own: knobs 1 to 4 are\n"
                                                    "those. Knobs 5 to 8 each turn the one parameter that they move farthest; what else they do is set in the preset\n"
                                                    "as it stood.\n\n";
    const auto all = rackMacrosOf (patch);

    for (std::size_t i = 0; i < all.size(); ++i)
        text += linesOf (all[i], i) + "\n";

    return text + "In Ableton Live: drag the file that ends in .adg into a track (\"Live 11\" opens in 11.3 and later, \"Live 12\" from 12.2 on);\n"
                  "all eight are mapped. By hand: load Vital, open the .vital file in it, group it (Ctrl-G or Cmd-G), press Configure on the\n"
                  "device, click the parameter in Vital, then Map in the rack's title and click the macro; set its range on the left.\n\n"
                  "In another host: load Vital, open the .vital file, and give each knob of the host or of a controller the parameter above\n"
                  "with its range. VST3 hosts know each by the number in mapping.json (vst3ParamId).\n";
}

} // namespace athanor
