// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows cairo.
#include "Formats/Picture/Picture.h"

#include <cairo.h>

#include <memory>
#include <new>
#include <numbers>

namespace athanor
{

namespace
{
struct Destroy
{
    void operator() (cairo_surface_t* surface) const { cairo_surface_destroy (surface); }

    void operator() (cairo_t* context) const { cairo_destroy (context); }

    void operator() (cairo_pattern_t* pattern) const { cairo_pattern_destroy (pattern); }
};

using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Context = std::unique_ptr<cairo_t, Destroy>;
using Pattern = std::unique_ptr<cairo_pattern_t, Destroy>;

/** As a colour's numbers are in cairo. */
constexpr double part (std::uint8_t number) { return number / 255.0; }

void setInk (cairo_t* context, const Paint& ink)
{
    if (! ink.gradient)
    {
        cairo_set_source_rgba (context, part (ink.colour.red), part (ink.colour.green), part (ink.colour.blue), ink.colour.alpha);
        return;
    }

    const auto& gradient = *ink.gradient;
    const Pattern pattern (gradient.isRadial ? cairo_pattern_create_radial (gradient.from.x, gradient.from.y, 0, gradient.from.x, gradient.from.y, gradient.radius)
                                             : cairo_pattern_create_linear (gradient.from.x, gradient.from.y, gradient.to.x, gradient.to.y));

    for (const auto& stop : gradient.stops)
        cairo_pattern_add_color_stop_rgba (pattern.get(), stop.place, part (stop.colour.red), part (stop.colour.green), part (stop.colour.blue), stop.colour.alpha);

    cairo_set_source (context, pattern.get());
}

void setPath (cairo_t* context, const DrawnPath& path)
{
    cairo_new_path (context);

    for (const auto& [kind, points] : path.steps())
        switch (kind)
        {
            case DrawnPath::Kind::move:
                cairo_move_to (context, points[0].x, points[0].y);
                break;
            case DrawnPath::Kind::line:
                cairo_line_to (context, points[0].x, points[0].y);
                break;
            case DrawnPath::Kind::curve:
                cairo_curve_to (context, points[0].x, points[0].y, points[1].x, points[1].y, points[2].x, points[2].y);
                break;
            case DrawnPath::Kind::close:
                cairo_close_path (context);
                break;
            case DrawnPath::Kind::circle:
                cairo_new_sub_path (context);
                cairo_arc (context, points[0].x, points[0].y, points[1].x, std::numbers::pi, 3 * std::numbers::pi);
                cairo_close_path (context);
                break;
        }
}

void paint (cairo_t* context, const DrawnShape& shape)
{
    setPath (context, shape.path);
    cairo_set_fill_rule (context, shape.isEvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);

    if (shape.fill)
    {
        setInk (context, *shape.fill);
        cairo_fill_preserve (context);
    }

    if (shape.stroke)
    {
        setInk (context, *shape.stroke);
        cairo_set_line_width (context, shape.strokeWidth);
        cairo_set_line_join (context, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap (context, shape.hasRoundEnds ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_stroke (context);
    }
}

cairo_status_t append (void* bytes, const unsigned char* data, unsigned int count)
{
    static_cast<std::string*> (bytes)->append (reinterpret_cast<const char*> (data), count);
    return CAIRO_STATUS_SUCCESS;
}
} // namespace

Result<std::string> writePng (const Drawing& drawing, int pixels)
{
    const Failure cannot { "The picture could not be painted.", std::to_string (pixels) + " pixels" };

    if (pixels < 8 || pixels > 4'096)
        return cannot;

    const Surface surface (cairo_image_surface_create (CAIRO_FORMAT_RGB24, pixels, pixels));
    const Context context (cairo_create (surface.get()));
    const auto scale = pixels / Drawing::size;
    cairo_scale (context.get(), scale, scale);
    setInk (context.get(), drawing.ground);
    cairo_paint (context.get());

    for (const auto& shape : drawing.shapes)
        paint (context.get(), shape);

    std::string bytes;

    if (cairo_status (context.get()) != CAIRO_STATUS_SUCCESS || cairo_surface_write_to_png_stream (surface.get(), append, &bytes) != CAIRO_STATUS_SUCCESS)
        return Failure { cannot.message, cairo_status_to_string (cairo_status (context.get())) };

    return bytes;
}

} // namespace athanor
