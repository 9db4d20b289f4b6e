// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/CurveTable.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace athanor::synth
{

namespace
{
bool changesNothing (const PatchLine& line)
{
    const auto& points = line.points;
    return ! line.isSmooth && points.size() == 2 && points[0] == PatchLine::Point { 0, 1, 0 } && points[1].x == 1 && points[1].y == 0;
}

/** From 0 to 1 along a bend. */
struct Bend
{
    explicit Bend (double p) : power (p), rise (std::expm1 (p)) {}

    double operator() (double t) const
    {
        constexpr double straight = 0.01;
        return std::abs (power) < straight ? t : std::expm1 (power * t) / rise;
    }

    double power, rise;
};

double heightBetween (const PatchLine::Point& from, const PatchLine::Point& to, const Bend& bent, double x, bool isSmooth)
{
    double t = 1;

    if (to.x > from.x)
        t = (x - from.x) / (to.x - from.x);

    if (isSmooth)
        t = 0.5 * std::sin ((t - 0.5) * std::numbers::pi) + 0.5;

    return from.y + std::clamp (bent (t), 0.0, 1.0) * (to.y - from.y);
}
} // namespace

CurveTable::CurveTable (const PatchLine& line) : values (size + 3, 0.0f), straight (changesNothing (line))
{
    if (line.points.empty())
        return;

    // A piece ends with the first sample beyond its end, which therefore still has the height of the end: one sample late.
    auto from = line.points.front(), to = from;
    Bend bend (0);
    std::size_t next = 0;

    for (int i = 0; i < size; ++i)
    {
        const double x = i / (size - 1.0);
        values[static_cast<std::size_t> (i) + 1] = static_cast<float> (1 - heightBetween (from, to, bend, x, line.isSmooth));

        while (x > to.x && next < line.points.size())
        {
            bend = Bend (line.points[next].power);
            from = to;
            ++next;
            to = next < line.points.size() ? line.points[next] : PatchLine::Point { line.points[0].x + 1, line.points[0].y, 0 };
        }
    }

    for (auto& value : values)
        if (! std::isfinite (value))
            value = 0;

    values[0] = values[1];
    values[size + 1] = values[size + 2] = values[size];
}

Lanes CurveTable::at (Lanes x) const noexcept
{
    const auto place = dsp::clamp (x * float (size), Lanes (0.0f), Lanes (float (size)));
    const auto index = dsp::toIntegers (dsp::min (place, Lanes (size - 1.0f)));
    const auto t = place - dsp::toLanes<8> (index);
    using Four [[gnu::vector_size (16)]] = float;
    Four rows[Lanes::size];

    for (int lane = 0; lane < Lanes::size; ++lane)
        std::memcpy (&rows[lane], values.data() + index[lane], sizeof (Four));

    // Rows of four neighbours to columns of eight lanes.
    const auto join = [&] (int lane) { return __builtin_shufflevector (rows[lane], rows[lane + 4], 0, 1, 2, 3, 4, 5, 6, 7); };
    const auto r0 = join (0), r1 = join (1), r2 = join (2), r3 = join (3);
    const auto low01 = __builtin_shufflevector (r0, r1, 0, 8, 1, 9, 4, 12, 5, 13), high01 = __builtin_shufflevector (r0, r1, 2, 10, 3, 11, 6, 14, 7, 15);
    const auto low23 = __builtin_shufflevector (r2, r3, 0, 8, 1, 9, 4, 12, 5, 13), high23 = __builtin_shufflevector (r2, r3, 2, 10, 3, 11, 6, 14, 7, 15);
    const Lanes before (__builtin_shufflevector (low01, low23, 0, 1, 8, 9, 4, 5, 12, 13)), from (__builtin_shufflevector (low01, low23, 2, 3, 10, 11, 6, 7, 14, 15));
    const Lanes to (__builtin_shufflevector (high01, high23, 0, 1, 8, 9, 4, 5, 12, 13)), after (__builtin_shufflevector (high01, high23, 2, 3, 10, 11, 6, 7, 14, 15));

    // Catmull and Rom's curve through the two samples, with the slopes of their neighbours.
    const auto slope = 0.5f * (to - before);
    const auto c2 = before - 2.5f * from + 2.0f * to - 0.5f * after;
    const auto c3 = 0.5f * (after - before) + 1.5f * (from - to);
    return dsp::fma (dsp::fma (dsp::fma (c3, t, c2), t, slope), t, from);
}

} // namespace athanor::synth
