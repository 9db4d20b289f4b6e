// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

FilterSettings::FilterSettings (const FilterControls& controls) noexcept
{
    const Lanes zero (0.0f), one (1.0f);
    const auto decibels = dsp::clamp (controls.drive.to, zero, Lanes (36.0f));
    style = std::clamp (controls.style, 0, 5);
    resonance = dsp::clamp (controls.resonance.to, zero, one);
    drive = dsp::decibelsToGain (decibels);
    driveShare = decibels * (1.0f / 36.0f);
    blend = dsp::clamp (controls.blend.to - 1.0f, Lanes (-1.0f), one);
    transpose = dsp::clamp (controls.blendTranspose.to, Lanes (-200.0f), Lanes (200.0f));
}

Passes::Passes (int style, Lanes blend) noexcept
{
    const Lanes zero (0.0f), one (1.0f);

    switch (style)
    {
        case notchSpread:
            low = dsp::fma (blend, 0.5f, 0.5f);
            band = zero;
            high = one;
            scaledDriveShare = dsp::min (one - blend, one);
            scaledDriveTimes = 2.0f - low;
            break;

        case notchBlend:
            low = dsp::min (one - blend, one);
            band = zero;
            high = dsp::min (one + blend, one);
            scaledDriveShare = dsp::abs (blend);
            break;

        case bandPeakNotch:
        {
            scaledDriveShare = dsp::min (one - blend, one);
            const auto towardsNotch = one - scaledDriveShare;
            const auto evenPower = dsp::sqrt (dsp::fma (towardsNotch * towardsNotch, 0.5f, 0.5f));
            const auto peak = dsp::min (blend, zero);
            low = high = evenPower * (peak + 1.0f);
            band = evenPower * (peak - blend + 1.0f) * 2.0f;
            break;
        }

        default:
            low = dsp::max (-blend, zero);
            band = dsp::sqrt (one - blend * blend);
            high = dsp::max (blend, zero);
            break;
    }
}

} // namespace athanor::synth
