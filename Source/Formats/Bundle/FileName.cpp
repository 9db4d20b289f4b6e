// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Bundle/FileName.h"

#include "Core/Text.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
constexpr std::size_t longestName = 80;

/** What changes how a line is read without being seen: marks of direction and of nothing, three bytes each. */
bool isInvisible (std::string_view three) noexcept
{
    constexpr std::array<std::string_view, 3> first { "\xe2\x80", "\xe2\x81", "\xef\xbb" };
    const auto last = static_cast<unsigned char> (three[2]);

    if (three.starts_with (first[0]))
        return (last >= 0x8b && last <= 0x8f) || (last >= 0xa8 && last <= 0xae);

    return (three.starts_with (first[1]) && last >= 0xa0 && last <= 0xaf) || (three.starts_with (first[2]) && last == 0xbf);
}

/** Names of devices on Windows, whatever their ending. */
bool isReserved (std::string_view name)
{
    std::string stem (name.substr (0, name.find ('.')));
    std::ranges::transform (stem, stem.begin(), [] (char c) { return c >= 'a' && c <= 'z' ? static_cast<char> (c - 'a' + 'A') : c; });
    constexpr std::string_view devices[] { "CON", "PRN", "AUX", "NUL" };

    if (std::ranges::find (devices, stem) != std::end (devices))
        return true;

    return stem.size() == 4 && (stem.starts_with ("COM") || stem.starts_with ("LPT")) && stem[3] >= '0' && stem[3] <= '9';
}

/** Without what may not stand at the ends: spaces, and dots, which hide a file or are lost. */
std::string withoutEnds (std::string text)
{
    const auto isEnd = [] (char c) { return c == ' ' || c == '.'; };
    text.erase (std::find_if_not (text.rbegin(), text.rend(), isEnd).base(), text.end());
    text.erase (text.begin(), std::ranges::find_if_not (text, isEnd));
    return text;
}
} // namespace

std::string safeFileName (std::string_view name)
{
    const auto valid = validUtf8 (name);
    std::string safe;

    for (std::size_t i = 0; i < valid.size(); ++i)
    {
        const auto c = valid[i];

        if (i + 2 < valid.size() && isInvisible (std::string_view (valid).substr (i, 3)))
            i += 2;
        else if (static_cast<unsigned char> (c) < 0x20 || c == 0x7f)
            safe += ' ';
        else
            safe += std::string_view ("<>:\"/\\|?*").find (c) == std::string_view::npos ? c : '-';
    }

    safe = withoutEnds (shortened (withoutEnds (std::move (safe)), longestName));

    if (safe.empty())
        return "Patch";

    return isReserved (safe) ? safe.insert (0, 1, '_') : safe;
}

} // namespace athanor
