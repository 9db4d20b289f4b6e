// SPDX-License-Identifier: GPL-3.0-or-later
// The nine effects of the synth, one after the other in any order.
#pragma once

#include "Modules/Synth/Effect/EffectValues.h"
#include "Patch/EffectOrder.h"

#include <memory>

namespace athanor::synth
{

using patch::codeOf;
using patch::Effect;
using patch::effectCount;
using patch::EffectOrder;
using patch::effectOrderOf;

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
