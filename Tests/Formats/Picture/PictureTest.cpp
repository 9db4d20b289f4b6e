// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Picture/Picture.h"

#include "Formats/Xml.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cairo.h>
#include <clocale>
#include <cstring>

namespace athanor
{

namespace
{
Drawing flag()
{
    Drawing drawing { .ground = Colour::of (0x0000ff) };
    drawing.fill (DrawnPath().rectangle (0, 0, 500, 1'000), Colour::of (0xff0000));
    drawing.fill (DrawnPath().circle (750, 500, 100.127), Gradient { true, { 750, 500 }, {}, 100, { { 0, Colour::of (0xffffff) }, { 1, Colour::of (0x00ff00, 0.5) } } });
    drawing.stroke (DrawnPath().moveTo (0, -0.0001).smooth ({ { 1, 2 }, { 3.14159, 4 }, { 5, 6 } }), Colour::of (0x123456, 0.25), 2.5, true);
    return drawing;
}

struct Reader
{
    const std::string& bytes;
    std::size_t place = 0;

    static cairo_status_t read (void* self, unsigned char* to, unsigned int count)
    {
        auto& reader = *static_cast<Reader*> (self);

        if (count > reader.bytes.size() - reader.place)
            return CAIRO_STATUS_READ_ERROR;

        std::memcpy (to, reader.bytes.data() + reader.place, count);
        reader.place += count;
        return CAIRO_STATUS_SUCCESS;
    }
};

/** 0xRRGGBB. */
std::uint32_t pixelAt (const std::string& png, int pixels, int x, int y)
{
    Reader reader { png };
    auto* surface = cairo_image_surface_create_from_png_stream (Reader::read, &reader);
    EXPECT_EQ (cairo_surface_status (surface), CAIRO_STATUS_SUCCESS);
    EXPECT_EQ (cairo_image_surface_get_width (surface), pixels);
    EXPECT_EQ (cairo_image_surface_get_height (surface), pixels);
    std::uint32_t pixel = 0;
    std::memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x, 4);
    cairo_surface_destroy (surface);
    return pixel & 0xffffff;
}
} // namespace

TEST (Picture, isPaintedInItsSize)
{
    for (const auto pixels : { 64, 512 })
    {
        const auto png = writePng (flag(), pixels);
        ASSERT_TRUE (png);
        EXPECT_EQ (pixelAt (*png, pixels, pixels / 4, pixels / 2), 0xff0000u);
        EXPECT_EQ (pixelAt (*png, pixels, pixels * 19 / 20, pixels / 20), 0x0000ffu);
        EXPECT_EQ (*png, *writePng (flag(), pixels)) << "equal drawings, equal bytes";
    }

    EXPECT_FALSE (writePng (flag(), 0));
    EXPECT_FALSE (writePng (flag(), -1));
    EXPECT_FALSE (writePng (flag(), 1'000'000));
}

TEST (Picture, isWellFormedAsSvg)
{
    const auto svg = writeSvg (flag());
    const auto root = readXml (svg);
    ASSERT_TRUE (root) << root.failure().detail;
    EXPECT_EQ (root->tag, "svg");
    EXPECT_EQ (*root->attribute ("viewBox"), "0 0 1000 1000");
    ASSERT_NE (root->find ("defs/radialGradient/stop"), nullptr);
    EXPECT_EQ (std::ranges::count (root->children, "path", &XmlElement::tag), 3);
    EXPECT_EQ (*root->find ("path")->attribute ("d"), "M0 0L500 0L500 1000L0 1000Z");
    EXPECT_NE (svg.find ("a100.13 100.13 0 1 1 200.26 0"), svg.npos);
    EXPECT_NE (svg.find ("3.14 4"), svg.npos);
    EXPECT_EQ (svg.find ("-0 "), svg.npos);
    EXPECT_EQ (svg.find ("nan"), svg.npos);
}

TEST (Picture, isWrittenTheSameInEveryLocale)
{
    const auto svg = writeSvg (flag());
    const std::string before = std::setlocale (LC_ALL, nullptr);

    for (const auto* locale : { "de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8" })
        if (std::setlocale (LC_ALL, locale) != nullptr)
            EXPECT_EQ (writeSvg (flag()), svg) << locale;

    std::setlocale (LC_ALL, before.c_str());
}

} // namespace athanor
