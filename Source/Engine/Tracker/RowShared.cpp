// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that several trackers have, each with its own habits.
#include "Engine/Tracker/Commands.h"
#include "Engine/Tracker/RowPlayer.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

void RowPlayer::setVolume (Channel& c, int volume) const noexcept
{
    c.volume = std::min (volume, 64);
    c.isSilenced = false;
    c.isQuick = true;
}

void RowPlayer::addVolume (Channel& c, double steps) const noexcept { c.volume = std::clamp (c.volume + steps, 0.0, 64.0); }

void RowPlayer::addPanning (Channel& c, double steps) const
{
    if (steps != 0)
        setPanning (c, c.panning + steps);
}

/** Starts the note again, as loud as `factor` says. */
void RowPlayer::retrigger (Channel& c, int factor)
{
    if (! c.isSounding || c.playing == nullptr)
        return;

    c.volume = 64 * retriggered (c.volume / 64, factor);
    c.isStarting = c.isRestarting = true;
    c.offset = 0;
}

/** Rxy of XM and Qxy of S3M and IT: every y ticks, counted through the rows. */
void RowPlayer::countRetrigger (Channel& c, int value)
{
    const auto every = std::max (1, value & 15);
    const auto isNoteTick = tickInRow == 0 && c.row.hasNote();

    if (c.manner.isXm())
    {
        if (++c.retriggerCount < every)
            return;

        c.retriggerCount = 0;

        if (isNoteTick)
            return;
    }
    else if (isNoteTick)
    {
        c.retriggerCount = value & 15;
        return;
    }
    else if (c.retriggerCount != 0 && --c.retriggerCount != 0)
        return;
    else
        c.retriggerCount = value & 15;

    retrigger (c, value >> 4);
}

/** On for x ticks and off for y, through the rows. */
void RowPlayer::tremor (Channel& c, int value)
{
    if (c.manner.isXm() && isFirstTick (c))
        return;

    if (c.tremorCount == 0)
    {
        const auto isOneMore = c.manner.isXm() || (c.manner.isIt() && c.manner.hasOldEffects);
        c.isTremorOff = ! c.isTremorOff;
        c.tremorCount = std::max (1, (c.isTremorOff ? value & 15 : value >> 4) + (isOneMore ? 1 : 0));
    }

    --c.tremorCount;
    c.isQuick = true;
    c.isSilenced = c.isTremorOff;
}

/** Where the note that starts now begins in its recording; what lies behind its end hangs on the tracker. */
void RowPlayer::offsetTo (Channel& c, double frames)
{
    const auto length = c.zone != nullptr ? c.zone->frames : 0;
    const auto* zone = c.zone != nullptr ? c.zone->zone : nullptr;
    const auto hasLoop = c.zone != nullptr && c.zone->hasLoop();

    if (c.manner.isS3m() && hasLoop && frames >= static_cast<double> (zone->loopEnd))
        frames = static_cast<double> (zone->loopStart) + std::fmod (frames - static_cast<double> (zone->loopStart), static_cast<double> (zone->loopEnd - zone->loopStart));
    else if (length > 0 && frames >= length)
    {

        if (c.manner.isIt())
            frames = c.manner.hasOldEffects ? length - 1 : 0;
        else if (hasLoop && ! c.manner.isXm())
            frames = static_cast<double> (zone->loopStart);
        else if (c.isStarting)
        {
            // It would begin after its end: silence. What sounded before makes room for it.
            writer.end (now, writer.soundingIn (c.track, c.column), NoteEnd::cut);
            cut (c);
            return;
        }
    }

    if (c.isStarting)
        c.offset = frames;
    else if (c.manner.isIt() && c.isSounding && (c.row.hasNote() || c.row.cell.instrument))
    {
        c.offset = frames;
        c.isReplaying = true;
    }
}

/** The command, not the key: only IT really ends the note. */
void RowPlayer::noteCut (Channel& c)
{
    if (c.manner.isIt())
        cut (c);
    else
        setVolume (c, 0);
}

void RowPlayer::setTempo (const Channel& c, int value)
{
    // ProTracker's clock takes a new tempo after the tick that has begun.
    timeline.set (c.manner.isMod() ? now + tick : now, value);
}

void RowPlayer::setGlobalVolume (double volume)
{
    globalVolume = std::clamp (volume, 0.0, 1.0);
    writer.setVolume (now, Writer::song, globalVolume);
}

void RowPlayer::setChannelVolume (Channel& c, double volume)
{
    c.channelVolume = std::clamp (volume, 0.0, 64.0);
    writer.setVolume (now, c.track, c.channelVolume / 64);
}

void RowPlayer::jumpTo (const Channel& c, int stop)
{
    flow.jump = stop;
    flow.nextRow = 0;
    flow.dialect = c.manner.dialect;
    nextStart = 0;

    if (! c.manner.isLettered())
        flow.breakRow = 0; // a break to the left of the jump is forgotten

    if (c.manner.isIt())
        flow.loopRow = {}; // and so is a loop
}

void RowPlayer::breakTo (const Channel& c, int toRow)
{
    flow.breakRow = flow.nextRow = toRow;
    flow.dialect = c.manner.dialect;
    nextStart = 0;
}

/** Value 0 marks the start of the loop, another ends it: so many times more. */
void RowPlayer::patternLoop (Channel& c, int value)
{
    auto& loop = c.manner.isS3m() ? songLoop : c.loop;

    if (value == 0)
    {
        loop.start = row;
        return;
    }

    if (loop.count == 0)
        loop.count = value;
    else if (--loop.count == 0)
    {
        // What has looped is not looped again by the next end without a start of its own.
        if (c.manner.isLettered())
            loop.start = row + 1;

        return;
    }

    flow.loopRow = flow.nextRow = loop.start;
    flow.dialect = c.manner.dialect;
    nextStart = c.manner.isXm() ? loop.start : 0;

    if (c.manner.isIt())
        flow.jump = {}; // a jump to the left of the loop is forgotten
}

void RowPlayer::delayRow (const Channel& c, int value)
{
    // S3M and IT take the first of several delays, the others the last.
    if (! flow.hasDelay || ! c.manner.isLettered())
        flow.delay = value;

    flow.hasDelay = true;
}

} // namespace athanor
