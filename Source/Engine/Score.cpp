// SPDX-License-Identifier: GPL-3.0-or-later
// For the time being four seconds of nothing: the reading of patterns takes this place.
#include "Engine/Score.h"

namespace athanor
{
Ticks Score::ticksAt (double time) const { return Ticks (static_cast<std::int64_t> (time * 2 * static_cast<double> (ticksPerBeat))); }

double Score::timeAt (Ticks) const { return 0; }

double Score::tempoAt (double) const { return 120; }

const ScoreLine& Score::lineAt (double) const { return lines.front(); }

Score makeScore (const Project&, const ScoreOptions&)
{
    Score s;
    s.lines.emplace_back();
    s.length = 4;
    return s;
}
} // namespace athanor
