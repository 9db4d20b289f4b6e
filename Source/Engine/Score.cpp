// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Score.h"

#include "Engine/Tracker/Reader.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
/** The last entry that is not after the time, or the first. */
template <typename Entry>
const Entry& atTime (const std::vector<Entry>& entries, double time)
{
    const auto after = std::upper_bound (entries.begin(), entries.end(), time, [] (double t, const Entry& entry) { return t < entry.time; });
    return after == entries.begin() ? entries.front() : *std::prev (after);
}
} // namespace

Ticks Score::ticksAt (double at) const
{
    const auto& step = atTime (tempo, at);
    return step.inSong + Ticks (std::llround ((at - step.time) * step.beatsPerMinute / 60 * static_cast<double> (ticksPerBeat)));
}

double Score::timeAt (Ticks inSong) const
{
    const auto after = std::upper_bound (tempo.begin(), tempo.end(), inSong, [] (Ticks at, const TempoStep& step) { return at < step.inSong; });
    const auto& step = after == tempo.begin() ? tempo.front() : *std::prev (after);
    return step.time + secondsOf (inSong - step.inSong, step.beatsPerMinute);
}

double Score::tempoAt (double at) const { return atTime (tempo, at).beatsPerMinute; }

const ScoreLine& Score::lineAt (double at) const { return atTime (lines, at); }

Score makeScore (const Project& project, const ScoreOptions& options) { return Reader (project, options).read(); }

} // namespace athanor
