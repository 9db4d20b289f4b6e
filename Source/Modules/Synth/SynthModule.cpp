// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/SynthModule.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace athanor
{

namespace
{
constexpr std::size_t at (int i) { return static_cast<std::size_t> (i); }

constexpr std::array<std::string_view, PatchSpec::macroCount - patch::vitalMacros> ownMacros { "macro_control_5", "macro_control_6", "macro_control_7", "macro_control_8" };

/** The sentences of the knobs; made once for all synths. */
const std::string& sentenceOf (int knob)
{
    static const auto sentences = [] {
        std::array<std::string, at (SynthModule<dsp::Voices>::knobCount)> made;

        for (int i = 0; i < controlCount; ++i)
            made[at (i)] = std::string (infoOf (static_cast<Control> (i)).name) + ", in the numbers of the preset format.";

        for (std::size_t i = 0; i < ownMacros.size(); ++i)
            made[at (controlCount) + i] = "Macro " + std::to_string (i + 1 + patch::vitalMacros) + ", from 0 to 1.";

        return made;
    }();

    return sentences[at (knob)];
}

Range rangeOf (const ControlInfo& info)
{
    Range range { info.least, info.greatest, info.initial, "" };
    range.isWhole = info.scale == ControlScale::indexed;

    if (range.isWhole && info.least == 0 && info.choices.size() == at (static_cast<int> (info.greatest)) + 1)
        range.choices = info.choices;

    return range;
}
} // namespace

template <typename S>
SynthModule<S>::SynthModule() : ModuleOf<S> (about)
{
    for (int i = 0; i < controlCount; ++i)
    {
        const auto& info = infoOf (static_cast<Control> (i));
        knobs.emplace_back (*this, info.id, rangeOf (info), sentenceOf (i));
    }

    for (std::size_t i = 0; i < ownMacros.size(); ++i)
        knobs.emplace_back (*this, ownMacros[i], amount (0), sentenceOf (controlCount + static_cast<int> (i)));
}

template <typename S>
void SynthModule<S>::prepare (double sampleRate)
{
    rate = sampleRate;
    player = std::make_unique<synth::Synth> (sampleRate);
    quietFrames = holdFrames() + 1;
}

template <typename S>
void SynthModule<S>::reset() noexcept
{
    player->reset();
    haveKnobsMoved = true;
    heard.fill (NAN);
    bendNow = wheelNow = 0;
    player->setPitchWheel (0);
    player->setModWheel (0);
    quietFrames = holdFrames() + 1;
    noteMaterials();
}

template <typename S>
void SynthModule<S>::setMaterial (const Material* material) noexcept
{
    const auto* patch = static_cast<const synth::CompiledPatch*> (material);

    if (patch == nullptr || patch == given)
        return;

    given = patch;
    isResting() ? player->setPatchAtOnce (patch) : player->setPatch (patch);
    noteMaterials();
}

/** What is let go of here may be freed by others at once. */
template <typename S>
void SynthModule<S>::noteMaterials() noexcept
{
    const auto* before = playing.load (std::memory_order_relaxed);
    coming.store (given, std::memory_order_release);

    if (before != nullptr && ! player->isPlaying (static_cast<const synth::CompiledPatch*> (before)))
        playing.store (given, std::memory_order_release);
    else if (before == nullptr)
        playing.store (given, std::memory_order_release);
}

template <typename S>
void SynthModule<S>::turn (int knob, float value) noexcept
{
    if (knob < controlCount)
        player->setControl (static_cast<Control> (knob), value);
    else
        player->setMacro (knob - controlCount + patch::vitalMacros, value);
}

template <typename S>
void SynthModule<S>::changePatch (const Block<S>& block) noexcept
{
    ControlValues values;
    std::array<float, PatchSpec::macroCount> macros {};

    for (int i = 0; i < knobCount; ++i)
        heard[at (i)] = block[knobs[at (i)]].last()[0];

    for (int i = 0; i < controlCount; ++i)
    {
        values[static_cast<Control> (i)] = heard[at (i)];
        lit.controls[at (i)].store (heard[at (i)], std::memory_order_relaxed);
    }

    for (int i = 0; i < PatchSpec::macroCount; ++i)
        macros[at (i)] = i < patch::vitalMacros ? values[member (Control::macro_control_1, i)] : heard[at (controlCount + i - patch::vitalMacros)];

    player->change (values, macros);
    haveKnobsMoved = false;
    noteMaterials();
}

template <typename S>
void SynthModule<S>::readKnobs (const Block<S>& block) noexcept
{
    if (player->isAboutToChange())
        return changePatch (block);

    if (! haveKnobsMoved || player->isChanging())
        return;

    haveKnobsMoved = false;

    for (int i = 0; i < knobCount; ++i)
        if (const auto value = block[knobs[at (i)]].last()[0]; ! (value == heard[at (i)]))
        {
            heard[at (i)] = value;
            turn (i, value);

            if (i < controlCount)
                lit.controls[at (i)].store (value, std::memory_order_relaxed);
        }
}

template <typename S>
void SynthModule<S>::process (const Block<S>& block) noexcept
{
    auto &l = block[left], &r = block[right];

    if (given == nullptr)
    {
        l.clear();
        r.clear();
        return;
    }

    readKnobs (block);
    const auto& moment = *block.moment;
    const auto beatsPerSecond = moment.beatsPerFrame * moment.sampleRate;
    player->setTransport ({ beatsPerSecond > 0 ? moment.beat / beatsPerSecond : 0, static_cast<float> (beatsPerSecond), true });

    std::array<synth::Stereo, quantum> out;
    player->process (out);
    float loudest = 0;

    // One stereo sound of all voices: it goes through the first lane of the patch.
    for (int i = 0; i < quantum; ++i)
    {
        S first { 0.0f }, second { 0.0f };
        first.set (0, out[at (i)][0]);
        second.set (0, out[at (i)][1]);
        l[i] = first;
        r[i] = second;
        loudest = std::max ({ loudest, std::abs (out[at (i)][0]), std::abs (out[at (i)][1]) });
    }

    light();
    keepHeard (out);
    constexpr float inaudible = 1.0e-6f; // -120 dB
    quietFrames = player->activeVoices() == 0 && loudest < inaudible ? quietFrames + quantum : 0;
}

template <typename S>
void SynthModule<S>::light() noexcept
{
    constexpr auto relaxed = std::memory_order_relaxed;
    lit.voices.store (player->activeVoices(), relaxed);

    for (int i = 0; i < patchSourceCount; ++i)
        lit.sources[at (i)].store (player->sourceNow (static_cast<PatchSource> (i)), relaxed);

    for (int i = 0; i < patch::envelopes; ++i)
        lit.envelopes[at (i)].store (player->envelopePlace (i), relaxed);

    for (int i = 0; i < patch::lfos; ++i)
        lit.lfos[at (i)].store (player->lfoPlace (i), relaxed);

    const auto keys = player->keysDown();

    for (std::size_t i = 0; i < keys.size(); ++i)
        lit.keys[i].store (keys[i], relaxed);

    player->tellModulated ([&] (Control control, float value) { lit.controls[static_cast<std::size_t> (control)].store (value, relaxed); });
}

template <typename S>
void SynthModule<S>::keepHeard (const std::array<synth::Stereo, quantum>& out) noexcept
{
    constexpr auto relaxed = std::memory_order_relaxed;
    auto place = lit.heardAt.load (relaxed);

    for (const auto& frame : out)
        lit.heard[place++ % SynthLights::heardFrames].store ((frame[0] + frame[1]) / 2, relaxed);

    lit.heardAt.store (place, std::memory_order_release);
}

/** Echoes may come seconds after what they repeat. */
template <typename S>
std::int64_t SynthModule<S>::holdFrames() const noexcept
{
    const auto& values = player->values();
    const auto has = [&] (Control c) { return values.isOn (c); };
    const auto seconds = has (Control::delay_on) ? 8.0 : has (Control::reverb_on) || has (Control::chorus_on) || has (Control::flanger_on) ? 1.0
                                                                                                                                           : 0.1;
    return static_cast<std::int64_t> (seconds * rate);
}

template <typename S>
void SynthModule<S>::press (std::uint32_t key, float pitch, float velocity, int frame) noexcept
{
    quietFrames = 0;
    player->press (key, pitch, velocity, frame);
}

template <typename S>
void SynthModule<S>::shape (std::uint32_t key, const PlayedShape& shape) noexcept
{
    player->shape (key, { shape.bend, shape.left, shape.right });
    player->setPressure (key, shape.pressure);
}

template <typename S>
void SynthModule<S>::moveHands (float bend, float wheel) noexcept
{
    if (std::exchange (bendNow, bend) != bend)
        player->setPitchWheel (bend);

    if (std::exchange (wheelNow, wheel) != wheel)
        player->setModWheel (wheel);
}

template class SynthModule<dsp::Voices>;

} // namespace athanor
