// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Midi/MidiImport.h"

#include "Formats/Midi/MidiExport.h"
#include "Formats/Midi/MidiFile.h"
#include "Model/Sanitise.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace athanor
{

namespace
{
midi::File twoBars()
{
    midi::File file;
    file.division = 480;
    auto& conductor = file.tracks.emplace_back();
    conductor.metas = { { 0, midi::nameMeta, "Little song" }, { 0, midi::tempoMeta, "\x06\x1a\x80" }, { 0, midi::meterMeta, "\x03\x02" }, { 1'440, midi::markerMeta, "Verse" } };
    auto& bass = file.tracks.emplace_back();
    bass.metas = { { 0, midi::nameMeta, "The bass" } };
    bass.events = { { 0, 0xc0, 38, 0 }, { 0, 0x90, 36, 127 }, { 0, 0x90, 43, 64 }, { 240, 0x80, 36, 0 }, { 480, 0x80, 43, 0 }, { 485, 0x90, 36, 100 }, { 960, 0x80, 36, 0 } };
    bass.length = 2'880;
    auto& drums = file.tracks.emplace_back();
    drums.events = { { 0, 0x99, 36, 100 }, { 10, 0x89, 36, 0 }, { 480, 0x99, 38, 100 }, { 490, 0x89, 38, 0 } };
    return file;
}

const Track* trackNamed (const Project& project, const std::string& name)
{
    for (const auto& [id, track] : project.tracks)
        if (track->name == name)
            return &*track;

    return nullptr;
}

const Clip* firstClipOf (const Project& project, const std::string& name)
{
    for (const auto& [id, track] : project.tracks)
        for (const auto& [patternId, pattern] : project.patterns)
            if (const auto* clip = pattern->clips.find (id); clip != nullptr && track->name == name)
                return project.clips.find (*clip);

    return nullptr;
}

struct Played
{
    std::int64_t start = 0;
    int key = 0, velocity = 0;

    auto operator<=> (const Played&) const = default;
};

/** Starts of all notes in thousandths of a beat. */
std::vector<Played> notesOf (const midi::File& file)
{
    std::vector<Played> notes;

    for (const auto& track : file.tracks)
        for (const auto& event : track.events)
            if (event.isNoteOn())
                notes.push_back ({ event.tick * 1'000 / file.division, event.a, event.b });

    std::sort (notes.begin(), notes.end());
    return notes;
}
} // namespace

TEST (MidiImport, putsNotesOnLines)
{
    const auto imported = importMidi (midi::format (twoBars()));
    ASSERT_TRUE (imported);
    const auto& project = imported->project;
    EXPECT_EQ (project.title, "Little song");
    EXPECT_NEAR (project.tempo.find (Ticks())->beatsPerMinute, 150, 0.01);
    EXPECT_EQ (*project.meters.find (Ticks()), (Meter { 3, 4, {} }));

    const auto* clip = firstClipOf (project, "The bass");
    ASSERT_NE (clip, nullptr);
    EXPECT_EQ (clip->linesPerBeat, 4);
    EXPECT_EQ (clip->notes.find ({ 0, 0 })->key, 24);
    EXPECT_EQ (clip->notes.find ({ 0, 0 })->volume, 128);
    EXPECT_EQ (clip->notes.find ({ 0, 1 })->key, 31);
    EXPECT_EQ (clip->notes.find ({ 2, 0 })->key, key::off);
    EXPECT_EQ (clip->notes.find ({ 4, 0 })->key, 24);
    EXPECT_EQ (clip->notes.find ({ 4, 0 })->delay, 11) << "5 of 120 MIDI ticks in 1/256 of a line";
    EXPECT_EQ (clip->notes.find ({ 4, 1 })->key, key::off);
    EXPECT_EQ (clip->notes.find ({ 8, 0 })->key, key::off);
    EXPECT_EQ (trackNamed (project, "The bass")->noteColumns, 2);

    const auto* instrument = project.instruments.find (clip->notes.find ({ 0, 0 })->instrument);
    ASSERT_NE (instrument, nullptr);
    EXPECT_EQ (instrument->name, "Synth Bass 1");
    EXPECT_FALSE (instrument->graph.nodes.empty());

    const auto* drums = firstClipOf (project, "Drums");
    ASSERT_NE (drums, nullptr);
    EXPECT_EQ (drums->notes.size(), 2u) << "drums need no note-offs";
    EXPECT_EQ (project.instruments.find (drums->notes.find ({ 0, 0 })->instrument)->name, "Kick");
    EXPECT_EQ (project.instruments.find (drums->notes.find ({ 4, 0 })->instrument)->name, "Snare");
}

TEST (MidiImport, holdsNotesAsLongAsThePedal)
{
    midi::File file;
    auto& track = file.tracks.emplace_back();
    track.events = { { 0, 0xb0, 64, 127 }, { 0, 0x90, 60, 100 }, { 120, 0x80, 60, 0 }, { 960, 0xb0, 64, 0 } };
    const auto imported = importMidi (midi::format (file));
    const auto* clip = firstClipOf (imported->project, "Acoustic Grand Piano");
    ASSERT_NE (clip, nullptr);
    EXPECT_EQ (clip->notes.find ({ 8, 0 })->key, key::off);
    EXPECT_EQ (clip->notes.size(), 2u);
}

TEST (MidiImport, bringsNotesAndTempoThroughBothWays)
{
    const auto file = twoBars();
    const auto imported = importMidi (midi::format (file));
    const auto back = midi::parse (exportMidi (imported->project));
    ASSERT_TRUE (back);
    EXPECT_TRUE (back->report.isEmpty());
    const auto before = notesOf (file), after = notesOf (*back);
    ASSERT_EQ (before.size(), after.size());

    for (std::size_t i = 0; i < before.size(); ++i)
    {
        EXPECT_NEAR (static_cast<double> (before[i].start), static_cast<double> (after[i].start), 1);
        EXPECT_EQ (before[i].key, after[i].key);
        EXPECT_NEAR (before[i].velocity, after[i].velocity, 1);
    }
}

TEST (MidiImport, givesTheSameProjectEachTime)
{
    const auto bytes = midi::format (twoBars());
    EXPECT_EQ (importMidi (bytes)->project, importMidi (bytes)->project);
}

TEST (MidiImport, keepsEveryNoteOfTheCorpusInTimeOrSaysWhyNot)
{
    const auto shared = sharedFolder();

    if (! shared)
        GTEST_SKIP() << "ATHANOR_SHARED names no folder of reference material";

    for (const auto& entry : std::filesystem::recursive_directory_iterator (*shared / "corpus" / "midi"))
    {
        if (entry.path().extension() != ".mid")
            continue;

        const auto bytes = readWhole (entry.path());
        const auto imported = importMidi (bytes);

        if (! imported)
        {
            EXPECT_TRUE (imported.failure().message.ends_with ('.')) << entry.path();
            continue;
        }

        auto sane = imported->project;
        sanitise (sane);
        EXPECT_EQ (sane, imported->project) << entry.path();

        const auto file = midi::parse (bytes);

        if (file->ticksPerSecond > 0 || file->format == 2)
            continue;

        const auto before = notesOf (*file), after = notesOf (*midi::parse (exportMidi (imported->project)));
        std::size_t lost = 0;

        for (const auto& note : imported->report.notes())
            lost += note.what == "A note is left out." ? static_cast<std::size_t> (note.count) : 0;

        EXPECT_EQ (before.size() - lost, after.size()) << entry.path() << "\n"
                                                       << imported->report.text();
        EXPECT_LE (lost * 200, before.size()) << entry.path();
    }
}

} // namespace athanor
