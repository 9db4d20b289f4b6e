// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/EffectValues.h"

#include <algorithm>

namespace athanor::synth
{

EffectValues::EffectValues() noexcept
{
    for (int c = 0; c < controlCount; ++c)
        values[static_cast<std::size_t> (c)] = Stereo (infoOf (static_cast<Control> (c)).initial);
}

Stereo EffectValues::operator[] (Control c) const noexcept
{
    const auto& info = infoOf (c);
    return dsp::clamp (values[static_cast<std::size_t> (c)], Stereo (info.least), Stereo (info.greatest));
}

Stereo EffectValues::scaled (Control c) const noexcept
{
    const auto exp2 = [] (Stereo x) { return dsp::exp2 (x); };
    const auto root = [] (Stereo x) { return dsp::sqrt (x); };
    return scaledBy (infoOf (c).scale, (*this)[c], exp2, root);
}

Stereo swingOf (const EffectTurn& turn, const EffectValues& values, Control frequency, Control tempo, Control sync) noexcept
{
    enum Sync { freely,
                byTheBeat,
                dotted,
                triplet };

    const auto mode = values.choice (sync);

    if (mode == freely)
        return values.scaled (frequency);

    const auto perBeat = [&] (int channel) {
        const auto index = static_cast<int> (values[tempo][channel] + 0.8f); // Modulation moves on a little before the half.
        return index <= 0 ? 0.0f : dsp::exp2 (static_cast<float> (index - 8));
    };

    const auto times = mode == dotted ? 2.0f / 3.0f : mode == triplet ? 1.5f
                                                                      : 1.0f;
    return Stereo (Stereo::Floats { perBeat (0), perBeat (1) }) * (times * std::max (turn.beatsPerSecond, 0.0f));
}

} // namespace athanor::synth
