// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/VoiceMotion.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr int cutFrames = 128; // 2.7 ms at 48 kHz: short enough to be a cut, long enough not to click.
}

void VoiceMotion::moveOn (Voice& voice) const noexcept
{
    if (voice.isPedalHeld && ! hands.isPedalDown)
    {
        voice.isPedalHeld = false;
        end (voice, NoteEnd::release, 0);
    }

    const auto vibrates = voice.zone != nullptr && voice.zone->vibrato.isOn();

    if (instrument.volume.isOn || instrument.panning.isOn || instrument.pitch.isOn || vibrates || (voice.isFading && instrument.fadePerTick > 0))
    {
        voice.tickPhase += quantum * 24 * moment.beatsPerFrame;

        for (; voice.tickPhase >= 1; voice.tickPhase -= 1)
            tick (voice);
    }
    else if (voice.isLive)
        aim (voice, quantum, 0); // the bend wheel may have moved
}

/** One tick of the tracker's clock: envelopes and the fade-out go on. */
void VoiceMotion::tick (Voice& voice) const noexcept
{
    voice.volumeTick = instrument.volume.next (voice.volumeTick, voice.isKeyDown);
    voice.panningTick = instrument.panning.next (voice.panningTick, voice.isKeyDown);
    voice.pitchTick = instrument.pitch.next (voice.pitchTick, voice.isKeyDown);
    vibrate (voice);

    if (voice.isFading)
        voice.fade = std::max (0.0f, voice.fade - static_cast<float> (instrument.fadePerTick));

    aim (voice, quantum, 0);

    const auto isOver = voice.fade == 0 || (instrument.volume.isOn && voice.volumeTick == instrument.volume.lastTick() && instrument.volume.at (voice.volumeTick) == 0);

    if (isOver)
        voice.cut.walk (0, cutFrames, 0);
}

void VoiceMotion::vibrate (Voice& voice) noexcept
{
    if (voice.zone == nullptr || ! voice.zone->vibrato.isOn())
        return;

    const auto& vibrato = voice.zone->vibrato;
    voice.vibratoDepth = std::min (vibrato.depth, voice.vibratoDepth + vibrato.growth / 256);
    voice.vibratoPhase += vibrato.speed;

    while (voice.vibratoPhase >= 256)
        voice.vibratoPhase -= 256;
}

void VoiceMotion::aim (Voice& voice, int frames, int delay) const noexcept
{
    const auto bend = voice.isLive ? hands.bend * static_cast<float> (instrument.bendRange) : 0.0f;
    auto pitch = voice.notePitch + bend;
    auto volume = voice.noteVolume * voice.fade;
    auto panning = voice.notePanning;

    if (voice.zone != nullptr)
    {
        pitch = voice.zone->hasFixedPitch ? static_cast<float> (voice.zone->start.rootPitch) : pitch + static_cast<float> (voice.zone->transpose);
        volume *= voice.zone->volume;
    }

    if (instrument.volume.isOn)
        volume *= instrument.volume.at (voice.volumeTick);

    if (instrument.panning.isOn)
        panning += instrument.panning.at (voice.panningTick) * (1 - std::abs (panning));

    if (instrument.pitch.isOn)
        pitch += 16 * instrument.pitch.at (voice.pitchTick);

    if (voice.vibratoDepth > 0)
        pitch += voice.zone->vibrato.at (voice.vibratoPhase) * voice.vibratoDepth / 64;

    voice.pitch.walk (pitch, frames, delay);
    voice.volume.walk (volume, std::max (frames, quantum), delay); // a step in level would click
    voice.panning.walk (std::clamp (panning, -1.0f, 1.0f), std::max (frames, quantum), delay);
}

void VoiceMotion::shape (Voice& voice, const BankEvent& event) const noexcept
{
    voice.notePitch = event.pitch;
    voice.noteVolume = event.volume;
    voice.notePanning = event.panning;
    aim (voice, event.glideFrames, event.frame);
}

void VoiceMotion::end (Voice& voice, NoteEnd how, int frame) const noexcept
{
    if (how == NoteEnd::release && voice.isLive && hands.isPedalDown)
    {
        voice.isPedalHeld = true;
        return;
    }

    if (how == NoteEnd::fade)
    {
        voice.isFading = true;
        return;
    }

    if (voice.isKeyDown)
    {
        voice.isKeyDown = false;
        voice.endFrame = frame;
    }

    if (how == NoteEnd::cut)
    {
        voice.cut.walk (0, cutFrames, frame);
        return;
    }

    voice.isFading = true;

    // A plain recording that loops has nothing that would ever end it: fade it like a lifted finger.
    if (instrument.isPlain && ! instrument.volume.isOn && instrument.fadePerTick == 0 && voice.zone != nullptr && voice.zone->start.loop != ZoneStart::Loop::off)
        voice.cut.walk (0, static_cast<int> (0.03 * moment.sampleRate), frame);
}

} // namespace athanor
