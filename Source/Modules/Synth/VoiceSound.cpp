// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a group of voices that sounds: sources, filters, level.
#include "Modules/Synth/VoiceGroup.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr std::size_t at (int i) { return static_cast<std::size_t> (i); }

void add (const Buffer& from, Buffer& to, int frames, bool& isFed) noexcept
{
    if (isFed)
        for (int i = 0; i < frames; ++i)
            to[i] += from[i];
    else
        std::copy_n (from.samples.data(), frames, to.samples.data());

    isFed = true;
}
} // namespace

/** Sound for a filter that is off goes on to the effects, unless it is meant for both and the other one is on. */
void VoiceGroup::route (const Buffer& sound, int destination, int frames, const GroupContext& context) noexcept
{
    auto& scratch = context.scratch;
    const auto toFirst = destination == filter1 || destination == bothFilters, toSecond = destination == filter2 || destination == bothFilters;
    const auto isHeard = (toFirst && controls.filters[0].isOn) || (toSecond && controls.filters[1].isOn);

    if (toFirst)
        add (sound, scratch.intoFirst, frames, isFilter1Fed);

    if (toSecond)
        add (sound, scratch.intoSecond, frames, isFilter2Fed);

    if (destination == toEffects || ((toFirst || toSecond) && ! isHeard))
        add (sound, scratch.intoEffects, frames, isEffectsFed);

    if (destination == toDirect)
        add (sound, scratch.direct, frames, isDirectFed);
}

void VoiceGroup::makeSound (const Turn& turn, const GroupContext& context) noexcept
{
    const auto& patch = context.patch;
    auto& scratch = context.scratch;
    isFilter1Fed = isFilter2Fed = isEffectsFed = isDirectFed = false;
    const Buffer* rawSample = nullptr;
    std::array<const Buffer*, patch::oscillators> raw {};

    if (patch.sample != nullptr && context.values.isOn (Control::sample_on))
    {
        sampler.process (turn, controls.sample, scratch.rawSample, scratch.levelled);
        rawSample = &scratch.rawSample;
        route (scratch.levelled, context.values.choice (Control::sample_destination), turn.frames, context);
    }

    for (int i = 0; i < patch.oscillatorsInOrder; ++i)
    {
        const auto n = patch.oscillatorOrder[at (i)];

        if (! patch.isOscillatorOn (n) || ! context.values.isOn (member (Control::osc_1_on, n)))
            continue;

        auto& told = controls.oscillators[at (n)];
        told.firstModulator = raw[at (CompiledPatch::firstNeighbour (n))];
        told.secondModulator = raw[at (CompiledPatch::secondNeighbour (n))];
        told.sampleModulator = rawSample;
        oscillators[at (n)].process (turn, told, scratch.raw[at (n)], scratch.levelled);
        raw[at (n)] = &scratch.raw[at (n)];
        route (scratch.levelled, context.values.choice (member (Control::osc_1_destination, n)), turn.frames, context);
    }

    filter (turn, context);
}

void VoiceGroup::filter (const Turn& turn, const GroupContext& context) noexcept
{
    auto& scratch = context.scratch;
    const auto& [first, second] = controls.filters;

    if (! first.isOn && ! second.isOn)
        return;

    if (! isFilter1Fed)
        scratch.intoFirst.clear (turn.frames);

    if (! isFilter2Fed)
        scratch.intoSecond.clear (turn.frames);

    const auto way = FilterPair::routeOf (context.values.isOn (Control::filter_1_filter_input), context.values.isOn (Control::filter_2_filter_input), first,
                                          second);
    filters.process (turn, way, first, second, scratch.intoFirst, scratch.intoSecond, scratch.filtered);
    add (scratch.filtered, scratch.intoEffects, turn.frames, isEffectsFed);
}

/** Levels and panning of a pattern; most notes have none. */
void VoiceGroup::applyGain (const Turn& turn, const NoteTurn& notes, const Fingers& fingers, Buffer& amplitudes) noexcept
{
    const Lanes one (1.0f);
    auto now = select (notes.isFresh, fingers.gain, gain);
    gain = fingers.gain;

    if (isNone (! (isEqual (now, one) & isEqual (gain, one))))
        return;

    const auto step = (gain - now) * (1.0f / static_cast<float> (turn.frames));

    for (int i = 0; i < turn.frames; ++i)
    {
        now += step;
        amplitudes[i] *= now;
    }
}

/** The first envelope times velocity and amplitude, squared. */
void VoiceGroup::amplify (const Turn& turn, const NoteTurn& notes, const Fingers& fingers, const GroupContext& context, Buffer& effects,
                          Buffer& direct) noexcept
{
    const auto target = dsp::mix (Lanes (1.0f), fingers.velocity, controls.note.velocityTrack.to) * controls.note.amplitude.to;
    auto now = select (notes.isFresh, target, level);
    const auto step = (target - now) * (1.0f / static_cast<float> (turn.frames));
    const auto* envelope = sources[static_cast<std::size_t> (PatchSource::env_1)].frames;
    const auto& sound = context.scratch.intoEffects;
    const auto& straight = context.scratch.direct;
    auto loudest = Lanes (0.0f);

    for (int i = 0; i < turn.frames; ++i)
    {
        now += step;
        auto amplitude = envelope[i] * now;
        amplitude *= amplitude;
        loudest = dsp::max (loudest, amplitude);
        context.scratch.levelled[i] = select (turn.isActive, amplitude, Lanes (0.0f));
    }

    level = target;
    constexpr float inaudible = 1e-16f;
    silent = loudest <= Lanes (inaudible);
    auto& amplitudes = context.scratch.levelled;
    applyGain (turn, notes, fingers, amplitudes);

    if (isEffectsFed)
        for (int i = 0; i < turn.frames; ++i)
            effects[i] += sound[i] * amplitudes[i];

    if (isDirectFed)
        for (int i = 0; i < turn.frames; ++i)
            direct[i] += straight[i] * amplitudes[i];
}

} // namespace athanor::synth
