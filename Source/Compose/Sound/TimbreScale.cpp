// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/TimbreScale.h"

#include <cmath>

namespace athanor
{

namespace
{
/** Of what is inside against what is outside, so that there is more even where there is nearly nothing else. */
double decibelsOfShare (double share)
{
    constexpr double floor = 0.01;
    return 10 * std::log10 ((share + floor) / (1 - share + floor));
}
} // namespace

std::optional<double> standingOf (TimbreAxis axis, const Timbre& timbre)
{
    switch (axis)
    {
        case TimbreAxis::brightness:
            return std::log2 (timbre.brightness + 20);
        case TimbreAxis::warmth:
            return decibelsOfShare (timbre.warmth);
        case TimbreAxis::attack:
            return -std::log2 (timbre.attack + 0.005);
        case TimbreAxis::decay:
            return std::log2 (timbre.decay + 0.02) + timbre.sustain;
        case TimbreAxis::noise:
            return std::sqrt (timbre.noise);
        case TimbreAxis::width:
            return std::sqrt (timbre.width);
        case TimbreAxis::movement:
            return std::log2 (timbre.movement + 0.5);
        case TimbreAxis::roughness:
            return std::log2 (timbre.roughness + 0.05);
        case TimbreAxis::sub:
            return decibelsOfShare (timbre.sub);
        case TimbreAxis::tuning:
        case TimbreAxis::level:
        case TimbreAxis::thickness:
        case TimbreAxis::resonance:
        case TimbreAxis::metallic:
        case TimbreAxis::hollow:
        case TimbreAxis::vowel:
        case TimbreAxis::space:
            break;
    }

    return {};
}

} // namespace athanor
