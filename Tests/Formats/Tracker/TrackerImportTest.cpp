// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Tracker/TrackerImport.h"

#include "Formats/Tracker/SmallModules.h"
#include "Model/Sanitise.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>

namespace athanor
{

namespace
{
std::vector<std::filesystem::path> modulesIn (const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;

    for (const auto& entry : std::filesystem::recursive_directory_iterator (folder))
        if (const auto type = entry.path().extension(); type == ".xm" || type == ".it" || type == ".s3m" || type == ".mod")
            files.push_back (entry.path());

    std::sort (files.begin(), files.end());
    return files;
}

/** The clip of a channel (from 1) in the first pattern that has one for it. */
const Clip& clipOf (const Project& project, int channel)
{
    static const Clip none;

    for (const auto& [id, track] : project.tracks)
        if (track->name == "Channel " + std::to_string (channel))
            for (const auto& [patternId, pattern] : project.patterns)
                if (const auto* clip = pattern->clips.find (id); clip != nullptr && ! project.clips.find (*clip)->notes.empty())
                    return *project.clips.find (*clip);

    ADD_FAILURE() << "no clip for channel " << channel;
    return none;
}

const Track& trackOf (const Project& project, int channel)
{
    for (const auto& [id, track] : project.tracks)
        if (track->name == "Channel " + std::to_string (channel))
            return *track;

    static const Track none;
    return none;
}

const Instrument& instrumentOf (const Project& project, int number)
{
    for (const auto& [id, instrument] : project.instruments)
        if (instrument->number == number)
            return *instrument;

    static const Instrument none;
    ADD_FAILURE() << "no instrument " << number;
    return none;
}

/** The zone that plays a MIDI key. */
const Zone& zoneAt (const Instrument& instrument, int midiKey)
{
    for (const auto& [id, zone] : instrument.zones)
        if (midiKey >= zone->lowKey && midiKey <= zone->highKey)
            return *zone;

    static const Zone none;
    ADD_FAILURE() << "no zone at " << midiKey;
    return none;
}

std::vector<std::string> patternNames (const Project& project)
{
    std::map<double, std::string> names;

    for (const auto& [id, slot] : project.sequence)
        names[slot->order] = project.patterns.find (slot->pattern)->name;

    std::vector<std::string> result;

    for (const auto& [order, name] : names)
        result.push_back (name);

    return result;
}

Effect effectAt (const Clip& clip, int line)
{
    const auto* effect = clip.effects.find ({ line, 0 });
    return effect != nullptr ? *effect : Effect { '-', '-', 0 };
}

void expectRamp (const Imported& imported, const std::string& hash)
{
    ASSERT_TRUE (imported.sounds.contains (hash));
    const auto& sound = *imported.sounds.at (hash).sound;
    ASSERT_EQ (sound.frames(), static_cast<std::size_t> (rampFrames));

    for (auto i = 0; i < rampFrames; ++i)
        EXPECT_EQ (sound.samples[static_cast<std::size_t> (i)], static_cast<float> (ramp (i)) / 128);
}
} // namespace

TEST (TrackerImport, readsAFastTrackerModule)
{
    const auto imported = importModule (smallXm());
    ASSERT_TRUE (imported);
    const auto& project = imported->project;
    EXPECT_EQ (project.title, "Small XM");
    EXPECT_EQ (project.initialSpeed, 5);
    EXPECT_EQ (project.tempo.find (Ticks())->beatsPerMinute, 130);
    EXPECT_EQ (patternNames (project), (std::vector<std::string> { "Pattern 1", "Pattern 0", "Pattern 1" }));
    EXPECT_TRUE (imported->report.isEmpty()) << imported->report.text();

    const auto& first = clipOf (project, 1);
    EXPECT_EQ (first.dialect, Dialect::xm);
    EXPECT_EQ (first.lines, 3);
    EXPECT_EQ (first.unknown.at ("amigaSlides"), Value (true));
    EXPECT_EQ (first.notes.find ({ 0, 0 })->key, 48);
    EXPECT_EQ (first.notes.find ({ 0, 0 })->volume, 0x20);
    EXPECT_EQ (first.notes.find ({ 0, 0 })->volumeEffect, 0);
    EXPECT_EQ (effectAt (first, 0), (Effect { '0', 'F', 4 }));
    EXPECT_EQ (first.notes.find ({ 1, 0 })->volumeEffect, 's');
    EXPECT_EQ (first.notes.find ({ 1, 0 })->volume, 3);
    EXPECT_EQ (effectAt (first, 2), (Effect { '0', 'B', 2 }));

    const auto& second = clipOf (project, 2);
    EXPECT_EQ (second.notes.find ({ 0, 0 })->key, key::off);
    EXPECT_EQ (project.instruments.find (second.notes.find ({ 0, 0 })->instrument)->number, 2);
    EXPECT_EQ (effectAt (second, 1), (Effect { '0', 'X', 0x12 }));
    EXPECT_EQ (effectAt (second, 2), (Effect { '0', '0', 0x37 }));
}

TEST (TrackerImport, readsAFastTrackerInstrument)
{
    const auto imported = importModule (smallXm());
    const auto& instrument = instrumentOf (imported->project, 1);
    EXPECT_EQ (instrument.name, "Lead");
    ASSERT_EQ (instrument.zones.size(), 2u);
    const auto &low = zoneAt (instrument, 40), &high = zoneAt (instrument, 60);
    EXPECT_EQ (low.highKey, 59);
    EXPECT_EQ (low.name, "low");
    EXPECT_NEAR (low.rootPitch, 60 - 12 - 0.5, 1e-9) << "twelve semitones and half of one higher than at C-4";
    EXPECT_EQ (low.defaultVolume, 48);
    EXPECT_EQ (low.panning, -0.5);
    EXPECT_EQ (low.loop, LoopMode::forward);
    EXPECT_EQ (low.loopStart, 8);
    EXPECT_EQ (low.loopEnd, 24);
    EXPECT_EQ (low.vibratoShape, 5);
    EXPECT_EQ (low.vibratoRate, 48) << "a depth of three, reached in sixteen ticks";
    EXPECT_EQ (low.vibratoDepth, 3);
    EXPECT_EQ (low.vibratoSpeed, 4);
    expectRamp (*imported, low.sound);

    EXPECT_EQ (high.loop, LoopMode::pingPong);
    EXPECT_EQ (high.loopEnd, rampFrames);
    const auto& wide = *imported->sounds.at (high.sound).sound;
    ASSERT_EQ (wide.channels, 2);
    EXPECT_EQ (wide.samples[2], 100.0f / 32'768);
    EXPECT_EQ (wide.samples[3], -100.0f / 32'768);

    EXPECT_TRUE (instrument.volumeEnvelope.isOn);
    EXPECT_EQ (*instrument.volumeEnvelope.points.find (10), 0.5);
    EXPECT_EQ (instrument.volumeEnvelope.sustainStart, 10);
    EXPECT_EQ (instrument.volumeEnvelope.loopEnd, 20);
    EXPECT_TRUE (instrument.panningEnvelope.isOn);
    EXPECT_EQ (*instrument.panningEnvelope.points.find (8), 1);
    EXPECT_EQ (instrument.fadePerTick, 1.0 / 32);
    EXPECT_EQ (instrument.newNoteAction, NewNoteAction::cut);
}

TEST (TrackerImport, readsAnImpulseTrackerModule)
{
    const auto imported = importModule (smallIt());
    ASSERT_TRUE (imported);
    const auto& project = imported->project;
    EXPECT_EQ (project.title, "Small IT");
    EXPECT_TRUE (project.notes.starts_with ("Hi\nYo")) << project.notes;
    EXPECT_EQ (patternNames (project), (std::vector<std::string> { "Pattern 0", "Pattern 0" })) << "markers are no patterns, and nothing leads behind the end";
    EXPECT_EQ (project.unknown.at ("startVolume"), Value (0.5));
    EXPECT_NEAR (project.masterGain, 20 * std::log10 (48.0 / 128), 1e-9);
    ASSERT_EQ (project.tracks.size(), 3u);
    EXPECT_EQ (trackOf (project, 1).unknown.at ("startPanning"), Value (-1.0));
    EXPECT_EQ (trackOf (project, 1).unknown.at ("startVolume"), Value (0.5));
    EXPECT_TRUE (trackOf (project, 2).isMuted);

    const auto& first = clipOf (project, 1);
    EXPECT_EQ (first.unknown, (Value::Parts { { "amigaSlides", true }, { "compatibleGlide", true }, { "oldEffects", true } }));
    EXPECT_EQ (*first.notes.find ({ 0, 0 }), *first.notes.find ({ 1, 0 })) << "the second line says: all of it again";
    EXPECT_EQ (first.notes.find ({ 0, 0 })->key, 60);
    EXPECT_EQ (first.notes.find ({ 0, 0 })->volume, 33);
    EXPECT_EQ (effectAt (first, 1), (Effect { '0', 'D', 0x0f }));
    EXPECT_EQ (first.notes.find ({ 2, 0 })->key, key::cut);
    EXPECT_EQ (effectAt (first, 2), (Effect { '0', 'B', 1 })) << "the third order is the second pattern that plays";

    const auto& second = clipOf (project, 2);
    EXPECT_EQ (second.notes.find ({ 0, 0 })->key, key::off);
    EXPECT_EQ (second.notes.find ({ 1, 0 })->volumeEffect, 'g');
    EXPECT_EQ (second.notes.find ({ 1, 0 })->volume, 7);
    EXPECT_EQ (second.notes.find ({ 2, 0 })->key, key::fade);
}

TEST (TrackerImport, readsAnImpulseTrackerInstrument)
{
    const auto imported = importModule (smallIt());
    const auto& instrument = instrumentOf (imported->project, 1);
    EXPECT_EQ (instrument.newNoteAction, NewNoteAction::release);
    EXPECT_EQ (instrument.unknown.at ("duplicateCheck"), Value (1));
    EXPECT_EQ (instrument.unknown.at ("filterCutoff"), Value (64));
    EXPECT_EQ (instrument.fadePerTick, 1.0 / 16);
    EXPECT_EQ (instrument.volumeEnvelope.sustainEnd, 10);
    EXPECT_EQ (instrument.volumeEnvelope.loopStart, 10);
    EXPECT_EQ (instrument.volumeEnvelope.loopEnd, 20);
    EXPECT_FALSE (instrument.panningEnvelope.isOn);
    EXPECT_TRUE (instrument.pitchEnvelope.isOn && instrument.pitchEnvelope.carries);
    EXPECT_EQ (*instrument.pitchEnvelope.points.find (50), 0.5) << "eight semitones";

    const auto &plain = zoneAt (instrument, 60), &packed = zoneAt (instrument, 72);
    EXPECT_EQ (plain.rootPitch, 72) << "C-5";
    EXPECT_EQ (packed.transpose, -12);
    EXPECT_EQ (plain.volume, 0.25) << "half of the sample's level, half of the instrument's";
    EXPECT_EQ (plain.defaultVolume, 40);
    EXPECT_EQ (plain.panning, -0.5);
    EXPECT_EQ (plain.loop, LoopMode::pingPong);
    EXPECT_EQ (plain.loopEnd, 20);
    EXPECT_EQ (packed.sustainLoop, LoopMode::forward);
    EXPECT_EQ (packed.sustainEnd, rampFrames) << "as far as there is sound";
    EXPECT_EQ (imported->project.assets.find (plain.sound)->sampleRate, 22'050);
    expectRamp (*imported, plain.sound);
    EXPECT_EQ (plain.sound, packed.sound) << "the same recording is kept once";
}

TEST (TrackerImport, readsAScreamTrackerModule)
{
    const auto imported = importModule (smallS3m());
    ASSERT_TRUE (imported);
    const auto& project = imported->project;
    EXPECT_EQ (project.initialSpeed, 4);
    EXPECT_EQ (project.unknown.at ("startVolume"), Value (0.5));
    EXPECT_EQ (project.sequence.size(), 2u);
    EXPECT_EQ (trackOf (project, 1).unknown.at ("startPanning"), Value (-1.0));
    EXPECT_EQ (trackOf (project, 2).unknown.at ("startPanning"), Value (1.0));

    const auto& first = clipOf (project, 1);
    EXPECT_EQ (first.unknown.at ("fastSlides"), Value (true));
    EXPECT_EQ (first.notes.find ({ 0, 0 })->key, 48);
    EXPECT_EQ (first.notes.find ({ 0, 0 })->volume, 32);
    EXPECT_EQ (effectAt (first, 0), (Effect { '0', 'A', 6 }));
    EXPECT_EQ (clipOf (project, 2).notes.find ({ 0, 0 })->key, key::cut);
    EXPECT_EQ (clipOf (project, 2).notes.find ({ 1, 0 })->volumeEffect, 'p');
    EXPECT_EQ (clipOf (project, 2).notes.find ({ 1, 0 })->volume, 16);
    EXPECT_EQ (effectAt (clipOf (project, 2), 1), (Effect { '0', 'C', 0x10 }));

    const auto& zone = zoneAt (instrumentOf (project, 1), 60);
    EXPECT_EQ (zone.rootPitch, 60);
    EXPECT_EQ (zone.defaultVolume, 50);
    EXPECT_EQ (project.assets.find (zone.sound)->sampleRate, 16'726);
    expectRamp (*imported, zone.sound);
}

TEST (TrackerImport, readsAProTrackerModule)
{
    const auto imported = importModule (smallMod());
    ASSERT_TRUE (imported);
    const auto& project = imported->project;
    EXPECT_EQ (project.unknown.size(), 1u) << "the song starts again at its second step";
    const auto& clip = clipOf (project, 1);
    EXPECT_EQ (clip.notes.find ({ 0, 0 })->key, 48) << "period 428";
    EXPECT_EQ (effectAt (clip, 0), (Effect { '0', 'C', 0x20 }));
    EXPECT_EQ (effectAt (clip, 1), (Effect { '0', 'B', 1 }));
    EXPECT_EQ (trackOf (project, 1).unknown.at ("startPanning"), Value (-0.5));
    EXPECT_EQ (trackOf (project, 2).unknown.at ("startPanning"), Value (0.5));
    const auto& zone = zoneAt (instrumentOf (project, 1), 60);
    EXPECT_NEAR (zone.rootPitch, 60 + 1.0 / 8, 1e-9) << "finetune -1";
    EXPECT_EQ (zone.loopStart, 8);
    EXPECT_EQ (zone.loopEnd, 24);
    expectRamp (*imported, zone.sound);
}

TEST (TrackerImport, givesTheSameProjectEachTime)
{
    for (const auto& [name, bytes] : smallModules())
    {
        const auto a = importModule (bytes), b = importModule (bytes);
        EXPECT_EQ (a->project, b->project) << name;
        auto sane = a->project;
        sanitise (sane);
        EXPECT_EQ (sane, a->project) << name;
        EXPECT_TRUE (isModule (bytes));
    }
}

TEST (TrackerImport, opensOrRefusesAModuleThatBreaksOffAnywhere)
{
    for (const auto& [name, bytes] : smallModules())
        for (std::size_t length = 0; length < bytes.size(); ++length)
            if (const auto imported = importModule (std::string_view (bytes).substr (0, length)))
                ASSERT_FALSE (imported->project.sequence.empty()) << name << " at " << length;
            else
                ASSERT_TRUE (imported.failure().message.ends_with ('.')) << name << " at " << length;
}

/** Run with ATHANOR_WRITE_CORPUS to write them anew after a change of SmallModules.cpp. */
TEST (TrackerImport, isFuzzedWithTheModulesOfTheseTests)
{
    const auto folder = repositoryRoot() / "Tests/Corpus/Tracker";

    for (const auto& [name, bytes] : smallModules())
    {
        if (std::getenv ("ATHANOR_WRITE_CORPUS") != nullptr)
            std::ofstream (folder / name, std::ios::binary) << bytes;

        EXPECT_EQ (readWhole (folder / name), bytes) << name;
    }
}

TEST (TrackerImport, opensEveryModuleOfTheCorpusOrSaysWhyNot)
{
    const auto shared = sharedFolder();

    if (! shared)
        GTEST_SKIP() << "ATHANOR_SHARED names no folder of reference material";

    for (const auto& file : modulesIn (*shared / "corpus" / "modules"))
    {
        const auto bytes = readWhole (file);
        const auto imported = importModule (bytes);

        if (imported)
            EXPECT_FALSE (imported->project.sequence.empty()) << file;
        else
            EXPECT_TRUE (imported.failure().message.ends_with ('.')) << file;
    }
}

} // namespace athanor
