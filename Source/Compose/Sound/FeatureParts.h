// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules for what a sound is made with and those for what it is made without have in common.
#pragma once

#include "Compose/Sound/PatchHand.h"

#include <array>

namespace athanor::levers
{

inline bool has (const PatchHand& hand, SoundFeature feature) { return featuresOf (hand.patch()).contains (feature); }

/** Those that say what an oscillator plays. */
inline constexpr bool isWave (SoundFeature feature)
{
    using enum SoundFeature;
    return feature == saw || feature == square || feature == pulse || feature == sine || feature == triangle || feature == wavetable;
}

/** What switches an effect and says how much of it is heard. */
struct Effect
{
    SoundFeature feature;
    Control aSwitch, mix;
    double heard; ///< The least mix that is worth the name.
};

inline constexpr std::array effects {
    Effect { SoundFeature::reverb, Control::reverb_on, Control::reverb_dry_wet, 0.3 },
    Effect { SoundFeature::delay, Control::delay_on, Control::delay_dry_wet, 0.25 },
    Effect { SoundFeature::chorus, Control::chorus_on, Control::chorus_dry_wet, 0.4 },
    Effect { SoundFeature::flanger, Control::flanger_on, Control::flanger_dry_wet, 0.35 },
    Effect { SoundFeature::phaser, Control::phaser_on, Control::phaser_dry_wet, 0.6 },
    Effect { SoundFeature::compressor, Control::compressor_on, Control::compressor_mix, 0.7 },
    Effect { SoundFeature::distortion, Control::distortion_on, Control::distortion_mix, 0.7 },
    Effect { SoundFeature::bitcrush, Control::distortion_on, Control::distortion_mix, 0.7 },
};

} // namespace athanor::levers
