// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/RowPlayer.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int lowestAmigaKey = 36, highestAmigaKey = 71; // what the three octaves of an Amiga are in a pattern

bool isTrue (const Value::Parts& parts, const char* name)
{
    const auto found = parts.find (name);
    const auto* truth = found != parts.end() ? found->second.as<bool>() : nullptr;
    return truth != nullptr && *truth;
}

double numberIn (const Value::Parts& parts, const char* name, double otherwise)
{
    const auto found = parts.find (name);
    const auto* number = found != parts.end() ? found->second.as<double>() : nullptr;
    return number != nullptr ? *number : otherwise;
}

bool hasKeysBeyondAmiga (const Project& project)
{
    for (const auto& [id, clip] : project.clips)
        if (clip->dialect == Dialect::mod)
            for (const auto& [position, cell] : clip->notes)
                if (cell->key <= key::highest && (cell->key < lowestAmigaKey || cell->key > highestAmigaKey))
                    return true;

    return false;
}
} // namespace

Manner mannerOf (const Clip& clip, bool isProTracker)
{
    Manner manner;
    manner.dialect = clip.dialect;
    manner.isAmiga = manner.isMod() || manner.isS3m() || isTrue (clip.unknown, "amigaSlides");
    manner.isProTracker = manner.isMod() && isProTracker;
    manner.hasOldEffects = isTrue (clip.unknown, "oldEffects");
    manner.hasCompatibleGlide = isTrue (clip.unknown, "compatibleGlide");
    manner.hasFastSlides = isTrue (clip.unknown, "fastSlides");
    manner.hasAmigaLimits = isTrue (clip.unknown, "amigaLimits");
    return manner;
}

RowPlayer::RowPlayer (const Project& project, const Sounds& s, Writer& w, Timeline& t, const std::vector<const Track*>& tracks) : sounds (s), writer (w), timeline (t), hasWideNotes (hasKeysBeyondAmiga (project)), speed (std::clamp (project.initialSpeed, 1, 255))
{
    for (std::size_t track = 0; track < tracks.size(); ++track)
    {
        const auto& settings = *tracks[track];
        firstChannel.push_back (channels.size());

        for (int column = 0; column < std::clamp (settings.noteColumns, 1, Writer::columns); ++column)
        {
            auto& channel = channels.emplace_back();
            channel.track = static_cast<int> (track);
            channel.column = column;
            channel.instrument = sounds.find (settings.instrument);
            channel.panning = numberIn (settings.unknown, "startPanning", 0);
            channel.channelVolume = 64 * numberIn (settings.unknown, "startVolume", 1);
        }

        writer.setVolume (Ticks (0), static_cast<int> (track), channels.back().channelVolume / 64);
    }

    globalVolume = numberIn (project.unknown, "startVolume", 1);
    writer.setVolume (Ticks (0), Writer::song, globalVolume);
}

void RowPlayer::enter (const std::vector<Part>& parts)
{
    hasParts = ! parts.empty();
    songLoop = {};

    for (auto& channel : channels)
        channel.sheet = nullptr;

    for (const auto& part : parts)
        for (auto at = firstChannel[static_cast<std::size_t> (part.track)]; at < channels.size() && channels[at].track == part.track; ++at)
        {
            channels[at].sheet = part.sheet;
            channels[at].manner = mannerOf (*part.sheet->clip, ! hasWideNotes);
        }
}

std::uint64_t RowPlayer::loopState() const noexcept
{
    std::uint64_t state = songLoop.count == 0 ? 0 : mixBits (static_cast<std::uint64_t> (songLoop.count), static_cast<std::uint64_t> (songLoop.start), 1);

    for (std::size_t i = 0; i < channels.size(); ++i)
        if (const auto& loop = channels[i].loop; loop.count != 0)
            state = mixBits (state, static_cast<std::uint64_t> (loop.count) << 32 | static_cast<std::uint64_t> (loop.start), i);

    return state;
}

RowPlayer::Row RowPlayer::play (int atRow, Ticks at)
{
    flow = {};
    now = at;
    row = atRow;
    tickInRow = repetition = 0;
    ticksInRow = speed;

    for (auto& channel : channels)
    {
        readRow (channel, row);

        if (! channel.row.isEmpty || channel.wasSwinging || channel.lateKey)
            playTick (channel);
    }

    ticksInRow = speed + flow.extraTicks;
    const auto ticks = ticksInRow * (1 + flow.delay);

    for (int i = 1; i < ticks; ++i)
    {
        now = at + Ticks (tick.value * i);
        tickInRow = i % ticksInRow;
        repetition = i / ticksInRow;

        for (auto& channel : channels)
            if (! channel.row.isEmpty)
                playTick (channel);
    }

    for (auto& channel : channels)
        channel.wasSwinging = ! channel.row.isEmpty;

    settleFlow();
    return { Ticks (tick.value * ticks), flow };
}

/** Loops, jumps and breaks on one row: which of them wins hangs on the tracker. */
void RowPlayer::settleFlow()
{
    const auto isXm = flow.dialect == Dialect::xm, isIt = flow.dialect == Dialect::it, isMod = flow.dialect == Dialect::mod;

    if (isXm && (flow.jump || flow.breakRow))
    {
        flow.breakRow = flow.nextRow;
        flow.loopRow = {};
        nextStart = 0;
    }

    if (isIt && flow.jump)
        flow.loopRow = {};

    if (flow.loopRow)
        flow.jump = flow.breakRow = {};

    // A delayed row and a way elsewhere: the row that it leads to is left out.
    if (flow.delay > 0 && flow.loopRow && (isXm || isMod))
        ++*flow.loopRow;

    if (flow.delay > 0 && flow.breakRow && isMod)
        ++*flow.breakRow;
}

void RowPlayer::readRow (Channel& c, int atRow)
{
    c.row = {};

    if (c.sheet == nullptr)
        return;

    const auto line = atRow % c.sheet->lines;

    for (const auto& note : c.sheet->notesAt (line))
        if (note.column == c.column)
        {
            c.row.cell = note.cell;
            c.row.isEmpty = false;
        }

    for (const auto& command : c.sheet->commandsAt (line))
    {
        const auto isMine = std::min (command.column, c.sheet->columns - 1) == c.column;

        if (isMine && command.effect.group == '0' && c.row.effectCount < static_cast<int> (c.row.effects.size()))
            c.row.effects[static_cast<std::size_t> (c.row.effectCount++)] = command.effect;
    }

    if (c.row.effectCount > 0)
    {
        c.row.isEmpty = false;
        readDelay (c);
    }

    const auto letter = static_cast<char> (c.row.cell.volumeEffect);
    const auto glides = c.manner.isLettered() ? "GLg" : "35m";
    const auto isPlain = c.row.hasDelay && c.manner.isXm(); // FT2 starts a delayed note whatever stands beside it
    c.row.hasGlide = ! isPlain && (c.row.has (glides[0]) || c.row.has (glides[1]) || (letter != 0 && letter == glides[2]));
}

void RowPlayer::readDelay (Channel& c)
{
    auto& content = c.row;

    for (const auto& effect : content)
        if (effect.letter == (c.manner.isLettered() ? 'S' : 'E') && effect.value >> 4 == 0xd)
        {
            content.delay = effect.value & 15;
            content.delay = content.delay == 0 && c.manner.isIt() ? 1 : content.delay;
            content.hasDelay = content.delay > 0;
        }

    // FT2 delays the last note when there is none to delay.
    if (content.hasDelay && c.manner.isXm() && content.cell.key == key::none && c.isSounding)
        content.cell.key = static_cast<std::uint8_t> (c.lastKey - 12);
}

/** ProTracker plays a note that is delayed beyond its row on the next one, if that has none: as a new pitch of the old note. */
void RowPlayer::playLateNote (Channel& c)
{
    if (c.lateKey && ! c.row.hasNote() && c.isSounding)
        c.period = periodOf (c, c.zone, *c.lateKey);

    c.lateKey = {};

    if (c.manner.isProTracker && c.row.hasNote() && c.row.delay >= ticksInRow)
        c.lateKey = c.row.cell.key + 12;
}

bool RowPlayer::isFirstTick (const Channel& c) const noexcept
{
    return tickInRow == 0 && (repetition == 0 || ! c.manner.isXm());
}

void RowPlayer::playTick (Channel& c)
{
    if (tickInRow == 0 && repetition == 0)
    {
        c.bend = 0;
        c.tremolo = 0;
        playLateNote (c);
        c.isSilenced = c.isSilenced && (c.manner.isXm() || c.row.has ('I')); // FT2 waits for a volume
    }

    const auto volumeBefore = c.volume;
    c.arpeggio = 0;

    if (c.row.hasDelay ? tickInRow == c.row.delay : tickInRow == 0 && repetition == 0)
        readCell (c);

    if (c.row.cell.volume != Cell::empty && (! c.row.hasDelay || tickInRow >= c.row.delay))
        volumeColumn (c);

    for (const auto& effect : c.row)
        if (c.manner.isLettered())
            s3mCommand (c, effect);
        else
            modCommand (c, effect);

    c.isSilenced = c.isSilenced && (c.volume == volumeBefore || ! c.manner.isXm());
    write (c);
}

} // namespace athanor
