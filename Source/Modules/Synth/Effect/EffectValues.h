// SPDX-License-Identifier: GPL-3.0-or-later
// What the effects are told in each turn: their controls, and the time that they keep.
#pragma once

#include "Modules/Synth/Effect/StereoBuffer.h"
#include "Patch/Control.h"

namespace athanor::synth
{

/** The controls of the effects for left and right, as stored numbers with all modulation added. Effects walk to them themselves. */
class EffectValues
{
public:
    EffectValues() noexcept; ///< All initial.

    void set (Control c, Stereo stored) noexcept { values[static_cast<std::size_t> (c)] = stored; }

    /** As it is stored, within its range. */
    Stereo operator[] (Control) const noexcept;

    /** As it is heard. */
    Stereo scaled (Control) const noexcept;

    int choice (Control c) const noexcept { return static_cast<int> ((*this)[c][0] + 0.5f); }

    bool isOn (Control c) const noexcept { return values[static_cast<std::size_t> (c)][0] >= 0.5f; }

private:
    std::array<Stereo, controlCount> values;
};

struct EffectTurn
{
    double sampleRate = 88'200; ///< Oversampled.
    int oversampling = 2;
    int frames = quantum * 2;
    float beatsPerSecond = 2;
    bool isPlaying = false; ///< Whether what swings follows the transport.
    double seconds = 0;     ///< Where the transport is as the turn begins.
    Stereo note { 0.0f };   ///< Of the voice that was played last, in semitones from middle C: what keytracking of the FX filter multiplies.

    float perSecond (float count) const noexcept { return count / static_cast<float> (sampleRate); }
};

/** How often an effect swings, in Hz: freely, or by the beat, dotted or in triplets. */
Stereo swingOf (const EffectTurn&, const EffectValues&, Control frequency, Control tempo, Control sync) noexcept;

/** Both channels in each pair of lanes. */
inline Lanes widened (Stereo x) noexcept
{
    // GCC 12 would go through memory.
#if defined(__AVX__)
    return Lanes (_mm256_castpd_ps (_mm256_set1_pd (std::bit_cast<double> (x.value))));
#endif

    return __builtin_shufflevector (x.value, x.value, 0, 1, 0, 1, 0, 1, 0, 1);
}

/** The first pair of lanes. */
inline Stereo narrowed (Lanes x) noexcept
{
    return __builtin_shufflevector (x.value, x.value, 0, 1);
}

/** The gains of an effect and of what went into it, for a mix from 0 to 1, so that power stays. */
inline Stereo wetGain (Stereo mix) noexcept
{
    return dsp::sine (mix * 0.25f);
}

inline Stereo dryGain (Stereo mix) noexcept
{
    return dsp::cosine (mix * 0.25f);
}

} // namespace athanor::synth
