// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/PromptWords.h"

#include "Core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace athanor
{

namespace
{
bool isSmall (char c) { return c >= 'a' && c <= 'z'; }

bool isDigit (char c) { return c >= '0' && c <= '9'; }

bool isBlank (char c) { return static_cast<unsigned char> (c) <= ' ' || c == 0x7f; }

/** The letters U+00C0 to U+017F without their accents; a space: no letter, or one that is none of ours. */
constexpr std::string_view plainLetters = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
                                          "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                          "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct Character
{
    char32_t code = 0;
    std::size_t bytes = 1;
};

/** What is no UTF-8 is read as one byte of nothing. */
Character characterAt (std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char> (text[at]);
    const std::size_t bytes = first < 0x80 ? 1 : first >= 0xf0 ? 4
                                             : first >= 0xe0   ? 3
                                             : first >= 0xc0   ? 2
                                                               : 0;

    if (bytes == 0 || at + bytes > text.size())
        return { 0, 1 };

    auto code = static_cast<char32_t> (bytes == 1 ? first : first & (0x7fu >> bytes));

    for (std::size_t i = 1; i < bytes; ++i)
    {
        const auto next = static_cast<unsigned char> (text[at + i]);

        if ((next & 0xc0u) != 0x80u)
            return { 0, 1 };

        code = code << 6 | (next & 0x3fu);
    }

    return { code, bytes };
}

char plainLetter (char32_t code)
{
    const auto index = static_cast<std::size_t> (code) - 0xc0;
    return code >= 0xc0 && index < plainLetters.size() ? plainLetters[index] : ' ';
}

bool isForeignLetter (char32_t code)
{
    const auto isSymbol = (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xff00 && code <= 0xff20) || code >= 0x1f000;
    return code > 0xbf && ! isSymbol && plainLetter (code) == ' ' && code != 0xd7 && code != 0xf7;
}

bool isApostrophe (char32_t code) { return code == '\'' || code == 0x2019; }

/** Whether a run without blanks is an address or a path of a file. */
bool isAddress (std::string_view chunk)
{
    const auto begins = [&] (std::string_view start) { return chunk.starts_with (start); };
    const auto isDrive = chunk.size() > 2 && chunk[1] == ':' && (chunk[2] == '/' || chunk[2] == '\\');
    return chunk.find ("://") != std::string_view::npos || chunk.find ('\\') != std::string_view::npos || begins ("www.") || begins ("~/") || begins ("./") || begins ("../") || begins ("file:") || begins ("data:") || begins ("javascript:") || isDrive || (chunk.size() > 2 && chunk[0] == '/' && (isSmall (chunk[1]) || isCapital (chunk[1])));
}

class Cutter
{
public:
    explicit Cutter (std::string_view t) : text (t) {}

    std::vector<PromptWord> words;

    void cut()
    {
        while (at < text.size())
        {
            if (startsChunk() && isAddress (chunk()))
                address();
            else if (const auto c = text[at]; isSmall (c) || isCapital (c) || isDigit (c))
                plainWord();
            else
                otherCharacter();
        }
    }

private:
    bool startsChunk() const { return ! isBlank (text[at]) && (at == 0 || isBlank (text[at - 1])); }

    std::string_view chunk() const
    {
        const auto end = std::find_if (text.begin() + static_cast<std::ptrdiff_t> (at), text.end(), isBlank);
        return text.substr (at, static_cast<std::size_t> (end - text.begin()) - at);
    }

    void address()
    {
        const auto run = chunk();
        add (at, at + run.size(), std::string (run));
        words.back().isOpaque = true;
        at += run.size();
        last = at;
    }

    /** Letters, or digits with a point among them. */
    void plainWord()
    {
        const auto begin = at;
        std::string word;
        const auto isNumber = isDigit (text[at]);
        auto isForeign = false;

        while (at < text.size())
        {
            const auto [code, bytes] = characterAt (text, at);
            const auto c = bytes == 1 ? text[at] : '\0';
            const auto nextIsDigit = at + 1 < text.size() && isDigit (text[at + 1]);

            if (isNumber ? isDigit (c) || (c == '.' && nextIsDigit) : isSmall (c))
                word += c;
            else if (! isNumber && isCapital (c))
                word += inLowerCase (c);
            else if (! isNumber && c == '#' && word.size() == 1 && word[0] <= 'g')
                word += c;
            else if (! isNumber && isApostrophe (code))
                ;
            else if (! isNumber && plainLetter (code) != ' ')
                word += plainLetter (code);
            else if (! isNumber && isForeignLetter (code))
                isForeign = true;
            else
                break;

            at += bytes;
        }

        add (begin, at, isForeign ? std::string (text.substr (begin, at - begin)) : std::move (word));
        words.back().isOpaque = isForeign;
        last = at;
    }

    void otherCharacter()
    {
        const auto [code, bytes] = characterAt (text, at);

        if (isForeignLetter (code) || plainLetter (code) != ' ')
            return foreignWord();

        const auto isAlone = (at == 0 || isBlank (text[at - 1])) && (at + 1 >= text.size() || isBlank (text[at + 1]));

        if (code == '%')
            add (at, at + 1, "percent");
        else if ((code == '&' || code == '+') && (isAlone || code == '+'))
            add (at, at + 1, "and");
        else if (code == '.' || code == ';' || code == '!' || code == '?' || code == '\n' || code == '(' || code == ')' || code == '|' || code == 0x2014 || code == 0x3002)
            raise (WordBreak::stop);
        else if (code == ',' || code == '/' || code == 0x3001 || (isAlone && (code == '-' || code == 0x2013)))
            raise (WordBreak::comma);
        else if (code == ':' || code == '=')
            raise (WordBreak::colon);

        at += bytes;
    }

    void foreignWord()
    {
        const auto begin = at;
        auto isOpaque = false;
        std::string word;

        while (at < text.size())
        {
            const auto [code, bytes] = characterAt (text, at);
            const auto plain = plainLetter (code);

            if (isForeignLetter (code))
                isOpaque = true;
            else if (plain != ' ')
                word += plain;
            else if (isSmall (text[at]) || isCapital (text[at]))
                word += inLowerCase (text[at]);
            else
                break;

            at += bytes;
        }

        add (begin, at, isOpaque ? std::string (text.substr (begin, at - begin)) : std::move (word));
        words.back().isOpaque = isOpaque;
        last = at;
    }

    void raise (WordBreak to) { pending = std::max (pending, to); }

    void add (std::size_t begin, std::size_t end, std::string word)
    {
        PromptWord added;
        added.begin = static_cast<int> (begin);
        added.end = static_cast<int> (end);
        added.text = std::move (word);
        added.before = words.empty() ? WordBreak::none : pending;
        added.tie = words.empty() ? WordTie::apart : begin == last                                                                                            ? WordTie::glued
                                                 : begin == last + 1 && ! isBlank (text[last]) && text[last] != ',' && text[last] != '.' && text[last] != ':' ? WordTie::joined
                                                                                                                                                              : WordTie::apart;
        added.isCapital = isCapital (text[begin]);
        words.push_back (std::move (added));
        pending = WordBreak::none;
        last = end;
    }

    const std::string_view text;
    std::size_t at = 0, last = 0; ///< Where the reading is, and where the last word ended.
    WordBreak pending = WordBreak::none;
};
} // namespace

std::vector<PromptWord> promptWords (std::string_view prompt)
{
    Cutter cutter (prompt.substr (0, longestReadPrompt));
    cutter.cut();
    return std::move (cutter.words);
}

double promptNumber (const PromptWord& word)
{
    static constexpr std::array<std::string_view, 13> names { "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve" };

    if (const auto found = std::find (names.begin(), names.end(), word.text); found != names.end())
        return static_cast<double> (found - names.begin());

    double number = -1;
    const auto end = word.text.data() + word.text.size();
    const auto result = std::from_chars (word.text.data(), end, number);
    return result.ec == std::errc() && result.ptr == end && ! word.isOpaque ? number : -1;
}

} // namespace athanor
