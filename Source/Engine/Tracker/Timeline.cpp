// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Timeline.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
bool isBefore (Ticks at, const Score::TempoStep& step) { return at < step.inSong; }
} // namespace

Timeline::Timeline (double beatsPerMinute, bool inWholeFrames) : isInWholeFrames (inWholeFrames), tempo { { 0, Ticks (0), played (beatsPerMinute) } } {}

double Timeline::played (double beatsPerMinute) const
{
    constexpr auto framesInTickAtOne = 2.5 * 44'100; // at one beat a minute
    const auto bpm = std::clamp (beatsPerMinute, slowest, fastest);
    return isInWholeFrames ? framesInTickAtOne / std::floor (framesInTickAtOne / bpm) : bpm;
}

void Timeline::set (Ticks at, double beatsPerMinute)
{
    const auto bpm = played (beatsPerMinute);
    const auto after = std::upper_bound (tempo.begin(), tempo.end(), at, isBefore);

    if (after != tempo.begin() && std::prev (after)->inSong == at)
        std::prev (after)->beatsPerMinute = bpm;
    else if (after == tempo.begin() || std::prev (after)->beatsPerMinute != bpm)
        tempo.insert (after, { 0, at, bpm });
}

double Timeline::tempoAt (Ticks at) const
{
    const auto after = std::upper_bound (tempo.begin(), tempo.end(), at, isBefore);
    return after == tempo.begin() ? tempo.front().beatsPerMinute : std::prev (after)->beatsPerMinute;
}

void Timeline::startAt (Ticks at)
{
    Timeline shifted (tempoAt (at)); // already as it is played

    for (const auto& step : tempo)
        if (step.inSong > at)
            shifted.set (step.inSong - at, step.beatsPerMinute);

    tempo = shifted.tempo;
    last = 0;
}

void Timeline::integrate()
{
    for (std::size_t i = 1; i < tempo.size(); ++i)
        tempo[i].time = tempo[i - 1].time + secondsOf (tempo[i].inSong - tempo[i - 1].inSong, tempo[i - 1].beatsPerMinute);
}

double Timeline::secondsAt (Ticks at) const
{
    if (at < tempo[last].inSong)
        last = 0;

    while (last + 1 < tempo.size() && tempo[last + 1].inSong <= at)
        ++last;

    return tempo[last].time + secondsOf (at - tempo[last].inSong, tempo[last].beatsPerMinute);
}

} // namespace athanor
