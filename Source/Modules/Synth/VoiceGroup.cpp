// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/VoiceGroup.h"

#include <algorithm>
#include <utility>

namespace athanor::synth
{

namespace
{
const Lanes zero { 0.0f }, one { 1.0f };

constexpr std::size_t at (int i) { return static_cast<std::size_t> (i); }

constexpr std::size_t at (PatchSource source) { return static_cast<std::size_t> (source); }

constexpr int middleC = 60;

/** Leads from where a control stood to where it now is. */
void joinWith (Lanes start, int count, Lanes* frames) noexcept
{
    auto apart = start - frames[0];
    const auto step = apart * (1.0f / static_cast<float> (count));

    for (int i = 0; i < count; ++i, apart -= step)
        frames[i] += apart;
}
} // namespace

VoiceGroup::VoiceGroup (WaveCache& cache, int index)
    : randoms { Wander ({ index, Drawer::random1 }), Wander ({ index, Drawer::random2 }), Wander ({ index, Drawer::random3 }), Wander ({ index, Drawer::random4 }) },
      noteChance ({ index, Drawer::note }),
      oscillators { Oscillator (cache, { index, Drawer::oscillator1 }), Oscillator (cache, { index, Drawer::oscillator2 }), Oscillator (cache, { index, Drawer::oscillator3 }) },
      sampler ({ index, Drawer::sample })
{
    moved.fill (zero);
    baseBefore.fill (zero);
    shared.fill (zero);
}

void VoiceGroup::setPatch (const CompiledPatch& patch, const ControlValues& values) noexcept
{
    controls.set (values);
    sources = {};
    moved.fill (zero);
    shared.fill (zero);

    for (std::size_t i = 0; i < patch.plan.destinations.size(); ++i)
        baseBefore[i] = Lanes (values[patch.plan.destinations[i].control]);

    for (int n = 0; n < patch::oscillators; ++n)
    {
        oscillators[at (n)].setTable (patch.tables[at (n)].get());
        oscillators[at (n)].restartChance (patch.seeds);
    }

    for (auto& random : randoms)
        random.restart (patch.seeds);

    noteChance.restart (patch.seeds);
    sampler.restartChance (patch.seeds);
    sampler.setRecording (patch.sample.get());
}

void VoiceGroup::carryOn (const CompiledPatch& before, const CompiledPatch& next, const ControlValues& now) noexcept
{
    for (const auto& destination : before.plan.destinations)
        if (auto* ramp = controls.find (destination.control))
            *ramp = { ramp->to, Lanes (now[destination.control]), nullptr };

    for (std::size_t i = 0; i < next.plan.destinations.size(); ++i)
    {
        const auto control = next.plan.destinations[i].control;
        const auto* ramp = controls.find (control);
        baseBefore[i] = Lanes (now[control]);
        moved[i] = zero;

        // Where it was moved before, the ramp begins where it then stood.
        if (ramp != nullptr && std::ranges::any_of (before.plan.destinations, [&] (const auto& d) { return d.control == control; }))
            moved[i] = ramp->from - baseBefore[i];
    }

    for (std::size_t i = 0; i < isNewSource.size(); ++i)
        isNewSource[i] = next.plan.isUsed[i] && ! before.plan.isUsed[i];

    for (auto& source : sources)
        source.frames = nullptr;

    for (int n = 0; n < patch::oscillators; ++n)
        oscillators[at (n)].setTable (next.tables[at (n)].get());

    shared.fill (zero);
    isJoining = true;
}

/** A source that nothing listened to until now begins as if the keys that are down had just been pressed. */
NoteTurn VoiceGroup::notesFor (PatchSource source, const NoteTurn& notes) const noexcept
{
    if (! isNewSource[at (source)])
        return notes;

    auto told = notes;
    const auto begins = notes.isActive & ! notes.isTriggered();
    told.trigger = pick (begins, LaneCounts {} + static_cast<std::int32_t> (Stage::attack), notes.trigger);
    told.triggerFrame = pick (begins, LaneCounts {}, notes.triggerFrame);
    told.isFresh = notes.isFresh | begins;
    told.hasNewNote = notes.hasNewNote | begins;
    return told;
}

void VoiceGroup::turn (Control control, float from, float to) noexcept
{
    if (auto* ramp = controls.find (control))
    {
        ramp->from = Lanes (from);
        ramp->to = Lanes (to);
    }
}

/** Sources that are one number in a quantum. */
void VoiceGroup::readFingers (const Fingers& fingers, const GroupContext& context) noexcept
{
    const auto tell = [&] (PatchSource source, Lanes value) { sources[at (source)].value = value; };
    tell (PatchSource::velocity, fingers.velocity);
    tell (PatchSource::note_in_octave, dsp::fraction (fingers.pitch * (1.0f / 12)));
    tell (PatchSource::aftertouch, fingers.aftertouch);
    tell (PatchSource::slide, fingers.slide);
    tell (PatchSource::lift, fingers.lift);
    tell (PatchSource::mod_wheel, fingers.modWheel);
    tell (PatchSource::pitch_wheel, fingers.pitchWheel * 0.5f + 0.5f);
    readMacros (context);
}

void VoiceGroup::readMacros (const GroupContext& context) noexcept
{
    for (int n = 0; n < PatchSpec::macroCount; ++n)
    {
        const auto first = n < patch::vitalMacros ? PatchSource::macro_control_1 : PatchSource::macro_control_5;
        sources[at (first) + at (n % patch::vitalMacros)].value = Lanes (context.macros[at (n)]);
    }

    sources[at (PatchSource::stereo)].value = leftOne;
}

/** Glide, bend and tuning. */
void VoiceGroup::runPitch (const Turn& turn, NoteTurn& notes, const Fingers& fingers) noexcept
{
    constexpr float shortest = 0.001f, keyBendRange = 48;
    const auto& note = controls.note;
    auto seconds = dsp::exp2 (dsp::clamp (note.glideTime.to, Lanes (-10.0f), Lanes (4.0f)));

    if (isNone (seconds > Lanes (shortest)))
    {
        glide = one;
        glided = fingers.pitch;
    }
    else
    {
        glide = select (notes.hasNewNote, zero, glide);

        if (! note.alwaysGlides)
            glide = select (notes.hasNewNote & isEqual (fingers.keysDown, one), one, glide);

        if (note.glidesByOctave)
            seconds *= dsp::abs (fingers.pitch - fingers.lastPitch) * (1.0f / 12);

        const auto step = static_cast<float> (turn.frames / turn.sampleRate) / dsp::max (seconds, Lanes (1e-6f));
        glide = dsp::min (glide + step, one);
        glided = dsp::mix (fingers.lastPitch, fingers.pitch, bend (glide, -note.glideSlope.to));
    }

    const auto before = bent;
    bent = glided + fingers.bend + fingers.pitchWheel * note.bendRange.to + fingers.keyBend * keyBendRange + note.tune.to + note.transpose.to;
    notes.pitch = bent;
    sources[at (PatchSource::note)].value = bent * (1.0f / 127);
    const Ramp pitch { select (notes.isFresh, bent, before), bent, nullptr };

    for (auto& oscillator : controls.oscillators)
        oscillator.pitch = pitch;

    controls.sample.pitch = pitch;

    for (auto& filter : controls.filters)
        filter.note = bent - static_cast<float> (middleC);
}

void VoiceGroup::runEnvelope (int n, const Turn& turn, const NoteTurn& notes, const GroupContext& context) noexcept
{
    auto& envelope = envelopes[at (n)];
    auto& source = sources[at (n)];

    if (context.patch.plan.isAtAudioRate[at (n)])
    {
        source.frames = context.scratch.sources[at (n)].samples.data();
        envelope.processAtAudioRate (turn, notes, controls.envelopes[at (n)], context.scratch.sources[at (n)].samples.data());
        source.value = source.frames[0];
    }
    else
    {
        envelope.processAtControlRate (turn, notes, controls.envelopes[at (n)]);
        source.value = envelope.value();
    }
}

void VoiceGroup::runLfo (int n, const Turn& turn, const NoteTurn& notes, const GroupContext& context) noexcept
{
    const auto index = at (PatchSource::lfo_1) + at (n);
    const auto& curve = *context.patch.plan.lfoCurve (n);
    auto& source = sources[index];

    if (context.patch.plan.isAtAudioRate[index])
    {
        auto* frames = context.scratch.sources[index].samples.data();
        lfos[at (n)].processAtAudioRate (turn, notes, context.transport, controls.lfos[at (n)], curve, frames);
        source = { frames[0], frames };
    }
    else
    {
        lfos[at (n)].processAtControlRate (turn, notes, context.transport, controls.lfos[at (n)], curve);
        source.value = lfos[at (n)].value();
    }
}

void VoiceGroup::runSource (PatchSource which, const Turn& turn, const NoteTurn& notes, const GroupContext& context) noexcept
{
    if (which <= PatchSource::env_6)
    {
        runEnvelope (static_cast<int> (which), turn, notes, context);
    }
    else if (which <= PatchSource::lfo_8)
    {
        runLfo (static_cast<int> (which) - static_cast<int> (PatchSource::lfo_1), turn, notes, context);
    }
    else if (which <= PatchSource::random_4)
    {
        const auto n = at (which) - at (PatchSource::random_1);
        auto* frames = context.scratch.sources[at (which)].samples.data();
        randoms[n].process (turn, notes, context.transport, controls.randoms[n], frames);
        sources[at (which)] = { frames[0], frames };
    }
    else if (which == PatchSource::random)
    {
        sources[at (which)].value = noteChance.process (notes);
    }
}

void VoiceGroup::begin (const MotionPlan& plan, LateSlots& late, const MotionPlan* before) const noexcept
{
    std::array<bool, patch::slots> wasLate {};

    if (before != nullptr)
        for (const auto& destination : before->destinations)
            for (const auto& slot : destination.slots)
                wasLate[at (slot.number)] = slot.isLate;

    for (const auto& destination : plan.destinations)
        for (const auto& slot : destination.slots)
            if (slot.isLate && ! wasLate[at (slot.number)])
                late.begin (slot.number, Slot().processAtControlRate (slot.shape, controls.slots[at (slot.number)], zero));
}

Lanes VoiceGroup::giveNow (const PlannedSlot& slot) noexcept
{
    return slots[at (slot.number)].processAtControlRate (slot.shape, controls.slots[at (slot.number)], sources[at (slot.source)].value);
}

Lanes VoiceGroup::controlRateSum (const PlannedDestination& destination) noexcept
{
    auto sum = zero;

    for (const auto& slot : destination.slots)
        if (! slot.isAtAudioRate && ! slot.isLate)
            sum += giveNow (slot);

    return sum;
}

void VoiceGroup::addAudioRate (const PlannedDestination& destination, const Turn& turn, const NoteTurn& notes, Lanes* out) noexcept
{
    for (const auto& slot : destination.slots)
        if (slot.isAtAudioRate)
            slots[at (slot.number)].addAtAudioRate (slot.shape, controls.slots[at (slot.number)], notes.isFresh, sources[at (slot.source)].frames, out,
                                                    turn.frames);
}

void VoiceGroup::runDestination (int index, const Turn& turn, const NoteTurn& notes, const GroupContext& context) noexcept
{
    const auto& destination = context.patch.plan.destinations[at (index)];
    auto* ramp = controls.find (destination.control);

    if (ramp == nullptr)
        return;

    const auto base = Lanes (context.values[destination.control]);
    auto sum = controlRateSum (destination);

    for (const auto& slot : destination.slots)
        if (slot.isLate)
            sum += context.late.exchange (slot.number, giveNow (slot), notes.pairs);

    ramp->from = select (notes.isFresh, base + sum, baseBefore[at (index)] + moved[at (index)]);
    ramp->to = base + sum;
    moved[at (index)] = sum;
    baseBefore[at (index)] = base;

    if (! destination.isAtAudioRate())
        return;

    auto* frames = context.scratch.modulated[at (destination.audioBuffer)].samples.data();
    const auto step = (ramp->to - ramp->from) * (1.0f / static_cast<float> (turn.frames));
    auto value = ramp->from;

    for (int i = 0; i < turn.frames; ++i)
    {
        value += step;
        frames[i] = value;
    }

    addAudioRate (destination, turn, notes, frames);

    if (isJoining)
        joinWith (select (notes.isFresh, frames[0], ramp->from), turn.frames, frames);

    ramp->from = frames[0];
    ramp->to = frames[turn.frames - 1];
    ramp->frames = frames;
}

void VoiceGroup::runShared (const Turn& turn, const NoteTurn& notes, const GroupContext& context) noexcept
{
    const auto& list = context.patch.plan.shared;

    for (std::size_t i = 0; i < list.size(); ++i)
    {
        shared[i] = controlRateSum (list[i]);

        if (list[i].isAtAudioRate())
        {
            auto& frames = context.scratch.modulated[at (list[i].audioBuffer)];
            frames.clear (turn.frames);
            addAudioRate (list[i], turn, notes, frames.samples.data());
        }
    }
}

void VoiceGroup::runIdle (const GroupContext& context) noexcept
{
    readMacros (context);

    for (std::size_t i = 0; i < context.patch.plan.shared.size(); ++i)
        shared[i] = controlRateSum (context.patch.plan.shared[i]);
}

void VoiceGroup::process (const Turn& turn, NoteTurn notes, const Fingers& fingers, const GroupContext& context, bool isNewest, Buffer& effects,
                          Buffer& direct) noexcept
{
    readFingers (fingers, context);

    for (const auto& step : context.patch.plan.steps)
    {
        switch (step.kind)
        {
            case PlanStep::Kind::source:
                runSource (static_cast<PatchSource> (step.index), turn, notesFor (static_cast<PatchSource> (step.index), notes), context);
                break;
            case PlanStep::Kind::destination:
                runDestination (step.index, turn, notes, context);
                break;
            case PlanStep::Kind::pitch:
                runPitch (turn, notes, fingers);
                break;
        }
    }

    if (isNewest)
        runShared (turn, notes, context);

    if (std::exchange (isJoining, false))
        isNewSource = {};

    makeSound (turn, context);
    amplify (turn, notes, fingers, context, effects, direct);
}

} // namespace athanor::synth
