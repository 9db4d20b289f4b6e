// SPDX-License-Identifier: GPL-3.0-or-later
// Text from outside, made into the UTF-8 that everything inside is written in.
#pragma once

#include <string>
#include <string_view>

namespace athanor
{

/** Whether `text` is UTF-8 without overlong forms, surrogates or anything beyond U+10FFFF. */
bool isUtf8 (std::string_view text) noexcept;

/** `text` with each byte that is no part of valid UTF-8 replaced by U+FFFD. */
std::string validUtf8 (std::string_view text);

/** Text of ISO 8859-1, as Amiga and Windows programs wrote it, without its control characters. */
std::string utf8FromLatin1 (std::string_view text);

/** Text of code page 437, as DOS programs wrote it, without its control characters. */
std::string utf8FromDos (std::string_view text);

/** Adds one character. */
void appendUtf8 (std::string& text, char32_t character);

/** Without spaces and control characters at either end. */
std::string trimmed (std::string_view text);

/** The same as a part of that text, which must outlive it. */
std::string_view trimmedPart (std::string_view text);

/** 'A' to 'Z'. */
constexpr bool isCapital (char c) noexcept { return c >= 'A' && c <= 'Z'; }

/** 'A' to 'Z' become small, whatever country the machine is in; all else, as each byte of other characters, stays. */
constexpr char inLowerCase (char c) noexcept { return isCapital (c) ? static_cast<char> (c - 'A' + 'a') : c; }

std::string inLowerCase (std::string_view text);

/** The same the other way. */
constexpr char inCapitals (char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char> (c - 'a' + 'A') : c; }

std::string inCapitals (std::string_view text);

/** With a capital where it begins. */
std::string capitalised (std::string text);

/** At most `bytes` long, cut between characters. */
std::string shortened (std::string text, std::size_t bytes);

} // namespace athanor
