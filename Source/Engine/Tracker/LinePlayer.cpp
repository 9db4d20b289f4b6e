// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/LinePlayer.h"

#include "Engine/Tracker/NewNote.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

LinePlayer::LinePlayer (const Project& project, const Sounds& s, Writer& w, const std::vector<const Track*>& tracks) : sounds (s), writer (w), seed (static_cast<std::uint64_t> (project.seed)), lanes (tracks.size())
{
    ticksPerLine = std::clamp (project.initialSpeed, 1, 255);

    for (std::size_t i = 0; i < tracks.size(); ++i)
        lanes[i].track = tracks[i];
}

void LinePlayer::play (const LineToPlay& line)
{
    auto& lane = lanes[static_cast<std::size_t> (line.track)];
    const auto notes = line.sheet.notesAt (line.line);

    if (notes.empty() && line.sheet.commandsAt (line.line).empty() && ! lane.wasMoving)
        return;

    const auto commands = readCommands (line, lane);
    lane.wasMoving = commands.isMoving();
    auto next = notes.begin();

    for (int column = 0; column < Writer::columns; ++column)
    {
        const auto hasCell = next != notes.end() && next->column == column;
        playColumn (line, lane, column, hasCell ? &next->cell : nullptr, commands);
        next += hasCell ? 1 : 0;
    }
}

/** What the effect columns ask of the notes; what they ask of the track is done at once. */
LineCommands LinePlayer::readCommands (const LineToPlay& line, Lane& lane)
{
    LineCommands commands;
    const auto at = line.time.start;

    for (const auto& [column, effect] : line.sheet.commandsAt (line.line))
    {
        if ((effect.group == 'M' || effect.group == 'S') && effect.letter >= '1' && effect.letter <= '8')
            writer.setMacro (at, effect.group == 'M' ? line.track : Writer::song, effect.letter - '0', effect.value / 255.0);

        if (effect.group != '0')
            continue;

        if (effect.letter == 'L')
            writer.setVolume (at, line.track, effect.value / 180.0); // FF is +3 dB
        else if (effect.letter == 'P')
        {
            lane.panning = std::clamp ((effect.value - 128) / 127.0, -1.0, 1.0);
            lane.wasMoving = true;
        }
        else if (effect.letter == 'X')
            for (int i = 0; i < Writer::columns; ++i)
                writer.end (at, writer.soundingIn (line.track, i), NoteEnd::cut);
        else
            commands.add (effect.letter, effect.value, lane.memory);
    }

    return commands;
}

void LinePlayer::playColumn (const LineToPlay& line, Lane& lane, int index, const Cell* cell, LineCommands commands)
{
    auto& column = lane.columns[static_cast<std::size_t> (index)];

    if (column.note != writer.soundingIn (line.track, index))
        column.note = 0; // cut, or a clip of another dialect plays here now

    if (cell == nullptr && column.note == 0)
        return;

    if (cell != nullptr && cell->volumeEffect != 0 && cell->volume != Cell::empty)
        commands.add (static_cast<char> (cell->volumeEffect), cell->volume, lane.memory);

    Step step { line, index, lane, column, commands, line.time.start };
    const auto delay = cell != nullptr && cell->delay != Cell::empty ? cell->delay / 256.0 : 0.0;
    step.start = line.time.at (std::min (delay + commands.delay / ticksPerLine, 255.0 / 256));

    if (cell == nullptr)
        readCell (step, {});
    else if (isLucky (step))
        readCell (step, *cell);

    lane.wasMoving = lane.wasMoving || commands.isMoving();
    move (step);
}

/** Chance is a function of the place and the pass, so that a song plays the same each time it is played. */
bool LinePlayer::isLucky (const Step& step) const
{
    if (! step.commands.chance)
        return true;

    const auto& [track, sheet, line, pass, time] = step.line;
    const auto place = static_cast<std::uint64_t> (line) << 8;

    if (*step.commands.chance > 0)
        return mixBits (seed ^ sheet.id.value, place | static_cast<std::uint64_t> (step.index), pass) % 255 < *step.commands.chance;

    const auto notes = sheet.notesAt (line);
    const auto chosen = mixBits (seed ^ sheet.id.value, place | 0xff, pass) % std::max<std::size_t> (1, notes.size());
    return notes[chosen].column == step.index;
}

void LinePlayer::readCell (const Step& step, const Cell& cell)
{
    auto& column = step.column;

    if (cell.instrument)
        column.instrument = cell.instrument;

    if (cell.panning != Cell::empty)
        column.panning = std::clamp ((cell.panning - 64) / 64.0, -1.0, 1.0);

    if (cell.key <= key::highest)
    {
        startNote (step, cell);
        return;
    }

    if (cell.volume != Cell::empty && cell.volumeEffect == 0)
        column.volume = std::min (cell.volume / 128.0, 1.0);

    if (step.commands.volume)
        column.volume = *step.commands.volume;

    if (cell.key != key::none)
        writer.end (step.start, column.note, cell.key == key::off ? NoteEnd::release : cell.key == key::cut ? NoteEnd::cut
                                                                                                            : NoteEnd::fade);
    else if (step.commands.offset && column.zone != nullptr && column.zone->frames > 0)
        writer.offset (step.start, column.note, std::floor (column.zone->frames * *step.commands.offset / 256), column.isBackward);
}

void LinePlayer::startNote (const Step& step, const Cell& cell)
{
    auto& column = step.column;
    const auto midi = cell.key + 12;
    const auto id = cell.instrument ? cell.instrument : step.lane.track->instrument ? step.lane.track->instrument
                                                                                    : column.instrument;
    const auto* instrument = sounds.find (id);
    const auto hasVolume = cell.volume != Cell::empty && cell.volumeEffect == 0;
    const auto isGliding = step.commands.glide && column.note != 0;
    column.target = midi;

    if (instrument == nullptr)
        return;

    if (hasVolume || ! isGliding)
        column.velocity = hasVolume ? std::min (cell.volume / 128.0, 1.0) : 1.0;

    if (! isGliding)
    {
        column.instrument = id;
        column.key = midi;
        column.pitch = midi;
        column.zone = instrument->zoneFor (midi, column.velocity);
        column.vibratoPhase = column.tremoloPhase = column.autopanPhase = 0;
        column.isBackward = step.commands.isBackward.value_or (false);
    }

    if (hasVolume)
        column.volume = column.velocity;
    else if (! isGliding)
        column.volume = column.zone != nullptr ? column.zone->defaultVolume() / 64 : 1.0;

    if (step.commands.volume)
        column.volume = *step.commands.volume;

    if (isGliding)
        return;

    if (column.zone != nullptr && column.zone->zone->hasPanning && cell.panning == Cell::empty)
        column.panning = column.zone->zone->panning;

    const auto frames = column.zone != nullptr ? column.zone->frames : 0;
    makeRoom (sounds, writer, step.start, step.line.track, step.index);
    begin (step, step.start, std::floor (frames * step.commands.offset.value_or (0) / 256));
}

void LinePlayer::begin (const Step& step, Ticks at, double offset)
{
    auto& column = step.column;
    column.note = writer.start (at, { step.line.track, step.index, column.instrument, column.key, column.velocity, shapeOf (step, {}), offset, column.isBackward });
}

NoteShape LinePlayer::shapeOf (const Step& step, const Bend& bend) const
{
    const auto& column = step.column;
    return { column.pitch + bend.pitch, std::max (0.0, column.volume * bend.volume), std::clamp (column.panning + step.lane.panning + bend.panning, -1.0, 1.0) };
}

/** Goes through the ticks of the line, if anything moves between them. */
void LinePlayer::move (const Step& step)
{
    if (! step.commands.isMoving())
    {
        writer.shape (step.start, step.column.note, shapeOf (step, {}));
        return;
    }

    const auto ticks = step.commands.roll != 0 ? std::max (1, step.commands.roll & 15) : ticksPerLine;

    for (int tick = 0; tick < ticks && step.column.note != 0; ++tick)
    {
        const auto from = step.line.time.at (static_cast<double> (tick) / ticks);
        const auto to = step.line.time.at (static_cast<double> (tick + 1) / ticks);

        if (to <= step.start)
            continue;

        const auto at = std::max (from, step.start);
        moveTick (step, tick, ticks, at, to - at);
    }
}

void LinePlayer::moveTick (const Step& step, int tick, int ticks, Ticks at, Ticks length)
{
    const auto& commands = step.commands;
    auto& column = step.column;
    const auto every = commands.roll != 0 ? 1 : commands.retrigger & 15;
    const auto factor = (commands.roll != 0 ? commands.roll : commands.retrigger) >> 4;

    if (commands.cut && tick == std::min (*commands.cut & 15, ticks - 1))
    {
        column.volume = (*commands.cut >> 4) / 15.0;

        if (column.volume == 0)
        {
            writer.end (at, column.note, NoteEnd::cut);
            column.note = 0;
            return;
        }
    }

    if (tick > 0 && every > 0 && tick % every == 0 && at > step.start)
    {
        column.volume = retriggered (column.volume, factor);
        writer.end (at, column.note, NoteEnd::cut);
        begin (step, at, 0);
    }

    column.pitch += commands.slide / ticks;
    column.volume = std::clamp (column.volume + commands.fade / ticks, 0.0, std::max (1.0, column.volume));

    if (commands.glide)
    {
        const auto distance = column.target - column.pitch, most = *commands.glide / ticks;
        column.pitch = std::abs (distance) <= most ? column.target : column.pitch + std::copysign (most, distance);
    }

    const auto isStepped = commands.arpeggio != 0 || commands.cut || (commands.glide && std::isinf (*commands.glide));
    writer.shape (at, column.note, shapeOf (step, bend (step, tick)), isStepped ? Ticks (0) : length);
}

/** What swings around the note and leaves no trace: arpeggio, vibrato, tremolo, autopan. */
LinePlayer::Bend LinePlayer::bend (const Step& step, int tick)
{
    constexpr auto turn = 6.283185307179586;
    const auto& commands = step.commands;
    auto& column = step.column;
    Bend bend;

    const auto swing = [] (std::uint8_t command, double& phase) {
        phase += (command >> 4) / 64.0;
        phase -= std::floor (phase);
        return std::sin (turn * phase) * (command & 15);
    };

    if (commands.arpeggio != 0 && tick % 3 != 0)
        bend.pitch = tick % 3 == 1 ? commands.arpeggio >> 4 : commands.arpeggio & 15;

    if (commands.vibrato != 0)
        bend.pitch += swing (commands.vibrato, column.vibratoPhase) / 8; // F is a little less than two semitones, as in FT2

    if (commands.tremolo != 0)
        bend.volume = 1 + swing (commands.tremolo, column.tremoloPhase) / 16;

    if (commands.autopan != 0)
        bend.panning = swing (commands.autopan, column.autopanPhase) / 15;

    return bend;
}

} // namespace athanor
