// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Manual.h"

#include "Modules/Registry.h"

#include <cstdio>
#include <map>
#include <vector>

namespace athanor
{

namespace
{
std::string number (float value)
{
    char text[32];
    std::snprintf (text, sizeof text, "%g", static_cast<double> (value));
    return text;
}

std::string rangeText (const Range& range)
{
    if (! range.choices.empty())
    {
        std::string text = " One of";

        for (std::size_t i = 0; i < range.choices.size(); ++i)
            text += (i == 0 ? " " : ", ") + std::string (range.choices[i]);

        return text + "; starts as " + std::string (range.choices[static_cast<std::size_t> (range.initial)]) + ".";
    }

    const auto unit = range.unit.empty() ? std::string() : " " + std::string (range.unit);
    return " " + number (range.low) + " to " + number (range.high) + unit + ", starts at " + number (range.initial) + ".";
}

std::string portLine (const Port& port)
{
    static const std::map<Port::Kind, std::string> kinds { { Port::Kind::input, "in" }, { Port::Kind::output, "out" }, { Port::Kind::knob, "knob" }, { Port::Kind::notesIn, "notes in" }, { Port::Kind::notesOut, "notes out" }, { Port::Kind::sound, "sound" } };
    auto line = "- **" + std::string (port.id) + "** (" + kinds.at (port.kind) + "): " + std::string (port.doc);

    if (port.kind == Port::Kind::knob)
        line += rangeText (static_cast<const Knob&> (port).range);

    return line + "\n";
}

std::string modulePage (const ModuleType& type)
{
    const auto& module = type.prototype();
    auto page = "### " + std::string (type.about->name) + " `" + std::string (type.about->id) + "`\n\n" + std::string (type.about->doc) + "\n\n";

    for (const auto* port : module.ports())
        page += portLine (*port);

    if (module.latency() > Frames (0))
        page += "- Latency: " + std::to_string (module.latency().value) + " frames, made up for everywhere.\n";

    return page + "\n";
}
} // namespace

std::string manualOfModules()
{
    std::vector<std::string_view> groups;
    std::map<std::string_view, std::string> pages;

    for (const auto& type : moduleTypes())
    {
        if (! pages.contains (type.about->group))
            groups.push_back (type.about->group);

        pages[type.about->group] += modulePage (type);
    }

    std::string manual = "# Modules\n\n";

    for (const auto group : groups)
        manual += "## " + std::string (group) + "\n\n" + pages[group];

    return manual;
}

std::string manualOfActions (const Actions& actions)
{
    std::string manual = "# Actions\n\n";

    for (const auto& action : actions.all())
    {
        manual += "- **" + action.name + "** `" + action.id + "`" + (action.shortcut.empty() ? "" : " (" + action.shortcut + ")") + ": " + action.doc + "\n";

        for (const auto& argument : action.arguments)
            manual += "  - *" + argument.name + "*: " + argument.doc + "\n";
    }

    return manual;
}

} // namespace athanor
