// SPDX-License-Identifier: GPL-3.0-or-later
// Reads XML that nobody vouches for.
#include "Core/Text.h"
#include "Formats/Xml.h"

#include <algorithm>
#include <charconv>

namespace athanor
{

namespace
{
constexpr int deepest = 100;
constexpr std::size_t mostElements = 1'000'000;

bool isSpace (char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool isNameStart (char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || static_cast<unsigned char> (c) >= 0x80; }

bool isNamePart (char c) noexcept { return isNameStart (c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

bool isCharacter (std::uint32_t code) noexcept
{
    return code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff && code != 0xfffe && code != 0xffff);
}

/** Reading stops at the first mistake. */
class Reader
{
public:
    explicit Reader (std::string_view t) : text (t) {}

    bool document (XmlElement& root)
    {
        take ("\xef\xbb\xbf");

        if (take ("<?xml") && ! skipTo ("?>"))
            return false;

        return skipBetween() && element (root, 0) && skipBetween() && place == text.size();
    }

    std::size_t position() const noexcept { return place; }

private:
    bool take (std::string_view what) noexcept
    {
        if (! text.substr (place).starts_with (what))
            return false;

        place += what.size();
        return true;
    }

    bool skipTo (std::string_view what) noexcept
    {
        const auto found = text.find (what, place);
        place = found == text.npos ? text.size() : found + what.size();
        return found != text.npos;
    }

    void skipSpace() noexcept
    {
        while (place < text.size() && isSpace (text[place]))
            ++place;
    }

    /** Comments and instructions around the root. */
    bool skipBetween() noexcept
    {
        for (skipSpace(); place < text.size(); skipSpace())
        {
            if (take ("<!--"))
            {
                if (! skipTo ("-->"))
                    return false;
            }
            else if (take ("<?"))
            {
                if (! skipTo ("?>"))
                    return false;
            }
            else
                return true;
        }

        return true;
    }

    bool name (std::string& out)
    {
        const auto start = place;

        if (place == text.size() || ! isNameStart (text[place]))
            return false;

        while (place < text.size() && isNamePart (text[place]))
            ++place;

        out = text.substr (start, place - start);
        return true;
    }

    /** After the ampersand. */
    bool entity (std::string& out)
    {
        constexpr std::pair<std::string_view, char> known[] { { "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' }, { "quot;", '"' }, { "apos;", '\'' } };

        for (const auto& [word, meaning] : known)
            if (take (word))
            {
                out += meaning;
                return true;
            }

        if (! take ("#"))
            return false;

        std::uint32_t code = 0;
        const auto base = take ("x") ? 16 : 10;
        const auto [end, error] = std::from_chars (text.data() + place, text.data() + text.size(), code, base);

        if (error != std::errc() || ! isCharacter (code))
            return false;

        place = static_cast<std::size_t> (end - text.data());
        appendUtf8 (out, static_cast<char32_t> (code));
        return take (";");
    }

    /** Up to the quote or the next mark. */
    bool characters (std::string& out, char end)
    {
        while (place < text.size() && text[place] != end)
        {
            const auto c = text[place++];

            if (c == '&')
            {
                if (! entity (out))
                    return false;
            }
            else if (c == '<' || ! isCharacter (static_cast<unsigned char> (c)))
                return false;
            else
                out += c;
        }

        return place < text.size();
    }

    bool attributes (XmlElement& element)
    {
        for (;;)
        {
            const auto before = place;
            skipSpace();

            if (place < text.size() && (text[place] == '>' || text[place] == '/'))
                return true;

            std::pair<std::string, std::string> attribute;

            if (place == before || ! name (attribute.first) || element.attribute (attribute.first) != nullptr)
                return false;

            skipSpace();

            if (! take ("="))
                return false;

            skipSpace();
            const auto quote = place < text.size() ? text[place++] : ' ';

            if ((quote != '"' && quote != '\'') || ! characters (attribute.second, quote))
                return false;

            ++place;
            element.attributes.push_back (std::move (attribute));
        }
    }

    bool content (XmlElement& element, int depth)
    {
        for (;;)
        {
            std::string piece;

            if (! characters (piece, '<'))
                return false;

            if (element.children.empty())
                element.text += piece;
            else if (! std::ranges::all_of (piece, isSpace))
                return false; // mixed content, which none of our files has

            if (take ("</"))
            {
                std::string closed;

                if (! name (closed) || closed != element.tag)
                    return false;

                skipSpace();
                return take (">");
            }

            if (take ("<!--"))
            {
                if (! skipTo ("-->"))
                    return false;
            }
            else if (! this->element (element.add ({}), depth + 1))
                return false;
        }
    }

    bool element (XmlElement& element, int depth)
    {
        if (depth > deepest || ++count > mostElements || ! take ("<") || ! name (element.tag) || ! attributes (element))
            return false;

        if (take ("/>"))
            return true;

        if (! take (">") || ! content (element, depth))
            return false;

        if (! element.children.empty() && std::ranges::all_of (element.text, isSpace))
            element.text.clear();

        return true;
    }

    std::string_view text;
    std::size_t place = 0, count = 0;
};
} // namespace

Result<XmlElement> readXml (std::string_view text)
{
    Reader reader (text);
    XmlElement root;

    if (! isUtf8 (text) || ! reader.document (root))
        return Failure { "This file is no well-formed XML and was not opened.", "after " + std::to_string (reader.position()) + " bytes" };

    return root;
}

} // namespace athanor
