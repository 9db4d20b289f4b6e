// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as text of 64 letters, as presets keep their waves.
#pragma once

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** Writes at most out.size() bytes. What is no letter of base64 ends the text.
    @returns how many bytes were written. */
std::size_t decodeBase64 (std::string_view text, std::span<char> out) noexcept;

/** How many bytes a text of this length holds at most. */
constexpr std::size_t bytesOfBase64 (std::size_t letters) noexcept { return letters / 4 * 3 + letters % 4; }

std::string encodeBase64 (std::string_view bytes);

static_assert (std::endian::native == std::endian::little, "files are little-endian, and so is what is read from them");

/** The whole numbers or floats in a text, at most `most`; a last one that is cut short is left out. */
template <typename Number>
std::vector<Number> numbersOfBase64 (std::string_view text, std::size_t most)
{
    std::vector<Number> numbers (std::min (most, bytesOfBase64 (text.size()) / sizeof (Number) + 1));
    const auto bytes = decodeBase64 (text, { reinterpret_cast<char*> (numbers.data()), numbers.size() * sizeof (Number) });
    numbers.resize (bytes / sizeof (Number));
    return numbers;
}

template <typename Number>
std::string base64Of (std::span<const Number> numbers)
{
    return encodeBase64 ({ reinterpret_cast<const char*> (numbers.data()), numbers.size_bytes() });
}

} // namespace athanor
