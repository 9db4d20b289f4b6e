// SPDX-License-Identifier: GPL-3.0-or-later
// A score at a sample rate: seconds become frames, and the recordings of audio tracks become regions.
#pragma once

#include "Engine/Score.h"

#include <map>
#include <memory>
#include <vector>

namespace athanor
{

/** A stretch of a recording on an audio track. */
struct AudioRegion
{
    TrackId track;
    std::string sound;               ///< Content hash.
    std::int64_t start = 0, end = 0; ///< Frames of the score.
    double from = 0;                 ///< Seconds into the recording.
    float gain = 1;
    std::int64_t fadeIn = 0, fadeOut = 0; ///< Frames.
};

/** From one event on: what the song plays in the foreground of a column. */
struct ColumnState
{
    std::uint32_t event = 0; ///< Its place among the events of the score.
    std::uint32_t note = 0;
    InstrumentId instrument;
    bool isOpen = false; ///< Its key is down.
};

/** Immutable; shared by all plans that play it. */
struct PlayScore
{
    Score score;
    double sampleRate = 48'000;
    std::vector<std::int64_t> frames;     ///< Of each event: the first frame at or after its time.
    std::vector<std::size_t> stateEvents; ///< Events that set a state, which must be caught up with after a jump.
    std::vector<AudioRegion> regions;     ///< By start.
    std::map<std::pair<TrackId, int>, std::vector<ColumnState>> columns;
    std::int64_t length = 0, restart = -1; ///< Frames; below zero: the song ends.

    std::int64_t frameAt (double seconds) const noexcept;

    /** What a column played last before an event; null: nothing. */
    const ColumnState* stateOf (TrackId, int column, std::size_t beforeEvent) const noexcept;

    /** The place that a player at `frame` of `other` should go on from in this one: the same line of the same pattern. */
    std::int64_t placeOf (const PlayScore& other, std::int64_t frame) const;
};

std::shared_ptr<const PlayScore> makePlayScore (const Project&, const ScoreOptions&, double sampleRate);

} // namespace athanor
