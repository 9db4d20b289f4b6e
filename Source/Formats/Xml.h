// SPDX-License-Identifier: GPL-3.0-or-later
// The little XML that we write and read: elements, attributes, text. No document types, no entities of others, no namespaces.
#pragma once

#include "Core/Result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace athanor
{

struct XmlElement
{
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    std::string tag;
    Attributes attributes {};
    std::vector<XmlElement> children {};
    std::string text {}; ///< What stands before the first child.

    /** Null where there is none. */
    const std::string* attribute (std::string_view name) const noexcept;
    const XmlElement* child (std::string_view tag) const noexcept;

    /** Along tags apart by slashes, the first of each. */
    const XmlElement* find (std::string_view path) const noexcept;

    /** Adds a child and returns it. */
    XmlElement& add (XmlElement);

    bool operator== (const XmlElement&) const = default;
};

/** With the declaration, in UTF-8, an element to a line. Characters that XML cannot hold are left out, whatever the text is. */
std::string formatXml (const XmlElement&);

/** What can stand in XML: valid UTF-8 without control characters but tabs and ends of lines. */
std::string xmlText (std::string_view);

/** The root of a document. Refuses what is no well-formed XML, has a document type, is nested deeper than 100 or has more than a
    million elements. */
Result<XmlElement> readXml (std::string_view);

} // namespace athanor
