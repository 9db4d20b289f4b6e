// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Picture/Picture.h"

#include "Formats/Xml.h"

#include <array>
#include <charconv>

namespace athanor
{

namespace
{
/** Hundredths, or thousandths of what is small. */
std::string textOf (double number, int digits = 2)
{
    std::array<char, 64> text;
    const auto end = std::to_chars (text.data(), text.data() + text.size(), number, std::chars_format::fixed, digits).ptr;
    std::string result (text.data(), end);
    result.erase (result.find_last_not_of ('0') + 1);

    if (result.ends_with ('.'))
        result.pop_back();

    return result.empty() || result == "-0" ? "0" : result;
}

std::string textOf (DrawnPoint point) { return textOf (point.x) + " " + textOf (point.y); }

std::string textOf (const Colour& colour)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";

    for (const auto part : { colour.red, colour.green, colour.blue })
    {
        text += digits[part >> 4];
        text += digits[part & 15];
    }

    return text;
}

std::string textOf (const DrawnPath& path)
{
    std::string text;

    for (const auto& [kind, points] : path.steps())
        switch (kind)
        {
            case DrawnPath::Kind::move:
                text += "M" + textOf (points[0]);
                break;
            case DrawnPath::Kind::line:
                text += "L" + textOf (points[0]);
                break;
            case DrawnPath::Kind::curve:
                text += "C" + textOf (points[0]) + " " + textOf (points[1]) + " " + textOf (points[2]);
                break;
            case DrawnPath::Kind::close:
                text += "Z";
                break;
            case DrawnPath::Kind::circle:
            {
                const auto radius = textOf (points[1].x), across = textOf (2 * points[1].x);
                text += "M" + textOf (DrawnPoint { points[0].x - points[1].x, points[0].y }) + "a" + radius + " " + radius + " 0 1 1 " + across + " 0a" + radius + " " + radius + " 0 1 1 -" + across + " 0Z";
                break;
            }
        }

    return text;
}

/** Gradients are kept apart and named by their number. */
class Writer
{
public:
    XmlElement definitions { "defs" };

    void paint (XmlElement& element, const std::string& what, const Paint& ink)
    {
        if (ink.gradient)
        {
            element.attributes.emplace_back (what, "url(#" + define (*ink.gradient) + ")");
            return;
        }

        element.attributes.emplace_back (what, textOf (ink.colour));

        if (ink.colour.alpha < 1)
            element.attributes.emplace_back (what + "-opacity", textOf (ink.colour.alpha, 3));
    }

private:
    std::string define (const Gradient& gradient)
    {
        const auto name = "g" + std::to_string (definitions.children.size());
        XmlElement made { gradient.isRadial ? "radialGradient" : "linearGradient", { { "id", name }, { "gradientUnits", "userSpaceOnUse" } } };

        if (gradient.isRadial)
            made.attributes.insert (made.attributes.end(), { { "cx", textOf (gradient.from.x) }, { "cy", textOf (gradient.from.y) }, { "r", textOf (gradient.radius) } });
        else
            made.attributes.insert (made.attributes.end(), { { "x1", textOf (gradient.from.x) }, { "y1", textOf (gradient.from.y) }, { "x2", textOf (gradient.to.x) }, { "y2", textOf (gradient.to.y) } });

        for (const auto& stop : gradient.stops)
        {
            auto& one = made.add ({ "stop", { { "offset", textOf (stop.place, 3) }, { "stop-color", textOf (stop.colour) } } });

            if (stop.colour.alpha < 1)
                one.attributes.emplace_back ("stop-opacity", textOf (stop.colour.alpha, 3));
        }

        definitions.add (std::move (made));
        return name;
    }
};
} // namespace

std::string writeSvg (const Drawing& drawing)
{
    const auto size = textOf (Drawing::size);
    Writer writer;
    std::vector<XmlElement> elements;
    auto& ground = elements.emplace_back (XmlElement { "rect", { { "width", size }, { "height", size } } });
    writer.paint (ground, "fill", drawing.ground);

    for (const auto& shape : drawing.shapes)
    {
        XmlElement element { "path", { { "d", textOf (shape.path) } } };

        if (shape.fill)
            writer.paint (element, "fill", *shape.fill);
        else
            element.attributes.emplace_back ("fill", "none");

        if (shape.isEvenOdd)
            element.attributes.emplace_back ("fill-rule", "evenodd");

        if (shape.stroke)
        {
            writer.paint (element, "stroke", *shape.stroke);
            element.attributes.emplace_back ("stroke-width", textOf (shape.strokeWidth));
            element.attributes.emplace_back ("stroke-linejoin", "round");

            if (shape.hasRoundEnds)
                element.attributes.emplace_back ("stroke-linecap", "round");
        }

        elements.push_back (std::move (element));
    }

    XmlElement root { "svg", { { "xmlns", "http://www.w3.org/2000/svg" }, { "width", "512" }, { "height", "512" }, { "viewBox", "0 0 " + size + " " + size } } };

    if (! writer.definitions.children.empty())
        root.add (std::move (writer.definitions));

    root.children.insert (root.children.end(), elements.begin(), elements.end());
    return formatXml (root);
}

} // namespace athanor
