// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/WhyText.h"

#include "Formats/Bundle/Mapping.h"
#include "Formats/Json.h"

namespace athanor
{

namespace
{
/** A value of a delta as its control shows it, else as it stands. */
std::string textOf (const std::string& address, const Value& value)
{
    const auto control = controlNamed (address);
    const auto* real = value.as<double>();
    const auto* whole = value.as<std::int64_t>();

    if (control && (real != nullptr || whole != nullptr))
        return shownText (*control, real != nullptr ? *real : static_cast<double> (*whole));

    if (const auto* text = value.as<std::string>())
        return *text;

    return value.isNothing() ? "nothing" : formatJson (value, JsonLayout::oneLine);
}

std::string nameOfAddress (const std::string& address)
{
    const auto control = controlNamed (address);
    return control ? std::string (infoOf (*control).name) : address;
}

std::string linesOf (const PatchDelta& delta)
{
    auto line = "- " + nameOfAddress (delta.address) + ": " + textOf (delta.address, delta.from) + " -> " + textOf (delta.address, delta.to) + "\n";

    if (! delta.why.empty() || ! delta.cause.empty())
        line += "    " + delta.why + (delta.cause.empty() ? "" : (delta.why.empty() ? "\"" : " (\"") + delta.cause + (delta.why.empty() ? "\"" : "\")")) + "\n";

    return line;
}

std::string sentences (const std::string& title, const std::vector<std::string>& list)
{
    std::string text = list.empty() ? "" : "\n" + title + "\n";

    for (const auto& one : list)
        text += "- " + one + "\n";

    return text;
}
} // namespace

std::string whyText (const MadePatch& made)
{
    const auto& origin = made.origin;
    auto text = "Why \"" + made.patch.name + "\" is as it is\n" + (made.patch.comments.empty() ? "" : "\n" + made.patch.comments + "\n") + sentences ("Asked for", origin.prompts);

    std::vector<std::string> understood;

    for (const auto& trace : origin.intent.trace)
        understood.push_back (trace.meaning);

    text += sentences ("Understood (" + origin.planner + ")", understood) + sentences ("Not understood", origin.intent.notUnderstood);
    text += "\nMade from the template \"" + origin.templateId + "\" (version " + std::to_string (origin.templateVersion) + ")" + (origin.base.empty() ? "" : " and the preset \"" + origin.base + "\"") + ", seed " + std::to_string (origin.seed) + (origin.variation > 0 ? ", variation " + std::to_string (origin.variation) : "") + ", generator " + std::to_string (origin.generator) + ".\n";

    if (! origin.deltas.empty())
        text += "\nWhat is different from there, and why\n";

    for (const auto& delta : origin.deltas)
        text += linesOf (delta);

    return text + sentences ("To know", made.remarks);
}

} // namespace athanor
