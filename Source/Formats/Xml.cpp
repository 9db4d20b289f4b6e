// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Xml.h"

#include "Core/Text.h"

#include <algorithm>

namespace athanor
{

namespace
{
/** Ends of lines are written as characters by number, for a reader makes spaces of them in attributes. */
std::string escaped (std::string_view raw)
{
    std::string text;

    for (const auto c : xmlText (raw))
        switch (c)
        {
            case '&':
                text += "&amp;";
                break;
            case '<':
                text += "&lt;";
                break;
            case '>':
                text += "&gt;";
                break;
            case '"':
                text += "&quot;";
                break;
            case '\t':
                text += "&#9;";
                break;
            case '\n':
                text += "&#10;";
                break;
            case '\r':
                text += "&#13;";
                break;
            default:
                text += c;
        }

    return text;
}

void format (const XmlElement& element, std::size_t depth, std::string& out)
{
    out.append (depth, '\t') += '<' + element.tag;

    for (const auto& [name, value] : element.attributes)
        out += ' ' + name + "=\"" + escaped (value) + '"';

    if (element.children.empty() && element.text.empty())
    {
        out += " />\n";
        return;
    }

    out += '>' + escaped (element.text);

    if (! element.children.empty())
    {
        out += '\n';

        for (const auto& child : element.children)
            format (child, depth + 1, out);

        out.append (depth, '\t');
    }

    out += "</" + element.tag + ">\n";
}
} // namespace

const std::string* XmlElement::attribute (std::string_view name) const noexcept
{
    const auto found = std::ranges::find (attributes, name, &std::pair<std::string, std::string>::first);
    return found != attributes.end() ? &found->second : nullptr;
}

const XmlElement* XmlElement::child (std::string_view wanted) const noexcept
{
    const auto found = std::ranges::find (children, wanted, &XmlElement::tag);
    return found != children.end() ? &*found : nullptr;
}

const XmlElement* XmlElement::find (std::string_view path) const noexcept
{
    const auto slash = path.find ('/');
    const auto* next = child (path.substr (0, slash));
    return next == nullptr || slash == path.npos ? next : next->find (path.substr (slash + 1));
}

XmlElement& XmlElement::add (XmlElement element) { return children.emplace_back (std::move (element)); }

std::string xmlText (std::string_view raw)
{
    std::string text;

    for (const auto valid = validUtf8 (raw); const auto c : valid)
        if (const auto code = static_cast<unsigned char> (c); (code >= 0x20 && code != 0x7f) || c == '\t' || c == '\n' || c == '\r')
            text += c;

    // U+FFFE and U+FFFF are no characters.
    for (const std::string_view none : { "\xef\xbf\xbe", "\xef\xbf\xbf" })
        for (auto at = text.find (none); at != text.npos; at = text.find (none))
            text.erase (at, none.size());

    return text;
}

std::string formatXml (const XmlElement& root)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    format (root, 0, out);
    return out;
}

} // namespace athanor
