// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a graph plan that runs on the audio thread.
#include "Dsp/Blocks.h"
#include "Dsp/Fast.h"
#include "Engine/GraphPlan.h"

#include <algorithm>
#include <cstring>

namespace athanor
{

namespace
{
/** Reads a source through its delay, if it has one, into `held`. */
template <typename S>
const Signal<S>& delayed (const MixSource<S>& source, int instance, Signal<S>& held) noexcept
{
    if (source.delay == nullptr)
        return *source.from;

    auto& delay = *source.delay;
    auto& ring = delay.rings[static_cast<std::size_t> (instance)];
    auto position = delay.positions[static_cast<std::size_t> (instance)];

    for (int i = 0; i < quantum; ++i)
    {
        held[i] = std::exchange (ring[static_cast<std::size_t> (position)], (*source.from)[i]);
        position = position + 1 == delay.frames ? 0 : position + 1;
    }

    delay.positions[static_cast<std::size_t> (instance)] = position;
    held.steady = held.silent = false;
    return held;
}

/** Adds one source to a sum. */
template <typename S>
void add (Signal<S>& sum, const MixSource<S>& source, int instance) noexcept
{
    Signal<S> held;
    const auto& from = delayed (source, instance, held);
    const auto* fade = source.fade;

    if (from.silent)
        return;

    if (fade != nullptr && fade->isMoving())
    {
        const auto start = fade->now(), step = (fade->next - start) / static_cast<float> (quantum);

        for (int i = 0; i < quantum; ++i)
            sum[i] += from[i] * S (source.amount * (start + step * static_cast<float> (i + 1)));
    }
    else
        dsp::addFrames (sum.frames, from.frames, fade != nullptr ? source.amount * fade->now() : source.amount);

    sum.silent = false;
    sum.steady = false;
}

template <typename S>
bool isPlain (const MixSource<S>& source) noexcept
{
    return source.amount == 1 && source.fade == nullptr && source.delay == nullptr;
}

template <typename S>
void mix (const Mix<S>& job, int instance) noexcept
{
    auto& sum = *job.to;
    sum.silent = false;
    sum.clear();

    // Four plain sources at a time, in the order in which they stand: the sum is the same, and is written a quarter as often.
    std::array<const Signal<S>*, 4> waiting;
    std::size_t count = 0;

    const auto flush = [&] {
        if (count == 4)
            dsp::addFrames (sum.frames, waiting[0]->frames, waiting[1]->frames, waiting[2]->frames, waiting[3]->frames);
        else
            for (std::size_t i = 0; i < count; ++i)
                dsp::addFrames (sum.frames, waiting[i]->frames);

        if (count > 0)
            sum.silent = sum.steady = false;

        count = 0;
    };

    for (const auto& source : job.sources)
    {
        if (! isPlain (source))
        {
            flush();
            add (sum, source, instance);
        }
        else if (! source.from->silent)
        {
            waiting[count++] = source.from;

            if (count == 4)
                flush();
        }
    }

    flush();
}

/** Knob plus cables, by the curve of the knob. All lanes of `sum` hold the modulation as a part of the knob's way. */
template <typename S>
void modulate (const Modulation<S>& job, int instance) noexcept
{
    Signal<S> sum;
    sum.silent = false;
    sum.clear();

    for (const auto& source : job.sources)
        add (sum, source, instance);

    const auto& range = job.knob->range;
    const auto& base = job.knob->signal;
    const S low (range.low), high (range.high), span (range.high - range.low);
    auto& out = *job.to;
    out.silent = false;
    out.steady = false;

    if (sum.silent)
    {
        out.frames = base.frames;
        out.steady = base.steady;
        return;
    }

    if (range.curve == Curve::logarithmic)
    {
        const S octaves (dsp::log2 (range.high / range.low));

        for (int i = 0; i < quantum; ++i)
            out[i] = dsp::clamp (base[i] * dsp::exp2 (sum[i] * octaves), low, high);
    }
    else if (range.curve == Curve::squared)
    {
        for (int i = 0; i < quantum; ++i)
        {
            const auto position = dsp::clamp (dsp::sqrt ((base[i] - low) / span) + sum[i], S (0.0f), S (1.0f));
            out[i] = low + span * position * position;
        }
    }
    else
    {
        for (int i = 0; i < quantum; ++i)
            out[i] = dsp::clamp (base[i] + span * sum[i], low, high);
    }

    if (range.isWhole)
        for (int i = 0; i < quantum; ++i)
            out[i] = dsp::round (out[i]);
}

/** In the order of frames; at equal ones in the order of the cables. */
void join (const NoteMix& job) noexcept
{
    std::array<int, 16> next {};
    const auto count = std::min (job.from.size(), next.size());

    for (int frame = 0; frame < quantum; ++frame)
        for (std::size_t i = 0; i < count; ++i)
            for (const auto& stream = *job.from[i]; next[i] < stream.count && stream.events[static_cast<std::size_t> (next[i])].frame <= frame; ++next[i])
                (void)job.to->push (stream.events[static_cast<std::size_t> (next[i])]);
}

template <typename S>
bool isSilent (const Step<S>& step) noexcept
{
    for (int i = 0; i < step.inputCount; ++i)
        if (! step.block.inputs[i]->silent)
            return false;

    return true;
}

/** Below -140 dB: nobody hears it, and a decaying tail gets there. */
template <typename S>
bool isInaudible (const Step<S>& step) noexcept
{
    S loudest (0.0f);

    for (int output = 0; output < step.outputCount; ++output)
        if (const auto& signal = *step.block.outputs[output]; ! signal.silent)
            for (int i = 0; i < quantum; ++i)
                loudest = dsp::max (loudest, dsp::abs (signal[i]));

    return dsp::isNone (loudest > 1.0e-7f);
}

template <typename S>
void crossfadeToDry (const Step<S>& step, const StepDetails<S>& details, int instance) noexcept
{
    Signal<S> held;
    const auto& dry = delayed (MixSource<S> { step.block.inputs[0], 1, nullptr, details.dryDelay }, instance, held);
    auto& wet = *step.block.outputs[0];
    const auto from = details.bypass->now(), way = (details.bypass->next - from) / static_cast<float> (quantum);

    for (int i = 0; i < quantum; ++i)
        wet[i] = dry[i] + (wet[i] - dry[i]) * S (from + way * static_cast<float> (i + 1));

    wet.silent = dry.silent && from == 0 && way == 0;
    wet.steady = wet.silent;
}

/** True when the step was slept through. */
template <typename S>
bool sleeps (const Step<S>& step, const StepDetails<S>& details, int instance) noexcept
{
    auto& silentFrames = details.silentFrames[instance];

    if (! isSilent (step))
    {
        silentFrames = 0;
        return false;
    }

    if (silentFrames < details.holdFrames)
        return false;

    for (int output = 0; output < step.outputCount; ++output)
        step.block.outputs[output]->clear();

    return true;
}

template <typename S>
void moveKnobs (Step<S>& step, const StepDetails<S>& details) noexcept
{
    step.hasMovingKnobs = false;

    for (auto& knob : details.node->knobs)
        step.hasMovingKnobs |= knob.advance();

    for (auto* player : details.node->materialPlayers)
        player->knobsMoved();
}

template <typename S>
void call (const Step<S>& step, ModuleOf<S>& module) noexcept
{
    for (int output = 0; output < step.outputCount; ++output)
    {
        auto& signal = *step.block.outputs[output];
        signal.silent = signal.steady = false;
    }

    module.process (step.block);
}

template <typename S>
void playWithDetails (Step<S>& step, const StepDetails<S>& details, ModuleOf<S>& module, int instance) noexcept
{
    for (const auto& job : details.mixes)
        mix (job, instance);

    if constexpr (std::is_same_v<S, dsp::Stereo>) // on voices: see beginQuantum
        if (step.hasMovingKnobs)
            moveKnobs (step, details);

    if (details.silentFrames != nullptr && sleeps (step, details, instance))
        return;

    for (const auto& job : details.modulations)
        modulate (job, instance);

    if (! details.modulations.empty())
        for (auto* player : details.node->materialPlayers)
            player->knobsMoved();

    call (step, module);

    if (details.bypass != nullptr && (details.bypass->isMoving() || details.bypass->now() < 1))
        crossfadeToDry (step, details, instance);

    if (details.silentFrames != nullptr)
    {
        auto& silentFrames = details.silentFrames[instance];
        silentFrames = isInaudible (step) ? silentFrames + quantum : 0;
    }
}
} // namespace

template <typename S>
void GraphPlan<S>::takeOver() noexcept
{
    for (const auto& stored : storedKnobs)
        stored.knob->store (stored.value);

    for (auto& step : steps)
        step.hasMovingKnobs = true;

    for (const auto& given : materials)
        given.player->setMaterial (given.material.get());
}

template <typename S>
void GraphPlan<S>::settleKnobs() noexcept
{
    for (const auto& stored : storedKnobs)
        stored.knob->settle();
}

template <typename S>
void GraphPlan<S>::beginQuantum() noexcept
{
    for (auto* fade : fades)
        fade->beginQuantum();

    if constexpr (std::is_same_v<S, dsp::Voices>)
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (steps[i].hasMovingKnobs)
                moveKnobs (steps[i], details[i]);
}

template <typename S>
void GraphPlan<S>::endQuantum() noexcept
{
    for (auto* fade : fades)
        fade->endQuantum();
}

template <typename S>
void GraphPlan<S>::playSteps (std::size_t from, std::size_t to, int instance) noexcept
{
    const auto playing = modulesOf (instance);

    for (auto i = from; i < to; ++i)
    {
        constexpr bool movesKnobsHere = std::is_same_v<S, dsp::Stereo>;
        auto& step = steps[i];

        if (step.isPlain && ! (movesKnobsHere && step.hasMovingKnobs))
            call (step, *playing[i]);
        else
            playWithDetails (step, details[i], *playing[i], instance);
    }
}

template <typename S>
void GraphPlan<S>::processNotes() noexcept
{
    for (auto& feedback : feedbacks)
        *feedback.to = feedback.state->last[0];

    for (auto& stream : noteBuffers)
        stream.clear();

    auto job = noteMixes.begin();

    for (std::size_t i = 0; i <= earlySteps; ++i)
    {
        for (; job != noteMixes.end() && job->step == i; ++job)
            join (*job);

        if (i < earlySteps)
            playSteps (i, i + 1, 0);
    }
}

template <typename S>
void GraphPlan<S>::resetNotes() noexcept
{
    for (auto* device : noteDevices)
        device->reset();
}

template <typename S>
bool GraphPlan<S>::hasLostStop() const noexcept
{
    return std::ranges::any_of (noteBuffers, &NoteStream::hasLostStop);
}

template <typename S>
void GraphPlan<S>::process (int instance) noexcept
{
    for (auto& feedback : feedbacks)
        *feedback.to = feedback.state->last[static_cast<std::size_t> (instance)];

    playSteps (earlySteps, steps.size(), instance);

    for (auto& feedback : feedbacks)
        feedback.state->last[static_cast<std::size_t> (instance)] = *feedback.from;
}

template struct GraphPlan<dsp::Stereo>;
template struct GraphPlan<dsp::Voices>;

} // namespace athanor
