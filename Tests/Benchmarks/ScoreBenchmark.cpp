// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to read a song of five minutes on 32 tracks: Athanor's own clips, a tracker's, and one pattern of them alone.
#include "Engine/Score.h"

#include <benchmark/benchmark.h>

namespace athanor
{

namespace
{
constexpr int trackCount = 32, patternCount = 38, rowCount = 64;

void fill (Clip& clip, std::uint64_t which, InstrumentId instrument)
{
    constexpr std::array own { Effect { '0', 'U', 8 }, Effect { '0', 'V', 0x46 }, Effect { '0', 'A', 0x37 }, Effect { '0', 'O', 16 } };
    constexpr std::array tracker { Effect { '0', '1', 8 }, Effect { '0', '4', 0x46 }, Effect { '0', '0', 0x37 }, Effect { '0', 'A', 4 } };

    for (int line = 0; line < rowCount; ++line)
    {
        const auto dice = mixBits (which, static_cast<std::uint64_t> (line));

        if (dice % 4 == 0)
        {
            Cell cell;
            cell.key = static_cast<std::uint8_t> (36 + (dice >> 8) % 36);
            cell.instrument = instrument;
            clip.notes.put ({ line, 0 }, cell);
        }

        if ((dice >> 16) % 3 == 0)
            clip.effects.put ({ line, 0 }, (clip.dialect == Dialect::athanor ? own : tracker)[(dice >> 24) % 4]);
    }
}

/** Every track has a clip of its own in every pattern. */
Project song (Dialect dialect)
{
    Project project;
    const InstrumentId instrument { 1 };
    project.instruments.edit (instrument).zones.put ({ 1 }, {});
    std::uint64_t id = 1;

    for (int track = 0; track < trackCount; ++track)
        project.tracks.edit ({ ++id }).order = track;

    for (int number = 0; number < patternCount; ++number)
    {
        Pattern pattern;
        pattern.length = beats (rowCount / 4);

        for (const auto& [track, settings] : project.tracks)
        {
            Clip clip;
            clip.dialect = dialect;
            clip.lines = rowCount;
            fill (clip, ++id, instrument);
            project.clips.put ({ id }, clip);
            pattern.clips.put (track, { id });
        }

        project.patterns.put ({ ++id }, pattern);
        project.sequence.put ({ id }, { { id }, static_cast<double> (number), "", {} });
    }

    return project;
}

void read (benchmark::State& state, Dialect dialect, bool isAlone)
{
    const auto project = song (dialect);
    ScoreOptions options;

    if (isAlone)
        options.onlySlot = std::prev (project.sequence.end())->first;

    std::size_t events = 0;
    double seconds = 0;

    for (auto _ : state)
    {
        const auto score = makeScore (project, options);
        events = score.events.size();
        seconds = score.length;
    }

    state.counters["events"] = static_cast<double> (events);
    state.counters["seconds"] = seconds;
}
} // namespace

BENCHMARK_CAPTURE (read, athanor, Dialect::athanor, false)->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (read, xm, Dialect::xm, false)->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (read, mod, Dialect::mod, false)->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (read, lastPatternAlone, Dialect::athanor, true)->Unit (benchmark::kMillisecond);

} // namespace athanor

BENCHMARK_MAIN();
