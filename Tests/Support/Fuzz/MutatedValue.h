// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that is still JSON, but wrong somewhere: parts missing, of another type, too many, too large.
#pragma once

#include "Model/Value.h"

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace athanor
{

/** All values within one, itself first. */
inline void collectValues (Value& value, std::vector<Value*>& all)
{
    all.push_back (&value);

    if (auto* list = std::get_if<Value::List> (&value.content))
        for (auto& each : *list)
            collectValues (each, all);

    if (auto* parts = std::get_if<Value::Parts> (&value.content))
        for (auto& [name, each] : *parts)
            collectValues (each, all);
}

inline Value strangeValue (std::mt19937_64& random)
{
    static const std::array<Value, 14> values { Value(), true, -1, 0, 1'000'000'000, std::int64_t { 1 } << 62, 1e300, -1e-300, 0.5, "", "abc\xff", std::string (600, 'A'), Value::List { 1, "x" }, Value::Parts { { "points", 1 } } };
    return values[random() % values.size()];
}

/** Another number: near, far, or a choice. */
inline Value otherNumber (std::mt19937_64& random)
{
    const auto share = static_cast<double> (random() % 10'001) / 10'000;

    switch (random() % 4)
    {
        case 0:
            return static_cast<std::int64_t> (random() % 16);
        case 1:
            return share;
        case 2:
            return 256 * share - 128;
        default:
            return (random() % 2 == 0 ? 1 : -1) * std::pow (10.0, 12 * share - 3);
    }
}

/** Changes one value somewhere within. */
inline void mutateValue (Value& whole, std::mt19937_64& random)
{
    std::vector<Value*> all;
    collectValues (whole, all);
    auto& victim = *all[random() % all.size()];

    auto* list = std::get_if<Value::List> (&victim.content);
    auto* parts = std::get_if<Value::Parts> (&victim.content);
    auto* text = std::get_if<std::string> (&victim.content);
    const bool isNumber = victim.as<double>() != nullptr || victim.as<std::int64_t>() != nullptr;

    if (list != nullptr && ! list->empty() && random() % 2 == 0)
        list->resize (random() % 4 == 0 ? list->size() * 40 : random() % list->size(), list->front());
    else if (parts != nullptr && ! parts->empty() && random() % 2 == 0)
        parts->erase (std::next (parts->begin(), static_cast<std::ptrdiff_t> (random() % parts->size())));
    else if (text != nullptr && random() % 2 == 0)
        text->resize (random() % (text->size() + 8), 'Q');
    else if (isNumber && random() % 4 != 0)
        victim = otherNumber (random);
    else if (&victim != &whole)
        victim = strangeValue (random);
}

} // namespace athanor
