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

/** At most `bytes` long, cut between characters. */
std::string shortened (std::string text, std::size_t bytes);

} // namespace athanor
