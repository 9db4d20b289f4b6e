// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the rows of clips in a tracker's dialect as that tracker does: all together, tick by tick.
#pragma once

#include "Engine/Tracker/Channel.h"
#include "Engine/Tracker/Timeline.h"

namespace athanor
{

/** What the commands of a row decide about the rows after it. */
struct RowFlow
{
    std::optional<int> jump, breakRow, loopRow;
    int nextRow = 0;                ///< XM: jumps, breaks and loops write the row into one place, and the last one wins.
    Dialect dialect = Dialect::mod; ///< Of the clip that asks for them.
    int delay = 0;                  ///< How often the row is repeated.
    bool hasDelay = false;
    int extraTicks = 0; ///< Of each repetition.
};

class RowPlayer
{
public:
    RowPlayer (const Project&, const Sounds&, Writer&, Timeline&, const std::vector<const Track*>&);

    /** What plays in the pattern that begins now, by track. */
    struct Part
    {
        int track = 0;
        const Sheet* sheet = nullptr;
    };

    void enter (const std::vector<Part>&);

    bool isPlaying() const noexcept { return hasParts; }

    struct Row
    {
        Ticks length;
        RowFlow flow;
    };

    /** Plays the row of each clip, from song time `at`. */
    Row play (int row, Ticks at);

    /** Where the loops stand: together with the row, all that decides what comes next. */
    std::uint64_t loopState() const noexcept;

    /** The row at which the pattern after this one begins, by a fault of FT2. */
    int takeNextStart() noexcept { return std::exchange (nextStart, 0); }

    static constexpr Ticks tick { ticksPerBeat / 24 };

private:
    // RowPlayer.cpp: rows and ticks
    void readRow (Channel&, int row);
    void readDelay (Channel&);
    void playTick (Channel&);
    void playLateNote (Channel&);
    bool isFirstTick (const Channel&) const noexcept;
    void settleFlow();

    // RowNotes.cpp: cells
    void readCell (Channel&);
    void readInstrument (Channel&);
    void swapSample (Channel&);
    void loadDefaults (Channel&, const ZoneSound*, bool withPanning);
    void readKey (Channel&);
    void startNote (Channel&, int midi);
    void glideTo (Channel&, int midi);
    void keyOff (Channel&);
    void cut (Channel&);
    void fade (Channel&);
    void endPast (Channel&, NoteEnd);
    void setPanning (Channel&, double) const;

    // RowPitch.cpp: periods, and what is heard
    double periodOf (const Channel&, const ZoneSound*, int midi) const;
    double pitchOf (const Channel&, double period) const;
    void slide (Channel&, double up);
    void glide (Channel&, int speed);
    void limit (Channel&);
    void arpeggio (Channel&, int value);
    void vibrate (Channel&, double depthFactor = 1);
    void tremolate (Channel&);
    void panbrello (Channel&);
    NoteShape shapeOf (const Channel&) const;
    void write (Channel&);

    // RowShared.cpp: what dialects share
    void setVolume (Channel&, int volume) const noexcept;
    void addVolume (Channel&, double steps) const noexcept;
    void addPanning (Channel&, double steps) const;
    void retrigger (Channel&, int factor);
    void countRetrigger (Channel&, int value);
    void tremor (Channel&, int value);
    void offsetTo (Channel&, double frames);
    void noteCut (Channel&);
    void setTempo (const Channel&, int value);
    void setGlobalVolume (double);
    void setChannelVolume (Channel&, double);
    void jumpTo (const Channel&, int stop);
    void breakTo (const Channel&, int toRow);
    void patternLoop (Channel&, int value);
    void delayRow (const Channel&, int value);

    bool isFlowTick() const noexcept { return tickInRow == 0 && repetition == 0; }

    // RowMod.cpp: MOD and XM
    void modCommand (Channel&, Effect);
    void modBends (Channel&, Effect);
    void modLevels (Channel&, Effect);
    void modFlow (Channel&, Effect);
    void modExtended (Channel&, int which, int value);
    void modFine (Channel&, int which, int value);
    void xmCommand (Channel&, Effect);
    void modVolumeSlide (Channel&, int value);

    // RowS3m.cpp: S3M and IT
    void s3mCommand (Channel&, Effect);
    void s3mBends (Channel&, char letter, int value);
    void s3mLevels (Channel&, char letter, int value);
    void s3mFlow (Channel&, char letter, int value);
    void s3mSpecial (Channel&, int which, int value);
    void s3mPast (Channel&, int value);
    double s3mSlide (const Channel&, int value, bool isCombined = false) const;
    void s3mPitchSlide (Channel&, int value, double direction);
    int s3mValue (Channel&, Effect) const noexcept;

    // RowVolume.cpp: the volume column
    void volumeColumn (Channel&);
    void xmVolumeColumn (Channel&, char letter, int value);
    void itVolumeColumn (Channel&, char letter, int value);

    const Sounds& sounds;
    Writer& writer;
    Timeline& timeline;
    std::vector<Channel> channels;
    std::vector<std::size_t> firstChannel; ///< By track.
    bool hasWideNotes = false;             ///< MOD: beyond what an Amiga plays.
    bool hasParts = false;

    int speed = 6;
    double globalVolume = 1;
    int nextStart = 0;
    RowLoop songLoop; ///< S3M has one for all channels.

    // Of the row and tick that play.
    int row = 0, tickInRow = 0, repetition = 0, ticksInRow = 6;
    Ticks now;
    RowFlow flow;
};

} // namespace athanor
