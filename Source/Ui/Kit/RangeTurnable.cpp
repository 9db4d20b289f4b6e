// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/RangeTurnable.h"

#include "Core/Text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace athanor
{

namespace
{

std::string number (float value, int places, const char* unit)
{
    char buffer[48];
    const auto rounded = std::round (value * std::pow (10.0f, static_cast<float> (places)));
    std::snprintf (buffer, sizeof (buffer), "%.*f%s%s", places, rounded == 0 ? 0.0 : static_cast<double> (value), *unit != 0 ? " " : "", unit);
    return buffer;
}

/** Three figures, without zeros at the end: 1.2 kHz, 1.25 kHz, 12.5 kHz. */
std::string figures (float value, const char* unit)
{
    const auto size = std::abs (value);
    auto places = size < 9.995f ? 2 : size < 99.95f ? 1
                                                    : 0;

    for (auto scaled = std::round (value * std::pow (10.0f, static_cast<float> (places))); places > 0 && std::fmod (scaled, 10.0f) == 0; scaled /= 10)
        --places;

    return number (value, places, unit);
}

bool isShare (const Range& range) { return range.unit.empty() && ! range.isWhole && range.high == 1 && (range.low == 0 || range.low == -1); }

std::optional<float> findChoice (const Range& range, const std::string& typed)
{
    std::optional<float> beginning;

    for (std::size_t i = 0; i < range.choices.size(); ++i)
    {
        const auto name = inLowerCase (range.choices[i]);

        if (name == typed)
            return static_cast<float> (i);

        if (! beginning && ! typed.empty() && name.starts_with (typed))
            beginning = static_cast<float> (i);
    }

    return beginning;
}

/** What a typed unit multiplies by to arrive at the unit of the range; nothing when it is another kind of unit. */
std::optional<float> factorOf (const Range& range, const std::string& unit)
{
    if (unit.empty())
        return isShare (range) ? 0.01f : 1.0f;

    if (unit == "%")
        return isShare (range) || range.unit != "%" ? 0.01f : 1.0f;

    if (unit == inLowerCase (range.unit))
        return 1.0f;

    if (range.unit == "s" && unit == "ms")
        return 0.001f;

    if (unit == "k" || (range.unit == "Hz" && unit == "khz"))
        return 1000.0f;

    return std::nullopt;
}

} // namespace

std::string valueText (const Range& range, float value)
{
    value = range.clamp (value);

    if (! range.choices.empty())
        return std::string (range.choices[std::min (static_cast<std::size_t> (std::max (0.0f, value)), range.choices.size() - 1)]);

    if (isShare (range))
        return number (value * 100, 0, "%");

    const std::string unit (range.unit);

    if (unit == "Hz" && std::abs (value) >= 999.5f)
        return figures (value / 1000, "kHz");

    if (unit == "s")
        return std::abs (value) < 0.9995f ? number (value * 1000, std::abs (value) < 0.00995f ? 1 : 0, "ms") : figures (value, "s");

    if (range.isWhole)
        return number (value, 0, unit.c_str());

    if (unit == "dB")
        return number (value, 1, "dB");

    return figures (value, unit.c_str());
}

std::optional<float> parseValue (const Range& range, std::string_view typed)
{
    auto words = inLowerCase (trimmedPart (typed));

    if (! range.choices.empty())
        if (auto choice = findChoice (range, words))
            return choice;

    std::replace (words.begin(), words.end(), ',', '.');

    if (words == "off" || words == "min")
        return range.low;

    if (words == "max")
        return range.high;

    char* end = nullptr;
    const auto parsed = std::strtof (words.c_str(), &end);

    if (end == words.c_str() || ! std::isfinite (parsed))
        return std::nullopt;

    if (auto factor = factorOf (range, trimmed (end)))
        return parsed * *factor;

    return std::nullopt;
}

} // namespace athanor
