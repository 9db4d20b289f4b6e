// SPDX-License-Identifier: GPL-3.0-or-later
// The nine effects of the synth, one after the other in any order.
#pragma once

#include "Modules/Synth/Effect/EffectValues.h"

#include <memory>

namespace athanor::synth
{

enum class Effect { chorus,
                    compressor,
                    delay,
                    distortion,
                    equaliser,
                    filter,
                    flanger,
                    phaser,
                    reverb };

constexpr int effectCount = 9;

/** The order of the effects as one number, and back: the k-th digit of mixed base says how many of those before it belong behind. */
using EffectOrder = std::array<Effect, effectCount>;
EffectOrder effectOrderOf (int code) noexcept;
int codeOf (const EffectOrder&) noexcept;

/** Runs what is on, in the order that the preset asks for. An effect that is switched fades in or out over one quantum; one that
    hears and says nothing any more sleeps.
*/
class EffectChain
{
public:
    explicit EffectChain (double hostSampleRate = 44'100, int oversampling = 2);
    ~EffectChain();
    EffectChain (EffectChain&&) noexcept;
    EffectChain& operator= (EffectChain&&) noexcept;

    /** Takes its memory and falls silent. Not for the audio thread. */
    void prepare (double hostSampleRate, int oversampling);

    /** In place. The turn has the rate that was prepared. */
    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept;

    /** Falls silent at once: nothing of what was heard is left. */
    void reset() noexcept;

    /** Whether nothing would come out if silence went in. */
    bool isAsleep() const noexcept;

private:
    struct Rack;
    std::unique_ptr<Rack> rack;
};

} // namespace athanor::synth
