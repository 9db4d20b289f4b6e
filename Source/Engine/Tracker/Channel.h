// SPDX-License-Identifier: GPL-3.0-or-later
// A channel of a module while its song is read: what it plays, what its commands remember, what this row asks of it.
#pragma once

#include "Engine/Tracker/Sheet.h"
#include "Engine/Tracker/Sounds.h"
#include "Engine/Tracker/Waves.h"
#include "Engine/Tracker/Writer.h"

namespace athanor
{

/** How a clip of a tracker dialect wants to be read. */
struct Manner
{
    Dialect dialect = Dialect::mod;
    bool isAmiga = true;                                    ///< Slides are in periods; else in 64ths of a semitone.
    bool isProTracker = false;                              ///< MOD: no note is beyond what an Amiga plays.
    bool hasOldEffects = false, hasCompatibleGlide = false; ///< IT.
    bool hasFastSlides = false, hasAmigaLimits = false;     ///< S3M.

    bool isMod() const noexcept { return dialect == Dialect::mod; }

    bool isXm() const noexcept { return dialect == Dialect::xm; }

    bool isS3m() const noexcept { return dialect == Dialect::s3m; }

    bool isIt() const noexcept { return dialect == Dialect::it; }

    /** Commands are letters from A, as in S3M and IT. */
    bool isLettered() const noexcept { return isS3m() || isIt(); }
};

Manner mannerOf (const Clip&, bool isProTracker);

/** A pattern loop of a channel. */
struct RowLoop
{
    int start = 0, count = 0;
};

/** What the cell and the commands of this row are, read once. */
struct RowContent
{
    Cell cell;
    std::array<Effect, 4> effects {};
    int effectCount = 0;
    int delay = 0; ///< The tick at which the note comes.
    bool hasDelay = false, hasGlide = false, isEmpty = true;

    auto begin() const noexcept { return effects.begin(); }

    auto end() const noexcept { return effects.begin() + effectCount; }

    bool has (char letter) const noexcept
    {
        for (const auto& effect : *this)
            if (effect.letter == letter)
                return true;

        return false;
    }

    bool hasNote() const noexcept { return cell.key <= key::highest; }
};

struct Channel
{
    int track = 0, column = 0;
    const Sheet* sheet = nullptr; ///< Null where the pattern has no clip for it.
    Manner manner;
    RowContent row;

    // What it plays.
    const InstrumentSounds* instrument = nullptr; ///< The last that was named.
    const InstrumentSounds* playing = nullptr;    ///< That of the note.
    const ZoneSound* zone = nullptr;
    Writer::Note note = 0;
    bool isSounding = false, isReleased = false;
    bool isSwapped = false;               ///< MOD: silent until a recording with a loop takes the place of this one.
    std::optional<int> lateKey;           ///< MOD: of a note that was delayed beyond its row.
    int key = 60, lastKey = 60;           ///< MIDI: of the note; of the last that the pattern named.
    double period = 0, target = 0;        ///< Where slides have brought it; where a glide goes, 0: nowhere.
    bool hasArrived = false;              ///< The glide was there once.
    double volume = 64;                   ///< 0 to 64.
    double panning = 0;                   ///< -1 to 1.
    std::optional<double> channelPanning; ///< IT: what its recording's own panning hides for a while.
    double channelVolume = 64;
    std::optional<NewNoteAction> newNoteAction, lastAction; ///< Of this note and the one before, instead of their instruments'.
    std::vector<Writer::Note> past;                         ///< Notes that went on when the next ones started.

    // What waits for the end of the tick.
    bool isStarting = false, isRestarting = false, isReleasing = false, isReplaying = false; ///< Replaying: without a new attack.
    double offset = 0;

    // What lasts for a tick or a row.
    double arpeggio = 0, bend = 0; ///< Semitones; units of the period.
    double tremolo = 0, panbrello = 0;
    bool isSilenced = false; ///< By a tremor.
    bool isQuick = false;    ///< XM: the volume of this tick was set; it does not slide there.
    bool wasSwinging = false;

    // What is remembered.
    Wave vibrato, tremoloWave, panbrelloWave;
    std::array<std::uint8_t, 36> memory {}; ///< By letter: 0-9, A-Z.
    std::uint8_t lastValue = 0;             ///< S3M: that of any command.
    std::uint8_t volumeMemory = 0;          ///< IT: that of the slides of the volume column.
    std::uint8_t fineUp = 0, fineDown = 0, fineVolumeUp = 0, fineVolumeDown = 0, extraUp = 0, extraDown = 0;
    double noteOffset = 0; ///< S3M: where the last note with an instrument began.
    int highOffset = 0;    ///< IT: SAx.
    int retriggerCount = 0, tremorCount = 0;
    bool isTremorOff = true, isGlissando = false;
    std::optional<int> finetune; ///< MOD: E5x, -8 to 7.
    RowLoop loop;

    /** The value, or the last that the letter had if it is 0. */
    std::uint8_t remember (char letter, std::uint8_t value) noexcept
    {
        auto& last = memory[static_cast<std::size_t> (letter <= '9' ? letter - '0' : letter - 'A' + 10)];
        return last = value != 0 ? value : last;
    }
};

} // namespace athanor
