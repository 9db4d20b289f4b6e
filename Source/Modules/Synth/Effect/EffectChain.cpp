// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/EffectChain.h"

#include "Modules/Synth/Effect/ChorusEffect.h"
#include "Modules/Synth/Effect/CompressorEffect.h"
#include "Modules/Synth/Effect/DistortionEffect.h"
#include "Modules/Synth/Effect/PhaserEffect.h"
#include "Modules/Synth/Effect/ReverbEffect.h"
#include "Modules/Synth/Effect/StereoDelay.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr std::array<Control, effectCount> switches {
    Control::chorus_on,
    Control::compressor_on,
    Control::delay_on,
    Control::distortion_on,
    Control::eq_on,
    Control::filter_fx_on,
    Control::flanger_on,
    Control::phaser_on,
    Control::reverb_on,
};

/** Nobody hears what is 140 dB below full scale. */
bool isSilent (const StereoBuffer& sound, int frames) noexcept
{
    auto loudest = Stereo (0.0f);

    for (int i = 0; i < frames; ++i)
        loudest = dsp::max (loudest, dsp::abs (sound[i]));

    return loudest[0] < 1e-7f && loudest[1] < 1e-7f;
}
} // namespace

struct EffectChain::Rack
{
    struct Slot
    {
        std::unique_ptr<EffectUnit> unit;
        bool isOn = false, isAsleep = true;
        int quietFrames = 0;

        void reset() noexcept
        {
            unit->reset();
            isAsleep = true;
            quietFrames = 0;
        }

        bool run (const EffectTurn&, const EffectValues&, StereoBuffer& sound, bool isSilentBefore) noexcept;
        void fade (const EffectTurn&, const EffectValues&, StereoBuffer& sound, bool comesIn) noexcept;
    };

    std::array<Slot, effectCount> slots;
    int code = 0;
    EffectOrder order = effectOrderOf (0);
    bool isFirst = true;
};

/** Returns whether silence comes out. */
bool EffectChain::Rack::Slot::run (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound, bool isSilentBefore) noexcept
{
    if (isSilentBefore && isAsleep)
    {
        unit->skip (turn, values);
        return true;
    }

    isAsleep = false;
    unit->process (turn, values, sound);

    if (! isFinite (sound[turn.frames - 1]))
    {
        unit->reset();
        sound.clear (turn.frames);
    }

    const auto isSilentNow = isSilent (sound, turn.frames);
    quietFrames = isSilentBefore && isSilentNow ? quietFrames + turn.frames : 0;

    if (quietFrames > unit->longestPause())
        isAsleep = true;

    return isSilentNow;
}

void EffectChain::Rack::Slot::fade (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound, bool comesIn) noexcept
{
    const auto without = sound;
    const auto positionAt = [&turn] (int i) { return static_cast<float> (i + 1) / static_cast<float> (turn.frames); };

    // What has a memory begins softly too: the step of a sound that is there at once would come out later, of every echo.
    for (int i = 0; comesIn && i < turn.frames; ++i)
        sound[i] = sound[i] * Stereo (positionAt (i));

    run (turn, values, sound, false);

    for (int i = 0; i < turn.frames; ++i)
    {
        const auto position = positionAt (i);
        sound[i] = dsp::mix (without[i], sound[i], Stereo (comesIn ? position : 1.0f - position));
    }
}

EffectChain::EffectChain (double hostSampleRate, int oversampling) : rack (std::make_unique<Rack>())
{
    const auto put = [this] (Effect which, std::unique_ptr<EffectUnit> unit) { rack->slots[static_cast<std::size_t> (which)].unit = std::move (unit); };
    put (Effect::chorus, std::make_unique<ChorusEffect>());
    put (Effect::compressor, std::make_unique<CompressorEffect>());
    put (Effect::delay, std::make_unique<DelayEffect>());
    put (Effect::distortion, std::make_unique<DistortionEffect>());
    put (Effect::equaliser, std::make_unique<EqualiserEffect>());
    put (Effect::filter, std::make_unique<FilterEffect>());
    put (Effect::flanger, std::make_unique<FlangerEffect>());
    put (Effect::phaser, std::make_unique<PhaserEffect>());
    put (Effect::reverb, std::make_unique<ReverbEffect>());
    prepare (hostSampleRate, oversampling);
}

EffectChain::~EffectChain() = default;
EffectChain::EffectChain (EffectChain&&) noexcept = default;
EffectChain& EffectChain::operator= (EffectChain&&) noexcept = default;

void EffectChain::prepare (double hostSampleRate, int oversampling)
{
    for (auto& slot : rack->slots)
        slot.unit->prepare (hostSampleRate * oversampling);

    reset();
}

void EffectChain::reset() noexcept
{
    for (auto& slot : rack->slots)
        slot.reset();

    rack->isFirst = true;
}

bool EffectChain::isAsleep() const noexcept
{
    return std::ranges::all_of (rack->slots, [] (const auto& slot) { return ! slot.isOn || slot.isAsleep; });
}

void EffectChain::process (const EffectTurn& turn, const EffectValues& values, StereoBuffer& sound) noexcept
{
    if (const auto code = values.choice (Control::effect_chain_order); code != rack->code)
    {
        rack->code = code;
        rack->order = effectOrderOf (code);
    }

    auto isSilentNow = isSilent (sound, turn.frames);

    for (const auto which : rack->order)
    {
        const auto place = static_cast<std::size_t> (which);
        auto& slot = rack->slots[place];
        const auto isOn = values.isOn (switches[place]), wasOn = slot.isOn;
        slot.isOn = isOn;

        if (isOn == wasOn || rack->isFirst)
        {
            if (isOn)
                isSilentNow = slot.run (turn, values, sound, isSilentNow);

            continue;
        }

        if (isOn || ! slot.isAsleep)
            slot.fade (turn, values, sound, isOn);

        if (! isOn)
            slot.reset();

        isSilentNow = isSilent (sound, turn.frames);
    }

    rack->isFirst = false;
}

} // namespace athanor::synth
