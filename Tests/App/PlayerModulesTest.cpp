// SPDX-License-Identifier: GPL-3.0-or-later
// Modules of the trackers, from their files to the score: as long as libopenmpt plays them, and in the state that the
// expectations beside OpenMPT's playback tests give for each tick.
#include "App/Player.h"

#include "Engine/Score.h"
#include "Formats/Tracker/TrackerImport.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <dlfcn.h>
#include <map>
#include <sstream>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

std::vector<fs::path> modulesIn (const fs::path& folder)
{
    std::vector<fs::path> files;

    for (const auto& entry : fs::recursive_directory_iterator (folder))
        if (const auto type = entry.path().extension(); type == ".xm" || type == ".it" || type == ".s3m" || type == ".mod")
            files.push_back (entry.path());

    std::sort (files.begin(), files.end());
    return files;
}

/** The reference player, when it is on this machine. */
class OpenMpt
{
public:
    OpenMpt()
    {
        if (library == nullptr)
            return;

        create = reinterpret_cast<Create> (dlsym (library, "openmpt_module_create_from_memory2"));
        destroy = reinterpret_cast<Destroy> (dlsym (library, "openmpt_module_destroy"));
        duration = reinterpret_cast<Duration> (dlsym (library, "openmpt_module_get_duration_seconds"));
    }

    bool isThere() const { return create != nullptr && destroy != nullptr && duration != nullptr; }

    /** Seconds; less than 0: it does not open the file. */
    double durationOf (const std::string& bytes) const
    {
        auto* module = create (bytes.data(), bytes.size(), nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);

        if (module == nullptr)
            return -1;

        const auto seconds = duration (module);
        destroy (module);
        return seconds;
    }

private:
    using Create = void* (*)(const void*, std::size_t, void*, void*, void*, void*, int*, const char**, const void*);
    using Destroy = void (*) (void*);
    using Duration = double (*) (void*);

    void* library = dlopen ("libopenmpt.so.0", RTLD_NOW);
    Create create = nullptr;
    Destroy destroy = nullptr;
    Duration duration = nullptr;
};

/** A line of an expectation: what a channel does at the end of a tick. */
struct Expected
{
    double time = 0, row = 0, tick = 0; ///< Milliseconds.
    int channel = 0;
    double period = 0; ///< 428 * 4096 at 8,363 Hz.
    int note = 0, instrument = 0;
    double volume = 0, panning = 0; ///< 0 to 1,024; -128 to 127.
};

std::vector<Expected> readExpectations (const fs::path& file)
{
    std::vector<Expected> lines;
    std::istringstream text (readWhole (file));

    for (std::string line; std::getline (text, line);)
    {
        std::istringstream words (line);
        Expected e;

        if (words >> e.time >> e.row >> e.tick >> e.channel >> e.period >> e.note >> e.instrument >> e.volume >> e.panning)
            lines.push_back (e);
    }

    return lines;
}

/** What the score says of each channel, as it goes on. */
class Reading
{
public:
    explicit Reading (const Project& p) : project (p), score (makeScore (p))
    {
        std::vector<std::pair<double, TrackId>> tracks;

        for (const auto& [id, track] : project.tracks)
            if (track->kind == TrackKind::note)
                tracks.emplace_back (track->order, id);

        std::sort (tracks.begin(), tracks.end());

        for (const auto& [order, id] : tracks)
            channels[id] = static_cast<int> (channels.size());

        states.resize (tracks.size());
    }

    void goTo (double time)
    {
        for (; next < score.events.size() && score.events[next].time <= time; ++next)
            apply (score.events[next]);
    }

    /** Whether channel, pitch and volume are as expected; what envelopes and fades do to the volume is not the score's. */
    bool agrees (const Expected& expected) const
    {
        if (expected.channel >= static_cast<int> (states.size()))
            return true;

        const auto& state = states[static_cast<std::size_t> (expected.channel)];

        if (! state.isSounding)
            return expected.volume == 0;

        const auto* zone = zoneOf (state);
        const auto* asset = zone != nullptr ? project.assets.find (zone->sound) : nullptr;
        const auto rate = asset != nullptr ? asset->sampleRate * std::exp2 ((60 - zone->rootPitch + zone->transpose) / 12) : 8363.0;
        const auto cents = 1200 * std::log2 (rate * std::exp2 ((state.pitch - 60) / 12) * expected.period / (8363 * 428.0 * 4096));
        const auto* instrument = project.instruments.find (state.instrument);
        const auto hasEnvelope = instrument != nullptr && instrument->volumeEnvelope.isOn;
        const auto volume = state.volume * songVolume * trackVolumes (expected.channel) * (zone != nullptr ? zone->volume : 1) * 1024;
        return std::abs (cents) < (expected.note > 72 ? 25 : 6) && (hasEnvelope || state.isEnding || std::abs (volume - expected.volume) <= 20);
    }

private:
    struct State
    {
        bool isSounding = false, isEnding = false;
        double pitch = 60, volume = 1, trackVolume = 1;
        int key = 60;
        InstrumentId instrument;
    };

    double trackVolumes (int channel) const { return states[static_cast<std::size_t> (channel)].trackVolume; }

    void apply (const ScoreEvent& event)
    {
        using Kind = ScoreEvent::Kind;

        if (event.kind == Kind::songVolume)
            songVolume = event.volume;

        const auto channel = channels.find (event.track);

        if (channel == channels.end())
            return;

        auto& state = states[static_cast<std::size_t> (channel->second)];

        if (event.kind == Kind::trackVolume)
            state.trackVolume = event.volume;
        else if (event.kind == Kind::noteStart)
            state = { true, false, event.pitch, event.volume, state.trackVolume, static_cast<int> (event.pitch), event.instrument };
        else if (event.kind == Kind::noteShape)
        {
            state.pitch = event.pitch;
            state.volume = event.volume;
        }
        else if (event.kind == Kind::noteEnd)
        {
            state.isSounding = state.isSounding && event.end != NoteEnd::cut;
            state.isEnding = true;
        }
    }

    const Zone* zoneOf (const State& state) const
    {
        if (const auto* instrument = project.instruments.find (state.instrument))
            for (const auto& [id, zone] : instrument->zones)
                if (state.key >= zone->lowKey && state.key <= zone->highKey)
                    return &*zone;

        return nullptr;
    }

    const Project& project;
    const Score score;
    std::map<TrackId, int> channels;
    std::vector<State> states;
    std::size_t next = 0;
    double songVolume = 1;
};

std::optional<fs::path> moduleBeside (fs::path data)
{
    for (const auto* type : { ".xm", ".it", ".s3m", ".mod" })
        if (fs::exists (data.replace_extension (type)))
            return data;

    return {};
}

/** The proportion of the lines that the score agrees with, up to where the reference begins again. */
double agreement (const fs::path& data, const Project& project)
{
    Reading reading (project);
    auto before = 0.0;
    int lines = 0, agreed = 0;

    for (const auto& expected : readExpectations (data))
    {
        if (expected.time < before)
            break;

        reading.goTo ((expected.time - 5) / 1000); // a tick lasts 10 ms at least; the line is about its end
        before = expected.time;
        ++lines;
        agreed += reading.agrees (expected) ? 1 : 0;
    }

    return lines > 0 ? static_cast<double> (agreed) / lines : 1;
}
} // namespace

TEST (PlayerModules, LastAsLongAsTheReferencePlaysThem)
{
    const auto shared = sharedFolder();
    const OpenMpt reference;

    if (! shared || ! reference.isThere())
        GTEST_SKIP() << "without the reference material or libopenmpt";

    int count = 0, same = 0;
    std::string others;

    for (const auto& file : modulesIn (*shared / "corpus" / "modules"))
    {
        if (file.parent_path().filename() == "malformed")
            continue;

        const auto bytes = readWhole (file);
        const auto imported = importModule (bytes);
        const auto expected = reference.durationOf (bytes);

        if (! imported || expected < 0)
            continue;

        // libopenmpt's ticks are whole frames, ours are exact: up to a thousandth is its rounding.
        const auto score = makeScore (imported->project);
        const auto tick = 2.5 / score.tempo.back().beatsPerMinute;
        const auto isSame = std::abs (score.length - expected) <= std::max (1.01 * tick, expected / 800);
        ++count;
        same += isSame ? 1 : 0;

        if (! isSame)
            others += "\n" + file.filename().string() + ": " + std::to_string (score.length) + " s, not " + std::to_string (expected);
    }

    // What differs are loops of players that nobody wrote songs with.
    EXPECT_GE (same, count * 96 / 100) << others;
}

TEST (PlayerModules, AreInTheStateThatTheExpectationsGiveForEachTick)
{
    const auto shared = sharedFolder();

    if (! shared)
        GTEST_SKIP() << "without the reference material";

    double sum = 0;
    int count = 0;
    std::string others;

    for (const auto& entry : fs::recursive_directory_iterator (*shared / "corpus" / "modules"))
        if (const auto module = moduleBeside (entry.path()); entry.path().extension() == ".data" && module)
        {
            const auto imported = importModule (readWhole (*module));
            ASSERT_TRUE (imported) << *module;
            const auto proportion = agreement (entry.path(), imported->project);
            sum += proportion;
            ++count;

            if (proportion < 0.95)
                others += "\n" + entry.path().filename().string() + ": " + std::to_string (proportion);
        }

    EXPECT_GE (sum, 0.95 * count) << others;
}

} // namespace athanor
