// SPDX-License-Identifier: GPL-3.0-or-later
// How a cell of a tracker dialect starts, bends and ends notes.
#include "Engine/Tracker/NewNote.h"
#include "Engine/Tracker/RowPlayer.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr double longestWave = 0.06; // seconds

/** FT2 has ten octaves; what a recording's own tuning lifts above them is no note. */
bool isTooHigh (const InstrumentSounds& sounds, int midi)
{
    const auto* zone = sounds.zoneFor (midi);
    const auto lift = zone != nullptr ? std::lround (12 * std::log2 (zone->middleRate / middlePeriodRate)) : 0;
    return midi - 12 + lift >= 119;
}
} // namespace

void RowPlayer::readCell (Channel& c)
{
    auto& cell = c.row.cell;

    // FT2 forgets whatever stands beside a key-off on the first tick.
    if (c.manner.isXm() && c.row.effectCount > 0)
        for (const auto& effect : c.row)
            if (effect.letter == 'K' && effect.value == 0)
            {
                cell.key = key::none;
                cell.instrument = {};
            }

    if (cell.instrument)
        readInstrument (c);

    if (c.row.hasNote())
        readKey (c);
    else if (cell.key == key::off)
        keyOff (c);
    else if (cell.key == key::cut)
        cut (c);
    else if (cell.key == key::fade)
        fade (c);
}

void RowPlayer::readInstrument (Channel& c)
{
    const auto* named = sounds.find (c.row.cell.instrument);
    const auto isOther = named != c.instrument;
    c.instrument = named;
    c.finetune = {};
    c.noteOffset = 0;

    if (c.manner.isProTracker && isOther && (! c.row.hasNote() || c.row.hasGlide))
        swapSample (c);

    if (named == nullptr || c.row.hasNote())
        return;

    if (c.manner.isIt())
    {
        const auto* zone = named->zoneFor (c.lastKey);
        loadDefaults (c, zone, false);

        // Another recording, or one that was cut, starts by being named.
        if (c.row.cell.key == key::none && zone != nullptr && (! c.isSounding || (isOther && zone != c.zone)))
            startNote (c, c.lastKey);

        return;
    }

    // FT2 recalls what the last note's recording said, the others what this one says.
    const auto* zone = c.manner.isXm() ? c.zone : named->zones.empty() ? nullptr
                                                                       : &named->zones.front();

    if (zone != nullptr)
        loadDefaults (c, zone, c.manner.isXm());
}

/** ProTracker goes on with another recording as soon as the loop of this one ends. For the short waves that this is used
    with, that is now; where longer ones would end is not followed. */
void RowPlayer::swapSample (Channel& c)
{
    const auto isWaiting = ! c.isSounding && c.isSwapped;
    const auto* zone = c.instrument != nullptr ? c.instrument->zoneFor (c.lastKey) : nullptr;

    const auto rate = middlePeriodRate * middlePeriod / std::max (c.period, 1.0);
    const auto isShort = c.zone != nullptr && c.zone->hasLoop() && static_cast<double> (c.zone->zone->loopEnd) < longestWave * rate;

    if (! isWaiting && (! c.isSounding || ! isShort))
        return;

    if (zone == nullptr || ! zone->hasLoop())
    {
        cut (c);
        c.isSwapped = true;
        return;
    }

    c.playing = c.instrument;
    c.zone = zone;
    c.key = c.lastKey;
    c.offset = static_cast<double> (zone->zone->loopStart);
    c.isStarting = c.isRestarting = c.isSounding = true;
}

void RowPlayer::loadDefaults (Channel& c, const ZoneSound* zone, bool withPanning)
{
    c.isSilenced = false;
    c.isQuick = true;

    if (c.manner.isXm())
    {
        c.isTremorOff = true;
        c.tremorCount = 0;
    }

    if (zone == nullptr)
    {
        c.volume = 64;
        return;
    }

    c.volume = zone->defaultVolume();

    if (withPanning && zone->zone->hasPanning)
        c.panning = zone->zone->panning;
}

void RowPlayer::readKey (Channel& c)
{
    const auto midi = c.row.cell.key + 12;
    const auto* sound = c.instrument;

    if (sound == nullptr || (sound->zones.empty() && sound->instrument->graph.nodes.empty()))
    {
        if (c.row.cell.instrument)
            cut (c); // an instrument that is not there silences the channel

        return;
    }

    if (sound->isHole (midi) || (c.manner.isXm() && isTooHigh (*sound, midi)))
        return;

    c.lastKey = midi;

    if (c.row.hasGlide && c.isSounding)
        glideTo (c, midi);
    else if (! c.row.hasGlide || ! c.manner.isXm()) // FT2 never starts a note that glides
        startNote (c, midi);
}

void RowPlayer::startNote (Channel& c, int midi)
{
    const auto hasInstrument = static_cast<bool> (c.row.cell.instrument);
    c.playing = c.instrument;
    c.lastAction = std::exchange (c.newNoteAction, std::nullopt);
    c.zone = c.instrument->zoneFor (midi);
    c.key = midi;
    c.period = periodOf (c, c.zone, midi);
    c.target = c.manner.isLettered() ? 0 : c.target;
    c.isStarting = c.isSounding = true;
    c.isRestarting = c.isReleasing = c.isReleased = c.isReplaying = false;
    c.isTremorOff = c.isTremorOff || ! c.manner.isXm();
    c.tremorCount = c.manner.isXm() ? c.tremorCount : 0;
    c.retriggerCount = 0;
    c.bend = c.panbrello = 0;
    c.isSwapped = false;
    c.offset = c.manner.isS3m() ? c.noteOffset : 0;
    c.vibrato.newNote();
    c.tremoloWave.newNote();
    c.panbrelloWave.newNote();

    if (hasInstrument)
        loadDefaults (c, c.zone, c.manner.isXm());

    if (! c.manner.isIt())
        return;

    // IT: a recording's own panning hides that of the channel for as long as it plays.
    if (c.zone != nullptr && c.zone->zone->hasPanning)
    {
        c.channelPanning = c.channelPanning.value_or (c.panning);
        c.panning = c.zone->zone->panning;
    }
    else if (c.channelPanning)
    {
        c.panning = *c.channelPanning;
        c.channelPanning = {};
    }
}

void RowPlayer::glideTo (Channel& c, int midi)
{
    const auto* zone = c.instrument->zoneFor (midi);

    if (c.row.cell.instrument)
        loadDefaults (c, c.manner.isXm() ? c.zone : zone, c.manner.isXm());

    // IT plays the other recording, at the pitch that the glide starts from.
    if (c.row.cell.instrument && c.manner.isIt() && ! c.manner.hasCompatibleGlide && zone != nullptr && c.zone != nullptr && zone->zone->sound != c.zone->zone->sound)
    {
        const auto before = c.period;
        const auto ratio = zone->middleRate / c.zone->middleRate;
        startNote (c, midi);
        c.target = std::exchange (c.period, c.manner.isAmiga ? before : before + 64 * 12 * std::log2 (ratio));
        return;
    }

    c.target = periodOf (c, zone, midi);
    c.hasArrived = false;

    if (c.manner.isXm() && c.target == c.period)
        c.target = 0;
}

void RowPlayer::keyOff (Channel& c)
{
    if (! c.isSounding)
        return;

    const auto* playing = c.playing != nullptr ? c.playing->instrument : nullptr;
    const auto hasVolume = c.row.cell.instrument || (c.row.cell.volume != Cell::empty && c.row.cell.volumeEffect == 0) || c.row.has ('C');

    // Without an envelope FT2 has nothing to release: it turns the note down, and a later volume may bring it back.
    if (c.manner.isXm() && (playing == nullptr || ! playing->volumeEnvelope.isOn) && ! hasVolume)
        c.volume = 0;

    c.isReleasing = c.isReleased = true;
}

void RowPlayer::cut (Channel& c)
{
    writer.end (now, c.note, NoteEnd::cut);
    c.isSounding = c.isStarting = false;
    c.target = 0;
}

void RowPlayer::fade (Channel& c)
{
    writer.end (now, c.note, NoteEnd::fade);
}

void RowPlayer::endPast (Channel& c, NoteEnd how)
{
    for (const auto note : c.past)
        writer.end (now, note, how);
}

void RowPlayer::setPanning (Channel& c, double panning) const
{
    c.panning = std::clamp (panning, -1.0, 1.0);
    c.channelPanning = {};
    c.panbrello = 0;
}

} // namespace athanor
