// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/Levers.h"

#include "Compose/Sound/LeverParts.h"

namespace athanor
{

namespace
{
void turnLoudness (PatchHand& hand, double far, const std::string& cause)
{
    constexpr double zero = 80, decibels = 4;
    const auto now = std::sqrt (static_cast<double> (hand[Control::volume])) - zero;
    const auto to = now + decibels * levers::shareOf (far, 0) + zero;
    hand.set (Control::volume, to * to, { far > 0 ? "Louder." : "Softer.", cause });
}
} // namespace

void pull (PatchHand& hand, TimbreAxis axis, double far, const std::string& cause)
{
    if (far == 0)
        return;

    switch (axis)
    {
        case TimbreAxis::brightness:
            return levers::brighten (hand, far, cause);
        case TimbreAxis::warmth:
            return levers::warm (hand, far, cause);
        case TimbreAxis::attack:
            return levers::quicken (hand, far, cause);
        case TimbreAxis::decay:
            return levers::lengthen (hand, far, cause);
        case TimbreAxis::noise:
            return levers::addNoise (hand, far, cause);
        case TimbreAxis::width:
            return levers::widen (hand, far, cause);
        case TimbreAxis::movement:
            return levers::move (hand, far, cause);
        case TimbreAxis::roughness:
            return levers::roughen (hand, far, cause);
        case TimbreAxis::sub:
            return levers::deepen (hand, far, cause);
        case TimbreAxis::tuning:
            return levers::steady (hand, far, cause);
        case TimbreAxis::level:
            return turnLoudness (hand, far, cause);
        case TimbreAxis::thickness:
            return levers::thicken (hand, far, cause);
        case TimbreAxis::resonance:
            return levers::resonate (hand, far, cause);
        case TimbreAxis::metallic:
            return levers::ringLikeMetal (hand, far, cause);
        case TimbreAxis::hollow:
            return levers::hollow (hand, far, cause);
        case TimbreAxis::vowel:
            return levers::speak (hand, far, cause);
        case TimbreAxis::space:
            return levers::addRoom (hand, far, cause);
    }
}

} // namespace athanor
