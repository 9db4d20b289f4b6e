// SPDX-License-Identifier: GPL-3.0-or-later
// Small songs for tests of the score, written as text.
#pragma once

#include "Engine/Score.h"

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** One instrument with one recording, and as many tracks, clips and slots as a test asks for. Ids count from 1. */
class SongMaker
{
public:
    Project project;
    InstrumentId instrument;
    ScoreOptions options;

    /** The recording is 65,536 frames of 8,363 Hz, and plays at that rate at C-4. */
    SongMaker();

    InstrumentId addInstrument (NewNoteAction = NewNoteAction::cut);

    /** A track, to the right of the others. */
    TrackId addTrack();

    ClipId addClip (int lines, Dialect = Dialect::athanor);

    /** A slot with a new pattern: the clips on the first tracks, as long as the first clip. */
    SlotId addSlot (const std::vector<ClipId>&);

    /** "C-4 01 40 .. 80": key, instrument by number, volume, panning and delay; the rest may be left out. */
    SongMaker& note (ClipId, int line, std::string_view text, int column = 0);

    /** Commands side by side: "0A37 ZT80". */
    SongMaker& commands (ClipId, int line, std::string_view text);

    Score score() const { return makeScore (project, options); }

private:
    std::uint64_t lastId = 0;
};

/** One track, one clip, one slot, 120 beats a minute. */
struct OneTrack : SongMaker
{
    explicit OneTrack (int lines = 16, Dialect = Dialect::athanor);

    OneTrack& note (int line, std::string_view text, int column = 0);
    OneTrack& commands (int line, std::string_view text);

    TrackId track;
    ClipId clip;
    SlotId slot;
};

std::vector<ScoreEvent> eventsOf (const Score&, ScoreEvent::Kind);

/** "time pitch volume" of the events of that kind, rounded to milliseconds, cents and thousandths, one a line. */
std::vector<double> timesOf (const Score&, ScoreEvent::Kind);

/** What the note of a column sounds like at a time: the last start or shape, with glides followed. Silent: volume 0. */
struct Heard
{
    double pitch = 0, volume = 0, panning = 0;
    bool isSounding = false;
    std::uint32_t note = 0;
};

Heard heardAt (const Score&, double time, int column = 0, TrackId = {});

} // namespace athanor
