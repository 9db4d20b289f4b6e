// SPDX-License-Identifier: GPL-3.0-or-later
// The pattern editor as it is used: a full repaint, a note that is written, a line that is played, at 1600 by 1000 pixels.
#include "App/Edits/PatternCells.h"
#include "App/Edits/TrackEdits.h"
#include "App/Session.h"
#include "Engine/Engine.h"
#include "Support/Threads.h"
#include "Ui/Tracker/PatternGrid.h"

#include <benchmark/benchmark.h>

namespace athanor
{

namespace
{
constexpr int tracks = 16, lines = 64, width = 1600, height = 1000;

/** Sixteen tracks with a note, an instrument, a volume and an effect on every line. */
Project fullProject()
{
    auto project = Session().project();

    while (patternTracks (project).size() < tracks)
        addTrack (project, TrackKind::note, patternTracks (project).back());

    const auto pattern = project.patterns.begin()->first;
    const auto instrument = project.instruments.begin()->first;

    for (const auto track : patternTracks (project))
        for (int line = 0; line < lines; ++line)
        {
            auto& clip = editClip (project, pattern, track);
            Cell cell;
            cell.key = static_cast<std::uint8_t> ((line * 7) % 96);
            cell.instrument = instrument;
            cell.volume = static_cast<std::uint8_t> (line);
            clip.notes.put ({ line, 0 }, cell);
            clip.effects.put ({ line, 0 }, { '0', 'A', static_cast<std::uint8_t> (line) });
        }

    return project;
}

struct Shown
{
    Shown()
    {
        session.start (fullProject());
        grid.setSize (width, height);
        paint();
    }

    void paint() { grid.createComponentSnapshot (grid.getLocalBounds(), true, 1); }

    juce::ScopedJuceInitialiser_GUI juce;
    Look look;
    Session session;
    PatternGrid grid { session };
};

void writesEverything (benchmark::State& state)
{
    Shown shown;
    auto isDark = true;

    for (auto _ : state)
    {
        // Another theme changes every cell.
        shown.look.setTheme (std::exchange (isDark, ! isDark) ? ThemeKind::light : ThemeKind::dark);
        shown.grid.sendLookAndFeelChange();
        benchmark::DoNotOptimize (shown.grid.grid.picture());
    }
}

void writesANote (benchmark::State& state)
{
    Shown shown;
    std::uint8_t key = 0;

    for (auto _ : state)
    {
        auto project = shown.session.project();
        const auto now = settled (project, shown.session.selection());
        Cell cell;
        cell.key = key = static_cast<std::uint8_t> ((key + 1) % 96);
        shown.session.edit ("write", [&] (Project& edited) { writeNote (edited, now.pattern, now.cursor, cell); });
    }
}

void movesTheCursor (benchmark::State& state)
{
    Shown shown;

    for (auto _ : state)
        shown.session.select ([&] (Selection& selection) { selection = moved (shown.session.project(), settled (shown.session.project(), selection), CursorMove::down, false); });
}

/** The song goes on by a line and the view with it; only what the window does is counted. */
void playsALine (benchmark::State& state)
{
    Shown shown;
    ThreadsForTests threads;
    shown.grid.setSize (width, height / 2); // So that the pattern is longer than the view and scrolls.
    shown.paint();
    auto& player = shown.session.player();
    player.playFrom (settled (shown.session.project(), {}).slot, Ticks(), PlayRange::slot);
    std::vector<float> left (static_cast<std::size_t> (player.device().sampleRate / 8)), right (left.size());

    for (auto _ : state)
    {
        state.PauseTiming();
        player.engine().process (threads.audio, left.data(), right.data(), static_cast<int> (left.size()));
        player.update();
        state.ResumeTiming();
        shown.grid.refresh();
    }
}
} // namespace

BENCHMARK (playsALine)->Unit (benchmark::kMicrosecond)->Iterations (400);
BENCHMARK (writesEverything)->Unit (benchmark::kMicrosecond);
BENCHMARK (writesANote)->Unit (benchmark::kMicrosecond);
BENCHMARK (movesTheCursor)->Unit (benchmark::kMicrosecond);

} // namespace athanor

BENCHMARK_MAIN();
