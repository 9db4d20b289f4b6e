// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Vital/VitalVersion.h"

#include <algorithm>
#include <charconv>

namespace athanor
{

namespace
{
int numberIn (std::string_view part) noexcept
{
    int number = 0;
    const auto* end = part.data() + part.size();
    const auto read = std::from_chars (part.data(), end, number);
    return read.ec == std::errc {} && read.ptr == end ? std::max (0, number) : 0;
}
} // namespace

VitalVersion::VitalVersion (std::string_view text) noexcept
{
    while (! text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix (1);

    while (! text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix (1);

    for (auto& number : numbers)
    {
        const auto dot = std::min (text.find ('.'), text.size());
        number = numberIn (text.substr (0, dot));
        text.remove_prefix (std::min (dot + 1, text.size()));
    }
}

} // namespace athanor
