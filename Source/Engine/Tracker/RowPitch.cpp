// SPDX-License-Identifier: GPL-3.0-or-later
// Periods and slides, the swings around them, and what of all that is heard at the end of a tick.
#include "Engine/Tracker/NewNote.h"
#include "Engine/Tracker/RowPlayer.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr double unitsPerSemitone = 64, topPitch = 120; // of linear periods: 0 is at MIDI 120
constexpr double lowestAmigaPeriod = 4 * 113, highestAmigaPeriod = 4 * 856;
constexpr double swingPerDepth = 255.0 / 32; // of a period, for each step of a vibrato's depth
constexpr double highestArpeggio = 108;      // MIDI: FT2 has no note above it
constexpr std::size_t mostPast = 64;
} // namespace

/** The period of the note that a key means in a zone, for the recording that the channel plays. */
double RowPlayer::periodOf (const Channel& c, const ZoneSound* zone, int midi) const
{
    const auto note = midi + (zone != nullptr ? zone->transpose() : 0);

    if (! c.manner.isAmiga)
        return unitsPerSemitone * (topPitch - note);

    auto rate = c.zone != nullptr ? c.zone->middleRate : middlePeriodRate;

    if (c.finetune)
        rate = middlePeriodRate * std::exp2 (*c.finetune / 96.0);

    if (c.manner.isXm())
        return middlePeriod * std::exp2 ((60 - note) / 12) * middlePeriodRate / rate;

    const auto step = std::clamp (static_cast<int> (std::lround (note)), 0, 240);
    const auto period = octavePeriods[static_cast<std::size_t> (step % 12)] * std::exp2 (5 - step / 12) * middlePeriodRate / rate;
    return c.manner.isMod() ? 4 * std::round (period / 4) : std::floor (period);
}

/** The key, and what is between keys, at which the channel's zone has that period. */
double RowPlayer::pitchOf (const Channel& c, double period) const
{
    const auto transpose = c.zone != nullptr ? c.zone->transpose() : 0;

    if (! c.manner.isAmiga)
        return topPitch - period / unitsPerSemitone - transpose;

    const auto rate = c.zone != nullptr ? c.zone->middleRate : middlePeriodRate;
    return 60 + 12 * std::log2 (middlePeriodRate * middlePeriod / (std::max (period, 1.0) * rate)) - transpose;
}

void RowPlayer::slide (Channel& c, double up)
{
    if (! c.isSounding || up == 0)
        return;

    c.period -= up;
    limit (c);
}

void RowPlayer::limit (Channel& c)
{
    const auto& manner = c.manner;

    if (manner.isProTracker || (manner.isS3m() && manner.hasAmigaLimits))
        c.period = std::clamp (c.period, lowestAmigaPeriod, highestAmigaPeriod);
    else if (manner.isMod())
        c.period = std::clamp (c.period, 56.0, 27'392.0);
    else if (manner.isXm())
        c.period = std::clamp (c.period, 1.0, 65'535.0);
    else if (manner.isAmiga)
    {
        if (c.period < (manner.isS3m() ? 64 : 1))
            cut (c); // higher than it can play

        c.period = std::clamp (c.period, 1.0, 65'535.0);
    }
    else
        c.period = std::clamp (c.period, -48 * unitsPerSemitone, 150 * unitsPerSemitone);
}

void RowPlayer::glide (Channel& c, int steps)
{
    if (c.target == 0 || ! c.isSounding)
        return;

    const auto distance = c.target - c.period;
    const auto most = 4.0 * steps;

    // Where FT2 has been once it goes at once from below, and with its speed from above.
    if (c.manner.isXm() && c.hasArrived)
    {
        c.period = std::abs (distance) <= most || distance < 0 ? c.target : c.period + most;
        return;
    }

    c.period = std::abs (distance) <= most ? c.target : c.period + std::copysign (most, distance);

    c.hasArrived = c.period == c.target;

    if (c.hasArrived && (c.manner.isMod() || c.manner.isIt()))
        c.target = 0;
}

void RowPlayer::arpeggio (Channel& c, int value)
{
    auto step = tickInRow % 3;

    // FT2 counts ticks down, through a table that ends after sixteen: what it reads behind that is not 0 or 1.
    if (c.manner.isXm())
    {
        const auto left = ticksInRow - tickInRow;
        step = isFlowTick() || left == 16 ? 0 : left > 16 ? 2
                                                          : left % 3;
    }

    c.arpeggio = step == 0 ? 0 : step == 1 ? value >> 4
                                           : value & 15;
}

void RowPlayer::vibrate (Channel& c, double depthFactor)
{
    const auto isResting = tickInRow == 0 && (! c.manner.isIt() || c.manner.hasOldEffects);

    if (c.manner.isIt() && ! isResting)
        c.vibrato.advance();

    c.bend = isResting && c.manner.isMod() ? 0 : c.vibrato.value() * c.vibrato.depth * swingPerDepth * depthFactor;

    if (! c.manner.isIt() && ! isResting)
        c.vibrato.advance();
}

void RowPlayer::tremolate (Channel& c)
{
    const auto isResting = tickInRow == 0 && (! c.manner.isIt() || c.manner.hasOldEffects);
    auto& wave = c.tremoloWave;
    auto value = wave.value();

    // FT2 asks the vibrato which half of the tremolo's ramp it is.
    if (c.manner.isXm() && wave.shape == Wave::Shape::ramp && (wave.position < 128) != (c.vibrato.position < 128))
        value = wave.position < 128 ? 1 - value : -1 - value;

    c.tremolo = isResting && c.manner.isMod() ? 0 : value * wave.depth * (c.manner.isLettered() ? 127.0 / 64 : 255.0 / 64);

    if (! isResting)
        wave.advance();
}

void RowPlayer::panbrello (Channel& c)
{
    c.panbrello = c.panbrelloWave.value() * c.panbrelloWave.depth / 16;
    c.panbrelloWave.advance (1);
}

NoteShape RowPlayer::shapeOf (const Channel& c) const
{
    auto pitch = pitchOf (c, c.period + c.bend);

    if (c.isGlissando && c.row.hasGlide)
        pitch = std::ceil (pitch - 0.5);

    if (c.arpeggio != 0 && c.manner.isXm())
    {
        const auto highest = c.zone != nullptr ? highestArpeggio - 12 * std::log2 (c.zone->middleRate / middlePeriodRate) : highestArpeggio;
        pitch = std::min (std::round (pitch) + c.arpeggio, highest);
    }
    else
        pitch += c.arpeggio;

    const auto volume = c.isSilenced ? 0.0 : std::clamp (c.volume + c.tremolo, 0.0, 64.0) / 64;
    return { pitch, volume, std::clamp (c.panning + c.panbrello, -1.0, 1.0) };
}

/** What the tick has come to. */
void RowPlayer::write (Channel& c)
{
    if (! c.isSounding)
    {
        c.isStarting = c.isReleasing = false;
        return;
    }

    const auto shape = shapeOf (c);

    if (c.isReplaying && ! c.isStarting)
        writer.offset (now, c.note, c.offset, false);

    if (c.isStarting)
    {
        const auto old = writer.soundingIn (c.track, c.column);

        if (! c.manner.isIt() || c.isRestarting)
            writer.end (now, old, NoteEnd::cut);
        else
        {
            makeRoom (sounds, writer, now, c.track, c.column, c.lastAction);
            c.past.erase (c.past.begin(), c.past.size() < mostPast ? c.past.begin() : c.past.begin() + 1);
            c.past.push_back (old);
        }

        c.note = writer.start (now, { c.track, c.column, c.playing->id, c.key, 1, shape, c.offset, false });
    }
    else if (c.manner.isXm() && ! c.isQuick)
    {
        // FT2 goes to a new volume for the length of a tick, but to a new pitch and place at once.
        writer.turn (now, c.note, shape.pitch, shape.panning);
        writer.shape (now, c.note, shape, tick);
    }
    else
        writer.shape (now, c.note, shape);

    c.isQuick = false;

    if (c.isReleasing)
        writer.end (now, c.note, NoteEnd::release);

    c.isStarting = c.isRestarting = c.isReleasing = c.isReplaying = false;
}

} // namespace athanor
