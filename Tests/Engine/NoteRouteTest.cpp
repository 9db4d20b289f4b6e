// SPDX-License-Identifier: GPL-3.0-or-later
// Notes on their way through the note devices of a track: which come out, when, and that each of them ends.
#include "Engine/NoteRoute.h"

#include "Engine/Engine.h"
#include "Support/Projects.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{
namespace
{
struct Heard
{
    std::int64_t frame = 0;
    int pitch = 0;

    bool operator== (const Heard&) const = default;
};

std::vector<Heard> starts, ends;

/** Writes down when its notes start and end, and how high they are. */
template <typename S>
class Ear final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "test.ear", "Ear", "Test", "Listens to notes." };

    Ear() : ModuleOf<S> (about) {}

    Input pitch { *this, "pitch", "How high.", Normal::pitch };
    Input gate { *this, "gate", "How long.", Normal::gate };
    Input trigger { *this, "trigger", "When.", Normal::trigger };
    Output out { *this, "out", "The gate." };

    void startLane (int lane) noexcept override { held[static_cast<std::size_t> (lane)] = false; }

    void process (const Block<S>& block) noexcept override
    {
        for (int i = 0; i < quantum; ++i)
            for (int lane = 0; lane < S::size; ++lane)
            {
                auto& isHeld = held[static_cast<std::size_t> (lane)];
                const Heard now { block.moment->frame + i, static_cast<int> (block[pitch][i][lane] + 0.5f) };

                if (block[trigger][i][lane] > 0)
                    starts.push_back (now);

                if (isHeld && block[gate][i][lane] < 0.5f)
                    ends.push_back (now);

                isHeld = block[gate][i][lane] >= 0.5f;
            }

        block[out].frames = block[gate].frames;
    }

private:
    std::array<bool, 64> held {};
};

std::vector<int> pitchesOf (const std::vector<Heard>& heard)
{
    std::vector<int> pitches;

    for (const auto& one : heard)
        pitches.push_back (one.pitch);

    return pitches;
}

std::vector<std::int64_t> framesOf (const std::vector<Heard>& heard)
{
    std::vector<std::int64_t> frames;

    for (const auto& one : heard)
        frames.push_back (one.frame);

    return frames;
}

/** An engine that plays one track, whose notes are written down. Not two at a time. */
struct Stage
{
    Stage()
    {
        starts.clear();
        ends.clear();
        auto& ears = song.project.instruments.edit (song.instrument);
        ears.graph = {};
        const auto node = projects::addNode (ears.graph, "test.ear"), out = projects::addNode (ears.graph, "voice.out");
        projects::connect (ears.graph, node, "out", out, "in");
        song.project.clips.edit (song.clip).lines = 64;
    }

    /** A chain of note devices from "notes.in" to "notes.out" on the track. */
    std::vector<NodeId> chain (Project& project, const std::vector<std::string>& types)
    {
        auto& graph = project.tracks.edit (song.track).graph;
        projects::connect (graph, projects::addNode (graph, "track.in"), "out", projects::addNode (graph, "track.out"), "in");
        std::vector<NodeId> nodes { projects::addNode (graph, "notes.in") };

        for (const auto& type : types)
            nodes.push_back (projects::addNode (graph, type));

        nodes.push_back (projects::addNode (graph, "notes.out"));

        for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
            projects::connect (graph, nodes[i], i == 0 ? "notes" : "out", nodes[i + 1], i + 2 == nodes.size() ? "notes" : "in");

        return nodes;
    }

    void write (int line, int column, int midi)
    {
        auto& cell = song.project.clips.edit (song.clip).notes.edit ({ line, column });
        cell.key = static_cast<std::uint8_t> (midi - 12);
        song.project.tracks.edit (song.track).noteColumns = std::max (song.project.tracks.find (song.track)->noteColumns, column + 1);
    }

    void writeOff (int line, int column) { song.project.clips.edit (song.clip).notes.edit ({ line, column }).key = key::off; }

    void show (const Project& project, bool loops = false)
    {
        PlanOptions options;
        ScoreOptions reading;
        reading.loops = loops;
        options.score = makePlayScore (project, reading, 48'000);
        options.live = { { song.track, song.instrument } };
        plan = makePlan (project, options, plan.get());
        engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { plan }));
    }

    void order (const Order& order) { ASSERT_TRUE (engine.commands.push ({ order, 0 })); }

    std::vector<float> run (int frames, int block = 480)
    {
        std::vector<float> left (static_cast<std::size_t> (frames)), right (static_cast<std::size_t> (frames));

        for (int done = 0; done < frames; done += block)
            engine.process (threads.audio, left.data() + done, right.data() + done, std::min (block, frames - done));

        return left;
    }

    int keysDown() const
    {
        int count = 0;

        for (const auto& [id, bank] : plan->banks)
            for (const auto& voice : bank->state->voices)
                count += voice.isActive && voice.isKeyDown ? 1 : 0;

        return count;
    }

    ModuleType ear { &Ear<dsp::Voices>::about, []() -> std::unique_ptr<ModuleOf<dsp::Voices>> { return std::make_unique<Ear<dsp::Voices>>(); }, nullptr };
    ForeignModules modules { &ear };
    projects::Song song = projects::synthOnOneTrack();
    ThreadsForTests threads;
    Engine engine;
    std::shared_ptr<const Plan> plan;
};

void writeChord (Stage& stage)
{
    stage.write (0, 0, 67);
    stage.write (0, 1, 60);
    stage.write (0, 2, 64);

    for (int column = 0; column < 3; ++column)
        stage.writeOff (8, column);
}

TEST (NoteRoute, anArpeggiatedChordGivesItsNotesOneAfterTheOtherInTimeWithTheSong)
{
    Stage stage;
    writeChord (stage);
    stage.chain (stage.song.project, { "notes.arpeggiator" });
    stage.show (stage.song.project);
    stage.order (StartPlaying {});
    stage.run (100'000);
    EXPECT_EQ (pitchesOf (starts), (std::vector<int> { 60, 64, 67, 60, 64, 67, 60, 64 }));
    EXPECT_EQ (framesOf (starts), (std::vector<std::int64_t> { 0, 6'000, 12'000, 18'000, 24'000, 30'000, 36'000, 42'000 }));
    EXPECT_EQ (framesOf (ends), (std::vector<std::int64_t> { 3'601, 9'601, 15'601, 21'601, 27'601, 33'601, 39'601, 45'601 })) << "0.6 of a step; 0.6f is a hair more";
    EXPECT_EQ (stage.keysDown(), 0);
}

TEST (NoteRoute, whatGoesThroughNoDeviceIsPlayedAsIfThereWereNoChain)
{
    const auto play = [] (bool hasChain) {
        Stage stage;
        stage.write (1, 0, 60);
        stage.write (3, 0, 62);
        stage.write (3, 1, 72);
        stage.writeOff (5, 0);
        stage.writeOff (7, 1);

        if (hasChain)
            stage.chain (stage.song.project, {});

        stage.show (stage.song.project);
        stage.order (StartPlaying {});
        return std::tuple { stage.run (60'000), starts, ends };
    };

    EXPECT_EQ (play (true), play (false));
}

TEST (NoteRoute, givesTheSameBytesInBlocksOfEverySize)
{
    const auto play = [] (int block) {
        Stage stage;
        stage.song.project.instruments.put (stage.song.instrument, projects::synth());
        writeChord (stage);
        stage.chain (stage.song.project, { "notes.chord", "notes.chance", "notes.arpeggiator" });
        stage.show (stage.song.project);
        stage.order (StartPlaying {});
        stage.order (StartNote { stage.song.track, stage.song.instrument, 1, 48, 0.7f });
        return stage.run (70'000, block);
    };

    const auto sound = play (64);
    EXPECT_GT (*std::ranges::max_element (sound), 0.01f);

    for (const auto block : { 1, 100, 4'096 })
        EXPECT_EQ (play (block), sound) << block;
}

TEST (NoteRoute, aDeviceThatIsTakenOutPutInOrSwitchedOffLeavesNoHangingNote)
{
    for (const auto* way : { "take out", "put in", "switch off", "take out all" })
    {
        Stage stage;
        writeChord (stage);
        auto with = stage.song.project, without = with, off = with;
        const auto nodes = stage.chain (with, { "notes.chord" });
        off = with;
        off.tracks.edit (stage.song.track).graph.nodes.edit (nodes[1]).isBypassed = true;
        stage.chain (without, {});
        const auto isPut = std::string (way) == "put in";
        stage.show (isPut ? without : with);
        stage.order (StartPlaying {});
        stage.order (StartNote { stage.song.track, stage.song.instrument, 1, 48, 0.7f });
        stage.run (10'000);
        EXPECT_EQ (stage.keysDown(), isPut ? 4 : 12) << way;
        stage.show (std::string (way) == "take out all" ? stage.song.project : std::string (way) == "switch off" ? off
                                                                           : isPut                               ? with
                                                                                                                 : without);
        stage.run (1'000);
        EXPECT_EQ (stage.keysDown(), 0) << way;
        stage.order (StopNote { stage.song.track, stage.song.instrument, 1 });
        stage.run (100'000);
        EXPECT_EQ (stage.keysDown(), 0) << way;
        EXPECT_EQ (starts.size(), ends.size()) << way;
    }
}

TEST (NoteRoute, stoppingAndJumpingLeaveNoHangingNote)
{
    for (const Order& order : std::initializer_list<Order> { StopPlaying {}, Locate { 3'000 }, Panic {} })
    {
        Stage stage;
        writeChord (stage);
        const auto nodes = stage.chain (stage.song.project, { "notes.chord", "notes.arpeggiator" });
        stage.song.project.tracks.edit (stage.song.track).graph.nodes.edit (nodes[2]).knobs.put ("hold", 1);
        stage.show (stage.song.project);
        stage.order (StartPlaying {});
        stage.run (13'000);
        EXPECT_EQ (stage.keysDown(), 1);
        const auto before = starts.size();
        stage.order (order);
        stage.run (100'000);
        EXPECT_EQ (stage.keysDown(), 0) << order.index();
        EXPECT_EQ (starts.size(), before) << "the arpeggiator has forgotten the chord, too " << order.index();
    }
}

TEST (NoteRoute, theEndOfTheSongEndsEverythingAtItsFrame)
{
    Stage stage;
    stage.song.project.patterns.edit (stage.song.pattern).length = Ticks (ticksPerBeat * 5 / 16);
    stage.write (0, 0, 60);
    stage.write (1, 1, 72);
    stage.chain (stage.song.project, { "notes.chord" });
    stage.show (stage.song.project);
    stage.order (StartPlaying {});
    stage.run (20'000);
    EXPECT_EQ (starts.size(), 6u);
    EXPECT_EQ (framesOf (ends), std::vector<std::int64_t> (6, 7'500));
}

TEST (NoteRoute, everyNotePlaysTheInstrumentThatItsKeyNames)
{
    Stage stage;
    const InstrumentId other { 77 };
    stage.song.project.instruments.put (other, projects::synth());
    stage.write (0, 0, 60);
    stage.write (0, 1, 72);
    stage.song.project.clips.edit (stage.song.clip).notes.edit ({ 0, 1 }).instrument = other;
    stage.chain (stage.song.project, { "notes.chord" });
    stage.show (stage.song.project);
    stage.order (StartPlaying {});
    stage.run (2'000);
    EXPECT_EQ (pitchesOf (starts), (std::vector<int> { 60, 64, 67 }));
    EXPECT_EQ (stage.plan->bank (stage.song.track, other)->state->activeVoices.load(), 3);
}

TEST (NoteRoute, aSlideOfAKeySlidesAllThatIsMadeOfIt)
{
    Stage stage;
    stage.write (0, 0, 60);
    auto& clip = stage.song.project.clips.edit (stage.song.clip);
    clip.effects.put ({ 1, 0 }, { '0', 'U', 0x40 });
    stage.song.project.tracks.edit (stage.song.track).effectColumns = 1;
    stage.chain (stage.song.project, { "notes.chord" });
    stage.show (stage.song.project);
    stage.order (StartPlaying {});
    stage.run (6'000);
    std::vector<float> before, after;

    for (const auto& voice : stage.plan->bank (stage.song.track, stage.song.instrument)->state->voices)
        if (voice.isActive)
            before.push_back (voice.pitch.value);

    stage.run (6'000);

    for (const auto& voice : stage.plan->bank (stage.song.track, stage.song.instrument)->state->voices)
        if (voice.isActive)
            after.push_back (voice.pitch.value);

    ASSERT_EQ (before.size(), 3u);
    ASSERT_EQ (after.size(), 3u);
    EXPECT_GT (after[0], before[0] + 0.1f);

    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR (after[i] - before[i], after[0] - before[0], 1.0e-3f);
}

TEST (NoteRoute, whenTheSongBeginsAgainTheArpeggiatorNeitherStumblesNorHangs)
{
    Stage stage;
    stage.song.project.tempo.edit (Ticks (0)).beatsPerMinute = 137;
    stage.song.project.patterns.edit (stage.song.pattern).length = Ticks (ticksPerBeat);
    stage.write (0, 0, 60);
    stage.chain (stage.song.project, { "notes.arpeggiator" });
    stage.show (stage.song.project, true);
    stage.order (StartPlaying {});
    stage.run (static_cast<int> (10 * 48'000 * 60 / 137.0) - 100);
    ASSERT_EQ (starts.size(), 40u);

    for (std::size_t i = 0; i < starts.size(); ++i)
        EXPECT_NEAR (static_cast<double> (starts[i].frame), static_cast<double> (i) * 48'000 * 15 / 137, 11) << "each turn rounds up to a frame";

    EXPECT_LE (stage.keysDown(), 1);
}

TEST (NoteRoute, aNoteThatRingsOverTheEndIsEndedByTheNextOneOfItsColumn)
{
    for (const auto hasChain : { false, true })
    {
        Stage stage;
        stage.song.project.patterns.edit (stage.song.pattern).length = Ticks (ticksPerBeat);
        stage.write (2, 0, 60);

        if (hasChain)
            stage.chain (stage.song.project, { "notes.transpose" });

        stage.show (stage.song.project, true);
        stage.order (StartPlaying {});
        stage.run (24'000 * 5);
        EXPECT_EQ (starts.size(), 5u);
        EXPECT_EQ (ends.size(), 4u) << hasChain;
        EXPECT_EQ (stage.keysDown(), 1) << hasChain;
    }
}

TEST (NoteRoute, aNoteThatIsDeletedWhileItSoundsIsLetGoAndAllOthersGoOn)
{
    for (const auto hasChain : { false, true })
    {
        Stage stage;
        stage.write (0, 0, 60);
        stage.write (0, 1, 67);
        stage.writeOff (12, 1);

        if (hasChain)
            stage.chain (stage.song.project, { "notes.transpose" });

        stage.show (stage.song.project);
        stage.order (StartPlaying {});
        stage.run (20'000);
        EXPECT_EQ (stage.keysDown(), 2);
        stage.song.project.clips.edit (stage.song.clip).notes.erase ({ 0, 0 });
        stage.show (stage.song.project);
        stage.run (1'000);
        EXPECT_EQ (pitchesOf (ends), std::vector<int> { 60 }) << hasChain;
        stage.run (60'000);
        EXPECT_EQ (pitchesOf (ends), (std::vector<int> { 60, 67 })) << "its end is found, though all notes have other numbers now " << hasChain;
        EXPECT_EQ (framesOf (ends)[1], 72'000);
    }
}

TEST (NoteRoute, whatNoStreamHasRoomForDoesNotHang)
{
    Stage stage;

    for (int column = 0; column < 12; ++column)
    {
        stage.write (0, column, 36 + column);
        stage.writeOff (4, column);
    }

    stage.song.project.instruments.edit (stage.song.instrument).polyphony = 256;
    const auto nodes = stage.chain (stage.song.project, { "notes.chord", "notes.chord", "notes.chord" });

    for (std::size_t i = 1; i < 4; ++i)
        stage.song.project.tracks.edit (stage.song.track).graph.nodes.edit (nodes[i]).knobs.put ("chord", 13);

    stage.show (stage.song.project);
    stage.order (StartPlaying {});
    stage.run (10'000);
    EXPECT_GT (stage.keysDown(), 100);
    stage.run (30'000);
    EXPECT_EQ (stage.keysDown(), 0);
}

TEST (NoteRoute, cablesTurnTheKnobsOfNoteDevicesEvenFromBehindTheVoices)
{
    for (const auto isBehind : { false, true })
    {
        Stage stage;
        stage.write (4, 0, 60);
        const auto nodes = stage.chain (stage.song.project, { "notes.transpose" });
        auto& graph = stage.song.project.tracks.edit (stage.song.track).graph;
        const auto value = projects::addNode (graph, "utility.constant", { { "value", 1 } });
        auto source = value;

        if (isBehind)
        {
            source = projects::addNode (graph, "mix.mixer");
            projects::connect (graph, value, "out", source, "in1");

            for (const auto& [id, node] : graph.nodes)
                if (node->type == "track.in")
                    projects::connect (graph, id, "out", source, "in2");
        }

        projects::connect (graph, source, "out", nodes[1], "semitone", 0.5);
        stage.show (stage.song.project);
        stage.order (StartPlaying {});
        stage.run (30'000);
        EXPECT_EQ (pitchesOf (starts), std::vector<int> { 72 }) << isBehind;
    }
}

TEST (NoteRoute, handsAndFeetReachWhatIsMadeOfTheirKeys)
{
    Stage stage;
    const auto track = stage.song.track;
    stage.chain (stage.song.project, { "notes.chord" });
    stage.show (stage.song.project);
    stage.order (StartNote { track, stage.song.instrument, 1, 60, 0.7f });
    stage.order (MoveHands { track, MoveHands::What::pedal, 1 });
    stage.order (PressNote { track, 1, 0.5f });
    stage.run (640);
    stage.order (PressNote { track, 1, 0.25f });
    stage.order (StopNote { track, stage.song.instrument, 1 });
    stage.run (640);

    for (const auto& voice : stage.plan->bank (track, stage.song.instrument)->state->voices)
        if (voice.isActive)
        {
            EXPECT_TRUE (voice.isKeyDown) << "the pedal holds it";
            EXPECT_EQ (voice.pressure, 0.25f);
        }

    EXPECT_EQ (stage.keysDown(), 3);
    stage.order (MoveHands { track, MoveHands::What::pedal, 0 });
    stage.run (640);
    EXPECT_EQ (stage.keysDown(), 0);
}
} // namespace
} // namespace athanor
