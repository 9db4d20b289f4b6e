// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/WhyText.h"

#include "Compose/Intent/BorrowedTrace.h"
#include "Formats/Bundle/Mapping.h"
#include "Formats/Json.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace athanor
{

namespace
{
/** With the first of these beginnings put in words; the number after it stays. */
std::string worded (std::string_view id, std::initializer_list<std::pair<std::string_view, std::string_view>> words)
{
    for (const auto& [begin, word] : words)
        if (id.starts_with (begin))
            return std::string (word) + " " + std::string (id.substr (begin.size()));

    std::string text (id);
    std::ranges::replace (text, '_', ' ');
    return text;
}

std::string nameOfSource (std::string_view id) { return worded (id, { { "env_", "Envelope" }, { "lfo_", "LFO" }, { "random_", "Random" }, { "macro_control_", "Macro" } }); }

std::string nameOfAddress (std::string_view address)
{
    const auto control = controlNamed (address);
    return control ? std::string (infoOf (*control).name) : worded (address, { { "slots/", "Modulation" }, { "lines/", "Shape of LFO" }, { "waves/", "Wave of oscillator" }, { "macros/", "Macro" } });
}

std::string textIn (const Value& value, const char* name)
{
    const auto* part = value.part (name);
    const auto* text = part != nullptr ? part->as<std::string>() : nullptr;
    return text != nullptr ? *text : std::string();
}

/** What is made of several parts: a modulation, or a macro. */
std::string textOfParts (const Value& value)
{
    const auto source = textIn (value, "source"), destination = textIn (value, "destination");

    if (source.empty() || destination.empty())
        return textIn (value, "name").empty() ? formatJson (value, JsonLayout::oneLine) : textIn (value, "name");

    const auto* amount = value.part ("amount");
    const auto* depth = amount != nullptr ? amount->as<double>() : nullptr;
    const auto percent = depth != nullptr ? " by " + std::to_string (std::lround (1'000 * *depth) / 10) + " %" : "";
    return nameOfSource (source) + " moves " + nameOfAddress (destination) + percent;
}

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

    return value.isNothing() ? "nothing" : textOfParts (value);
}

std::string linesOf (const PatchDelta& delta)
{
    auto line = "- " + nameOfAddress (delta.address) + ": " + textOf (delta.address, delta.from) + " -> " + textOf (delta.address, delta.to) + "\n";

    if (const auto [why, words] = reasonOf (delta); ! why.empty() || ! words.empty())
        line += "    " + why + (words.empty() ? "" : (why.empty() ? "\"" : " (\"") + words + (why.empty() ? "\"" : "\")")) + "\n";

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

Reason reasonOf (const PatchDelta& delta)
{
    return isCauseInAll (delta.cause) ? Reason { withCauseInAll (delta.why, delta.cause), {} } : Reason { delta.why, delta.cause };
}

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
