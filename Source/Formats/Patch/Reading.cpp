// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/Reading.h"

#include "Core/Text.h"
#include "Formats/Json.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::size_t mostRemarks = 40;
constexpr int deepestKept = deepestJson / 2;

int depthOf (const Value& value)
{
    int deepest = 0;

    if (const auto* list = value.as<Value::List>())
        for (const auto& each : *list)
            deepest = std::max (deepest, depthOf (each));

    if (const auto* parts = value.as<Value::Parts>())
        for (const auto& [name, each] : *parts)
            deepest = std::max (deepest, depthOf (each));

    return deepest + 1;
}
} // namespace

void Remarks::add (std::string sentence)
{
    if (sentences.size() < mostRemarks && std::ranges::find (sentences, sentence) == sentences.end())
        sentences.push_back (std::move (sentence));
}

std::string Reading::text (const Value* value) const { return validUtf8 (raw (value)); }

std::string_view Reading::raw (const Value* value) const noexcept
{
    const auto* text = value != nullptr ? value->as<std::string>() : nullptr;
    return text != nullptr ? longTexts.of (*text) : std::string_view();
}

void Reading::keep (std::map<std::string, std::string>& unknown, const std::string& name, const Value& value)
{
    if (depthOf (value) > deepestKept)
        remarks.add ("\"" + shortened (name, 40) + "\" is not known here and nested too deeply to be kept.");
    else
        unknown.insert_or_assign (name, formatJson (longTexts.putInto (value), JsonLayout::oneLine));
}

std::string Reading::json (const Value* value)
{
    std::map<std::string, std::string> kept;

    if (value != nullptr && ! value->isNothing())
        keep (kept, "origin", *value);

    return kept.empty() ? std::string() : kept.begin()->second;
}

std::optional<double> numberOf (const Value* value) noexcept
{
    if (value == nullptr)
        return std::nullopt;

    if (const auto* real = value->as<double>())
        return std::isfinite (*real) ? std::optional (*real) : std::nullopt;

    if (const auto* whole = value->as<std::int64_t>())
        return static_cast<double> (*whole);

    if (const auto* truth = value->as<bool>())
        return *truth ? 1.0 : 0.0;

    return std::nullopt;
}

const Value::List& listOf (const Value* value) noexcept
{
    static const Value::List none;
    const auto* list = value != nullptr ? value->as<Value::List>() : nullptr;
    return list != nullptr ? *list : none;
}

const Value::Parts& partsOf (const Value* value) noexcept
{
    static const Value::Parts none;
    const auto* parts = value != nullptr ? value->as<Value::Parts>() : nullptr;
    return parts != nullptr ? *parts : none;
}

double within (double number, double least, double greatest, bool& repaired) noexcept
{
    const auto good = std::clamp (number, least, greatest);
    repaired = repaired || good != number;
    return good;
}

} // namespace athanor
