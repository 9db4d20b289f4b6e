// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/ControlReader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::size_t longestList = 400;
} // namespace

void ControlReader::read (ControlValues& values, Control control, const Value& value)
{
    const auto& info = infoOf (control);
    const auto number = numberOf (&value);

    if (! number)
    {
        reading.remarks.add ("\"" + std::string (info.id) + "\" is not a number and was left as it is at first.");
        return;
    }

    bool isRepaired = false;
    values[control] = static_cast<float> (within (static_cast<float> (std::clamp (*number, -1e30, 1e30)), info.least, info.greatest, isRepaired));

    if (isRepaired && outOfRange.size() < longestList)
        (outOfRange += outOfRange.empty() ? "" : ", ") += info.id;
}

void ControlReader::finish()
{
    if (! outOfRange.empty())
        reading.remarks.add ("Out of range and brought back: " + outOfRange + ".");
}

Value shortNumber (float number) noexcept
{
    if (std::trunc (number) == number && std::abs (number) < 1e9f && ! std::signbit (number))
        return static_cast<std::int64_t> (number);

    std::array<char, 32> text {};
    const auto end = std::to_chars (text.data(), text.data() + text.size(), number).ptr;
    double shortened = 0;
    std::from_chars (text.data(), end, shortened);
    return static_cast<float> (shortened) == number ? shortened : static_cast<double> (number);
}

} // namespace athanor
