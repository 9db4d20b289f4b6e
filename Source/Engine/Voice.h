// SPDX-License-Identifier: GPL-3.0-or-later
// One sounding note: where its pitch, volume and panning stand, and how its envelopes of the tracker tradition go on.
#pragma once

#include "Dsp/Sound.h"
#include "Engine/Score.h"
#include "Modules/Module.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace athanor
{

/** A TickEnvelope as the audio thread reads it. */
struct EnvelopeCurve
{
    bool isOn = false;
    std::vector<std::pair<int, float>> points; ///< By tick.
    int sustainStart = -1, sustainEnd = -1, loopStart = -1, loopEnd = -1;

    float at (double tick) const noexcept;

    /** The tick after `tick`, held by the sustain while the key is down, turned back by the loop. */
    int next (int tick, bool isKeyDown) const noexcept;

    int lastTick() const noexcept { return points.empty() ? 0 : points.back().first; }
};

/** The vibrato that a recording has of its own, as the trackers count it: in ticks, 256 to a turn, 64 to a semitone. */
struct SampleVibrato
{
    enum class Shape : std::uint8_t { sine,
                                      rampDown,
                                      squareAbove,
                                      random,
                                      rampUp,
                                      square };

    float speed = 0;  ///< Added to the phase each tick.
    float depth = 0;  ///< 64ths of a semitone, in the end.
    float growth = 0; ///< Added to the depth each tick, in 256ths of its unit.
    Shape shape {};

    bool isOn() const noexcept { return depth > 0 && growth > 0; }

    /** -1 to 1. */
    float at (float phase) const noexcept;
};

/** A zone as the audio thread reads it. */
struct PlayableZone
{
    int lowKey = 0, highKey = 127, lowVelocity = 0, highVelocity = 127;
    double transpose = 0;
    SampleVibrato vibrato;
    bool hasFixedPitch = false;
    float volume = 1, defaultVolume = 1;
    std::shared_ptr<const dsp::Sound> sound;
    ZoneStart start;
};

/** An instrument as the audio thread reads it: immutable, shared by the banks of all tracks that play it. */
struct PlayableInstrument
{
    std::vector<PlayableZone> zones;
    EnvelopeCurve volume, panning, pitch;
    double fadePerTick = 0, glide = 0, bendRange = 2;
    std::optional<NoteEnd> endOfOutdated = NoteEnd::release; ///< How a note ends when its column goes on and the song does not end it; none: it does not.
    int polyphony = 16;
    bool hasOwnVoices = false;            ///< Its graph holds a NotePlayer: it is played once for all notes.
    bool isMono = false, isPlain = false; ///< Plain: no graph of its own, its zones are played as they are.
    float gain = 1;

    const PlayableZone* zoneFor (double pitch, double velocity) const noexcept;
};

/** A value in one lane that walks to where it is sent. */
struct LaneValue
{
    float value = 0, target = 0, step = 0;
    int framesLeft = 0, wait = 0;

    void jump (float to) noexcept
    {
        value = target = to;
        framesLeft = wait = 0;
    }

    /** Stays for `delay` frames, then walks for `frames` (1 is a jump). */
    void walk (float to, int frames, int delay = 0) noexcept
    {
        if (to == target)
            return;

        target = to;
        framesLeft = std::max (1, frames);
        wait = delay;
        step = (to - value) / static_cast<float> (framesLeft);
    }

    bool isMoving() const noexcept { return framesLeft > 0; }

    float next() noexcept
    {
        if (wait > 0)
            --wait;
        else if (framesLeft > 0)
            value = --framesLeft == 0 ? target : value + step;

        return value;
    }
};

/** What happens to a bank within one quantum. */
struct BankEvent
{
    enum class Kind : std::uint8_t { start,
                                     end,
                                     shape,
                                     offset,
                                     releaseAll,
                                     cutAll,
                                     outdateAll, ///< The song begins again: what sounds is of an earlier pass.
                                     displace    ///< Another note begins in this column, perhaps in another bank.
    };

    Kind kind {};
    NoteEnd end {};
    std::uint8_t frame = 0;
    bool isLive = false, isBackward = false;
    int column = 0;
    std::uint32_t note = 0;
    float pitch = 60, velocity = 1, volume = 1, panning = 0;
    double offset = 0;
    int glideFrames = 0;
};

/** One lane's note. */
struct Voice
{
    bool isActive = false, isKeyDown = false, isForeground = false, isFading = false, isLive = false, isPedalHeld = false;
    bool isReleaseTold = false; ///< To a NotePlayer.
    bool isOutdated = false;    ///< Of an earlier pass of the song, which will not end it.
    std::uint32_t note = 0;
    int column = 0;
    std::uint64_t age = 0;
    const PlayableZone* zone = nullptr;     ///< Of the instrument the note started with; that instrument is kept alive by the plans.
    int startFrame = 0, endFrame = quantum; ///< Within this quantum: where the gate rises and falls.
    bool isStarting = false;
    LaneValue pitch, volume, panning;
    float noteVolume = 1, notePanning = 0, notePitch = 60, startPitch = 60, velocity = 1, random = 0;
    double tickPhase = 0;
    int volumeTick = 0, panningTick = 0, pitchTick = 0;
    float fade = 1;
    float vibratoPhase = 0, vibratoDepth = 0; ///< Of the recording's own: 256 to a turn; 64ths of a semitone.
    LaneValue cut;                            ///< The gain against clicks: walks to 0 when the note is cut.
    int quietFrames = 0;
    float pressure = 0;
};

} // namespace athanor
