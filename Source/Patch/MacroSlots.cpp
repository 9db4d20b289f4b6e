// SPDX-License-Identifier: GPL-3.0-or-later
#include "Patch/MacroSlots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace athanor
{

namespace
{
/** What a line gives at x. */
double heightAt (const PatchLine& line, double x)
{
    const auto next = std::ranges::find_if (line.points, [x] (const auto& point) { return point.x > x; });

    if (next == line.points.begin())
        return 1 - line.points.front().y;

    const auto& last = *(next - 1);

    if (next == line.points.end())
        return 1 - last.y;

    auto t = (x - last.x) / (next->x - last.x);

    if (line.isSmooth)
        t = 0.5 - 0.5 * std::cos (std::numbers::pi * t);

    return 1 - (last.y + std::clamp (bentShare (t, last.power), 0.0, 1.0) * (next->y - last.y));
}
} // namespace

double shiftOf (const PatchSpec& patch, int index, double value)
{
    const auto& slot = patch.slots[static_cast<std::size_t> (index)];

    if (! slot.destination || patch.values.isOn (member (Control::modulation_1_bypass, index)))
        return 0;

    const auto& info = infoOf (*slot.destination);
    const auto amount = std::clamp (patch.values[member (Control::modulation_1_amount, index)], -1.0f, 1.0f);
    const auto power = -patch.values[member (Control::modulation_1_power, index)];
    const auto mapped = slot.mapping && slot.mapping->points.size() >= 2 ? heightAt (*slot.mapping, value) : value;

    if (! patch.values.isOn (member (Control::modulation_1_bipolar, index)))
        return amount * (info.greatest - info.least) * bentShare (mapped, power);

    const auto side = 2 * mapped - 1;
    return 0.5 * amount * (info.greatest - info.least) * std::copysign (bentShare (std::abs (side), power), side);
}

void clearSlot (PatchSpec& patch, int index)
{
    patch.slots[static_cast<std::size_t> (index)] = {};

    for (const auto control : { Control::modulation_1_amount, Control::modulation_1_power, Control::modulation_1_bipolar, Control::modulation_1_stereo, Control::modulation_1_bypass })
        patch.values[member (control, index)] = infoOf (control).initial;
}

std::optional<std::size_t> macroOf (const PatchSlot& slot) noexcept
{
    constexpr std::array macros { PatchSource::macro_control_1, PatchSource::macro_control_2, PatchSource::macro_control_3, PatchSource::macro_control_4, PatchSource::macro_control_5, PatchSource::macro_control_6, PatchSource::macro_control_7, PatchSource::macro_control_8 };
    const auto found = slot.source ? std::ranges::find (macros, *slot.source) : macros.end();
    return found != macros.end() ? std::optional (static_cast<std::size_t> (found - macros.begin())) : std::nullopt;
}

bool isOfASlot (Control control) noexcept { return infoOf (control).id.starts_with ("modulation_"); }

} // namespace athanor
