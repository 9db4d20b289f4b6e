// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchOrigin.h"

#include "Compose/Intent/IntentValue.h"

#include <algorithm>
#include <charconv>

namespace athanor
{

namespace
{
constexpr std::size_t mostPrompts = 200, mostDeltas = 2'000, longestText = 20'000;
constexpr std::int64_t mostChoices = 100;

const Value& partOf (const Value& value, const char* name)
{
    static const Value nothing;
    const auto* part = value.part (name);
    return part != nullptr ? *part : nothing;
}

std::string textIn (const Value& value, const char* name)
{
    const auto* text = partOf (value, name).as<std::string>();
    return text != nullptr ? text->substr (0, longestText) : std::string();
}

int numberIn (const Value& value, const char* name)
{
    const auto* number = partOf (value, name).as<std::int64_t>();
    return number != nullptr && *number >= 0 && *number < 1'000'000 ? static_cast<int> (*number) : 0;
}
} // namespace

Value toValue (const PatchOrigin& origin)
{
    Value::List prompts, deltas, knobs;

    for (const auto& prompt : origin.prompts)
        prompts.emplace_back (prompt);

    for (const auto& delta : origin.deltas)
        deltas.push_back (toValue (delta));

    for (const auto knob : origin.knobs)
        knobs.emplace_back (knob);

    // A seed is 64 bits without a sign, which JSON has not: it stands there as text.
    return Value::Parts { { "prompts", prompts }, { "intent", toValue (origin.intent) }, { "planner", origin.planner }, { "seed", std::to_string (origin.seed) }, { "variation", origin.variation }, { "generator", origin.generator }, { "template", origin.templateId }, { "template_version", origin.templateVersion }, { "base", origin.base }, { "deltas", deltas }, { "knobs", knobs } };
}

Result<PatchOrigin> originFrom (const Value& value)
{
    const Failure unreadable { "How this patch came to be is not written as it should be.", {} };
    PatchOrigin origin;
    const auto *prompts = partOf (value, "prompts").as<Value::List>(), *deltas = partOf (value, "deltas").as<Value::List>();

    if (prompts == nullptr || deltas == nullptr || prompts->size() > mostPrompts || deltas->size() > mostDeltas)
        return unreadable;

    for (const auto& prompt : *prompts)
        if (const auto* text = prompt.as<std::string>())
            origin.prompts.push_back (text->substr (0, longestText));

    auto reading = readIntent (partOf (value, "intent"));

    if (! reading.faults.empty())
        return Failure { unreadable.message, reading.faults.front().path + ": " + reading.faults.front().sentence };

    origin.intent = std::move (reading.intent);

    for (const auto& one : *deltas)
    {
        auto delta = deltaFrom (one);

        if (! delta)
            return delta.failure();

        origin.deltas.push_back (*delta);
    }

    const auto seed = textIn (value, "seed");

    if (const auto [end, fault] = std::from_chars (seed.data(), seed.data() + seed.size(), origin.seed); fault != std::errc())
        return unreadable;

    origin.planner = textIn (value, "planner");
    origin.variation = numberIn (value, "variation");
    origin.generator = numberIn (value, "generator");
    origin.templateId = textIn (value, "template");
    origin.templateVersion = numberIn (value, "template_version");
    origin.base = textIn (value, "base");

    if (const auto* knobs = partOf (value, "knobs").as<Value::List>())
        for (std::size_t i = 0; i < std::min (knobs->size(), origin.knobs.size()); ++i)
            if (const auto* knob = (*knobs)[i].as<std::int64_t>())
                origin.knobs[i] = static_cast<int> (std::clamp<std::int64_t> (*knob, 0, mostChoices));

    return origin;
}

} // namespace athanor
