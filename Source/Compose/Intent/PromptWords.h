// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt, cut into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** What stands between a word and the one before. */
enum class WordBreak { none,
                       colon,
                       comma,
                       stop };

/** How closely a word is tied to the one before. */
enum class WordTie { apart,
                     joined, ///< By a hyphen, a stroke or the like: "low-pass".
                     glued   ///< By nothing: the "ms" of "10ms".
};

struct PromptWord
{
    int begin = 0, end = 0; ///< Bytes of the prompt.
    std::string text;       ///< In lower case, without accents and apostrophes.
    WordBreak before = WordBreak::none;
    WordTie tie = WordTie::apart;
    bool isCapital = false; ///< Begins with a capital letter.
    bool isOpaque = false;  ///< An address, a path or another script: nothing that could be in the lexicon.
};

/** The words of any bytes at all. Of the prompt only the first `longestReadPrompt` bytes are looked at. */
std::vector<PromptWord> promptWords (std::string_view prompt);

inline constexpr std::size_t longestReadPrompt = 8000;

/** The number that a word writes in digits, or as "two"; less than 0 for none. */
double promptNumber (const PromptWord&);

} // namespace athanor
