// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Cell.h"

#include <array>

namespace athanor
{

namespace
{
constexpr std::array<std::string_view, 12> noteNames { "C-", "C#", "D-", "D#", "E-", "F-", "F#", "G-", "G#", "A-", "A#", "B-" };
constexpr std::string_view digits = "0123456789ABCDEF";
constexpr std::string_view noInstrument = "................";

std::string byteText (std::uint8_t byte)
{
    return { digits[byte >> 4], digits[byte & 15] };
}

std::string byteOrDots (std::uint8_t byte) { return byte == Cell::empty ? ".." : byteText (byte); }

std::optional<std::uint8_t> parseByte (std::string_view text)
{
    const auto high = digits.find (text[0]), low = digits.find (text[1]);

    if (high == digits.npos || low == digits.npos)
        return {};

    return static_cast<std::uint8_t> (high << 4 | low);
}

/** False when `text` is neither two dots nor a byte. */
bool readByte (std::string_view text, std::uint8_t& into)
{
    if (text == "..")
        return true;

    const auto byte = parseByte (text);
    into = byte.value_or (Cell::empty);
    return byte.has_value();
}

bool isCommand (char c) { return c > ' ' && c < 127; }
} // namespace

std::string keyName (std::uint8_t k)
{
    if (k <= key::highest)
        return std::string (noteNames[k % 12]) + static_cast<char> ('0' + k / 12);

    return k == key::off ? "OFF" : k == key::cut ? "CUT"
                               : k == key::fade  ? "FDE"
                                                 : "---";
}

std::optional<std::uint8_t> parseKey (std::string_view text)
{
    if (text == "---")
        return key::none;

    if (text == "OFF")
        return key::off;

    if (text == "CUT")
        return key::cut;

    if (text == "FDE")
        return key::fade;

    for (std::size_t note = 0; note < noteNames.size(); ++note)
        if (text.size() == 3 && text.starts_with (noteNames[note]) && text[2] >= '0' && text[2] <= '9')
            return static_cast<std::uint8_t> (static_cast<std::size_t> (text[2] - '0') * 12 + note);

    return {};
}

std::string format (const Cell& cell)
{
    auto text = keyName (cell.key) + ' ' + (cell.instrument ? toHex (cell.instrument.value) : std::string (noInstrument)) + ' ' + byteOrDots (cell.volume) + ' ' + byteOrDots (cell.panning) + ' ' + byteOrDots (cell.delay);

    if (cell.volumeEffect != 0)
        text += std::string (" ") + static_cast<char> (cell.volumeEffect);

    return text;
}

std::optional<Cell> parseCell (std::string_view text)
{
    if (text.size() != 29 && ! (text.size() == 31 && text[29] == ' ' && isCommand (text[30])))
        return {};

    for (const auto gap : { 3u, 20u, 23u, 26u })
        if (text[gap] != ' ')
            return {};

    Cell cell;
    const auto noteKey = parseKey (text.substr (0, 3));
    const auto instrument = text.substr (4, 16);
    const auto number = fromHex (instrument);

    if (! noteKey || (! number && instrument != noInstrument))
        return {};

    cell.key = *noteKey;
    cell.instrument = { number.value_or (0) };

    if (text.size() == 31)
        cell.volumeEffect = static_cast<std::uint8_t> (text[30]);

    if (! readByte (text.substr (21, 2), cell.volume) || ! readByte (text.substr (24, 2), cell.panning) || ! readByte (text.substr (27, 2), cell.delay))
        return {};

    return cell;
}

std::string format (const Effect& effect)
{
    return std::string { effect.group, effect.letter } + byteText (effect.value);
}

std::optional<Effect> parseEffect (std::string_view text)
{
    if (text.size() != 4 || ! isCommand (text[0]) || ! isCommand (text[1]))
        return {};

    const auto value = parseByte (text.substr (2));
    return value ? std::optional (Effect { text[0], text[1], *value }) : std::nullopt;
}

} // namespace athanor
