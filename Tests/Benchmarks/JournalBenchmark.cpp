// SPDX-License-Identifier: GPL-3.0-or-later
// What keeping every change costs: the musician's wait, the time until it is safe, and opening a long history.
#include "Store/ProjectFolder.h"
#include "Store/Sqlite.h"
#include "Support/Files.h"

#include <benchmark/benchmark.h>

namespace athanor
{

namespace
{
/** 64 tracks, 16 patterns, a clip of 64 lines in each place. */
Project largeProject()
{
    Project project;

    for (std::uint64_t track = 1; track <= 64; ++track)
        project.tracks.edit ({ mixBits (track) }).name = "track";

    for (std::uint64_t clip = 1; clip <= 64 * 16; ++clip)
        for (int line = 0; line < 64; ++line)
            project.clips.edit ({ mixBits (clip) }).notes.put ({ line, 0 }, { 48, {}, 64, 255, 255, 0 });

    return project;
}

Change enterNote (const Project& project, int n)
{
    auto after = project;
    const ClipId clip { mixBits (1 + static_cast<std::uint64_t> (n) % 1'024) };
    after.clips.edit (clip).notes.edit ({ n % 64, 0 }).key = static_cast<std::uint8_t> (n % 97 == 48 ? 99 : n % 97);
    return difference ("enter note", project, after);
}

/** One cell edited as a session does it: on a copy, as a change, performed. */
void editsOneCell (benchmark::State& state)
{
    History history (largeProject());
    int n = 0;

    for (auto _ : state)
        benchmark::DoNotOptimize (history.perform (enterNote (history.project(), ++n)));
}

void keepsOneChange (benchmark::State& state)
{
    const TemporaryFolder folder;
    auto opened = *ProjectFolder::create (folder.path / "Song.athanor", Project());
    const Change change { "enter note", { { { "clips", "0000000000000007", "notes", "3.1" }, "C-4 ................ 40 .. ..", "E-4 ................ 40 .. .." } } };

    for (auto _ : state)
    {
        opened.folder->performed (change);

        if (state.range (0) != 0)
            static_cast<void> (opened.folder->flush());
    }
}

/** The two ways to commit, for the decision between them. */
void commits (benchmark::State& state)
{
    const TemporaryFolder folder;
    const auto database = *Database::open (folder.path / "x.sqlite", { .durability = state.range (0) != 0 ? Durability::full : Durability::normal });
    static_cast<void> (database->runAll ("CREATE TABLE x (a TEXT)"));

    for (auto _ : state)
        static_cast<void> (database->run ("INSERT INTO x VALUES (?)", std::string (200, 'x')));
}

void opensAfterManyChanges (benchmark::State& state)
{
    const TemporaryFolder folder;
    const auto path = folder.path / "Song.athanor";
    {
        auto opened = *ProjectFolder::create (path, largeProject());

        for (int n = 0; n < state.range (0); ++n)
        {
            auto change = enterNote (opened.history.project(), n);

            if (! change.edits.empty() && opened.history.perform (change))
                opened.folder->performed (change);
        }

        static_cast<void> (opened.folder->save (opened.history.project()));
    }

    for (auto _ : state)
        benchmark::DoNotOptimize (ProjectFolder::open (path));
}

BENCHMARK (editsOneCell)->Unit (benchmark::kMicrosecond);
BENCHMARK (keepsOneChange)->ArgName ("durable")->Arg (0)->Arg (1)->Unit (benchmark::kMicrosecond)->UseRealTime();
BENCHMARK (commits)->ArgName ("full")->Arg (0)->Arg (1)->Unit (benchmark::kMicrosecond)->UseRealTime();
BENCHMARK (opensAfterManyChanges)->Arg (0)->Arg (100'000)->Unit (benchmark::kMillisecond)->UseRealTime();
} // namespace

} // namespace athanor

BENCHMARK_MAIN();
