// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the synth that makes a quantum of sound.
#include "Modules/Synth/Synth.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace athanor::synth
{

namespace
{
constexpr std::size_t at (int i) { return static_cast<std::size_t> (i); }

std::int32_t triggerOf (Voice::Event event)
{
    switch (event)
    {
        case Voice::Event::on:
            return static_cast<std::int32_t> (Stage::attack);
        case Voice::Event::off:
            return static_cast<std::int32_t> (Stage::release);
        case Voice::Event::kill:
            return static_cast<std::int32_t> (Stage::kill);
        case Voice::Event::none:
            break;
    }

    return static_cast<std::int32_t> (Stage::none);
}

/** Voices of a group, the last of which may have fewer. */
int voicesOf (int group) { return std::min (groupVoices, VoiceBoard::voiceCount - group * groupVoices); }
} // namespace

/** As their first voices began; that of the newest voice last. */
PairOrder Synth::pairsOf (int group) const noexcept
{
    PairOrder pairs;

    for (const auto voice : board.active())
        if (const auto pair = voice % groupVoices / 2; voice / groupVoices == group && ! pairs.contains (pair))
            pairs.append (pair);

    const auto newest = board.active()[board.active().size() - 1];

    if (pairs.count == 2 && newest / groupVoices == group && pairs.pair[1] != newest % groupVoices / 2)
        std::swap (pairs.pair[0], pairs.pair[1]);

    return pairs;
}

/** What happens to the voices of a group in this turn; nothing of it is left to be taken. */
NoteTurn Synth::takeEvents (int group, Turn& turn) noexcept
{
    NoteTurn notes;
    turn.startFrame = {};

    for (int v = 0; v < voicesOf (group); ++v)
    {
        const auto index = group * groupVoices + v;
        const auto& voice = board[index];
        const auto lanes = lanesOf (v);
        setVoice (notes.noteCount, v, static_cast<float> (voice.noteCount));

        // What is cut short before it began is not heard, nor does it draw random phases.
        const auto isStillborn = voice.key == Voice::Key::starting && voice.event == Voice::Event::kill;

        if (voice.key != Voice::Key::dead && ! isStillborn)
            notes.isActive = notes.isActive | lanes;

        if (voice.eventFrame < 0)
            continue;

        const auto frame = voice.eventFrame * turn.oversampling;
        const auto isOn = voice.event == Voice::Event::on;

        if (isOn)
            notes.hasNewNote = notes.hasNewNote | lanes;

        if (isOn && voice.keyBefore == Voice::Key::dead)
        {
            notes.isFresh = notes.isFresh | lanes;
            turn.startFrame[at (v)] = frame;
        }

        if (! board.rules.isLegato || ! isOn || voice.keyBefore != Voice::Key::held)
        {
            notes.trigger = pick (lanes, LaneCounts {} + triggerOf (voice.event), notes.trigger);
            notes.triggerFrame = pick (lanes, LaneCounts {} + frame, notes.triggerFrame);
        }

        board.complete (index);
    }

    notes.pairs = pairsOf (group);
    turn.isActive = notes.isActive;
    turn.hasStarted = notes.isFresh;
    return notes;
}

Fingers Synth::fingersOf (int group) const noexcept
{
    Fingers fingers;

    for (int v = 0; v < voicesOf (group); ++v)
    {
        const auto& voice = board[group * groupVoices + v];
        setVoice (fingers.pitch, v, voice.pitch);
        setVoice (fingers.lastPitch, v, voice.lastPitch);
        setVoice (fingers.keysDown, v, static_cast<float> (voice.notesPressed));
        setVoice (fingers.velocity, v, voice.velocity);
        setVoice (fingers.lift, v, voice.key == Voice::Key::released ? voice.lift : 0.0f);
        setVoice (fingers.aftertouch, v, voice.aftertouch);
        setVoice (fingers.slide, v, voice.slide);
        setVoice (fingers.modWheel, v, board.modWheelOf (voice));
        setVoice (fingers.pitchWheel, v, board.pitchWheelOf (voice));
        setVoice (fingers.keyBend, v, voice.bend);
        setVoice (fingers.bend, v, voice.shape.bend);
        fingers.gain.set (2 * v, voice.shape.left);
        fingers.gain.set (2 * v + 1, voice.shape.right);
    }

    return fingers;
}

void Synth::freeVoices (int group) noexcept
{
    const auto isSilent = groups[at (group)]->isSilent();

    for (int v = 0; v < voicesOf (group); ++v)
    {
        const auto index = group * groupVoices + v;
        const auto& voice = board[index];
        const auto isOver = voice.event == Voice::Event::off || voice.event == Voice::Event::kill;

        if (voice.key != Voice::Key::dead && isOver && voice.eventFrame < 0 && isSilent[2 * v])
            board.free (index);
    }
}

/** All groups in which a voice sounds; that of the newest voice last, as shared modulation listens to it. */
void Synth::runVoices (Turn& turn) noexcept
{
    const GroupContext context { *playing, now, transport, macros, *scratch, late };
    effectsSum.clear (turn.frames);
    directSum.clear (turn.frames);

    if (board.active().isEmpty())
    {
        groups[at (newestVoice / groupVoices)]->runIdle (context);
        return readShared();
    }

    const auto newest = board.active()[board.active().size() - 1];
    const auto newestGroup = newest / groupVoices;
    newestVoice = newest;
    std::array<bool, VoiceBoard::groupCount> isSounding {};

    for (const auto voice : board.active())
        isSounding[at (voice / groupVoices)] = true;

    for (int turnOf = 1; turnOf <= VoiceBoard::groupCount; ++turnOf)
    {
        const auto group = (newestGroup + turnOf) % VoiceBoard::groupCount;

        if (! isSounding[at (group)])
            continue;

        const auto notes = takeEvents (group, turn);
        groups[at (group)]->process (turn, notes, fingersOf (group), context, group == newestGroup, effectsSum, directSum);
        freeVoices (group);
    }

    board.lastPitch = groups[at (newestGroup)]->pitch()[2 * (newest % groupVoices)];
    newestPitch = groups[at (newestGroup)]->bentPitch()[2 * (newest % groupVoices)];
    readShared();
    readSharedFast (turn.frames);

    if (! board.active().isEmpty())
        late.keepVoice (board.active()[board.active().size() - 1] % 2);
}

/** What rings on in the effects hears the last voice; of the pair in which Vital computed that, it then takes the first. */
Stereo Synth::ofNewest (const Lanes& lanes) const noexcept
{
    const auto voice = newestVoice % groupVoices;
    const auto left = 2 * (board.active().isEmpty() ? voice / 2 * 2 : voice);
    return Stereo (Stereo::Floats { lanes[left], lanes[left + 1] });
}

/** Takes the modulation of shared controls from the voice that decides. */
void Synth::readShared() noexcept
{
    for (std::size_t i = 0; i < playing->plan.shared.size(); ++i)
        sharedMoved[i] = ofNewest (groups[at (newestVoice / groupVoices)]->sharedValue (i));
}

/** Effects walk to where a modulator at audio rate is at the end of the turn. */
void Synth::readSharedFast (int frames) noexcept
{
    const auto& list = playing->plan.shared;

    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].isAtAudioRate())
            sharedFast[i] = ofNewest (scratch->modulated[at (list[i].audioBuffer)][frames - 1]);
}

float Synth::sourceNow (PatchSource source) const noexcept
{
    return groups[at (newestVoice / groupVoices)]->sourceNow (source)[2 * (newestVoice % groupVoices)];
}

/** A control of all voices, with its modulation. */
Stereo Synth::sharedNow (Control control) const noexcept
{
    auto value = Stereo (now[control]);

    for (std::size_t i = 0; i < playing->plan.shared.size(); ++i)
        if (playing->plan.shared[i].control == control)
            value += sharedMoved[i] + sharedFast[i];

    return value;
}

void Synth::readMacros() noexcept
{
    for (int n = 0; n < PatchSpec::macroCount; ++n)
        macros[at (n)] = n < patch::vitalMacros ? sharedNow (member (Control::macro_control_1, n))[0] : macroTargets[at (n)];
}

void Synth::runEffects (const Turn& turn) noexcept
{
    constexpr float middleC = 60;
    const auto chain = std::countr_zero (static_cast<unsigned> (turn.oversampling));

    if (chain != chainInUse)
        chains[at (chain)].reset();

    chainInUse = chain;

    for (const auto& destination : playing->plan.shared)
        effectValues.set (destination.control, sharedNow (destination.control));

    EffectTurn told;
    told.sampleRate = turn.sampleRate;
    told.oversampling = turn.oversampling;
    told.frames = turn.frames;
    told.beatsPerSecond = transport.beatsPerSecond;
    told.isPlaying = transport.isMoving;
    told.seconds = transport.seconds;
    told.note = Stereo (newestPitch - middleC);
    chains[at (chain)].process (told, effectValues, sound);
}

void Synth::render (std::array<Stereo, quantum>& out) noexcept
{
    Turn turn;
    turn.oversampling = oversampling();
    turn.frames = quantum * turn.oversampling;
    turn.sampleRate = sampleRate * turn.oversampling;

    glideControls();
    readMacros();
    readRules();
    board.trim();
    runVoices (turn);

    sound.clear (turn.frames);
    sound.add (effectsSum, turn.frames);
    runEffects (turn);
    sound.add (directSum, turn.frames);
    decimator.process (turn.oversampling, sound, out);
    output.process ({ sharedNow (Control::volume), sharedNow (Control::stereo_routing), now.choice (Control::stereo_mode) }, out);
}

} // namespace athanor::synth
