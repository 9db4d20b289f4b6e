// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Notes/Arpeggiator.h"

#include "Modules/Rig.h"

#include <map>

namespace athanor
{

namespace
{
struct Played
{
    int frame;
    NoteEvent event;
};

/** A bench on which a sixteenth lasts 6000 frames. */
struct Bench
{
    Rig<dsp::Stereo> rig { "notes.arpeggiator" };
    std::vector<Played> played;
    int now = 0;

    Bench() { rig.moment.beatsPerFrame = 1.0 / 24'000; }

    void press (std::uint32_t note, float pitch) { (void)rig.notesIn ("in").push ({ NoteEvent::Kind::start, 0, note, pitch, 0.7f }); }

    void lift (std::uint32_t note) { (void)rig.notesIn ("in").push ({ NoteEvent::Kind::stop, 0, note }); }

    void run (int quanta)
    {
        for (int i = 0; i < quanta; ++i, now += quantum)
        {
            rig.run();

            for (auto& event : rig.notesOut ("out"))
                played.push_back ({ now + event.frame, event });

            rig.notesIn ("in").clear();
        }
    }

    std::vector<float> pitches() const
    {
        std::vector<float> result;

        for (auto& one : played)
            if (one.event.kind == NoteEvent::Kind::start)
                result.push_back (one.event.pitch);

        return result;
    }
};

std::vector<float> arpeggio (float order, float octaves, int notes)
{
    Bench bench;
    bench.rig.set ("order", order).set ("octaves", octaves);
    bench.press (1, 67);
    bench.press (2, 60);
    bench.press (3, 64);
    bench.run (notes * 6'000 / quantum);
    auto pitches = bench.pitches();
    pitches.resize (static_cast<std::size_t> (notes));
    return pitches;
}
} // namespace

TEST (Arpeggiator, playsTheChordInEveryOrder)
{
    EXPECT_EQ (arpeggio (0, 1, 5), (std::vector<float> { 60, 64, 67, 60, 64 }));
    EXPECT_EQ (arpeggio (1, 1, 4), (std::vector<float> { 67, 64, 60, 67 }));
    EXPECT_EQ (arpeggio (2, 1, 6), (std::vector<float> { 60, 64, 67, 64, 60, 64 }));
    EXPECT_EQ (arpeggio (3, 1, 4), (std::vector<float> { 67, 60, 64, 67 }));
    EXPECT_EQ (arpeggio (0, 2, 7), (std::vector<float> { 60, 64, 67, 72, 76, 79, 60 }));
}

TEST (Arpeggiator, stepsFallOnTheBeat)
{
    Bench bench;
    bench.run (40);
    bench.press (1, 60);
    bench.run (500);
    std::vector<int> starts;

    for (auto& one : bench.played)
        if (one.event.kind == NoteEvent::Kind::start)
            starts.push_back (one.frame);

    ASSERT_GE (starts.size(), 5u);
    EXPECT_EQ (starts[0], 2'560) << "the first key is not kept waiting";

    for (std::size_t i = 1; i < starts.size(); ++i)
        EXPECT_NEAR (starts[i], 6'000 * static_cast<int> (i), 1);
}

TEST (Arpeggiator, everyNoteThatStartsAlsoStops)
{
    Bench bench;
    bench.press (1, 60);
    bench.press (2, 63);
    bench.run (600);
    bench.lift (1);
    bench.run (300);
    bench.lift (2);
    bench.run (300);
    std::map<std::uint32_t, int> sounding;

    for (auto& one : bench.played)
        sounding[one.event.note] += one.event.kind == NoteEvent::Kind::start ? 1 : -1;

    EXPECT_GT (sounding.size(), 8u);

    for (auto& [note, count] : sounding)
        EXPECT_EQ (count, 0) << note;
}

TEST (Arpeggiator, goesOnWhenTheKeysAreLetGoWhereItHolds)
{
    Bench bench;
    bench.rig.set ("hold", 1);
    bench.press (1, 60);
    bench.run (10);
    bench.lift (1);
    bench.run (500);
    EXPECT_GE (bench.pitches().size(), 5u);
    bench.press (2, 72);
    bench.run (500);
    EXPECT_EQ (bench.pitches().back(), 72);
}

TEST (Arpeggiator, eventsComeInTheOrderOfTheirFrames)
{
    Bench bench;
    bench.rig.set ("rate", 6).set ("gate", 1).set ("order", 5);
    bench.press (1, 60);
    bench.press (2, 67);
    bench.run (2'000);

    for (std::size_t i = 1; i < bench.played.size(); ++i)
        ASSERT_LE (bench.played[i - 1].frame, bench.played[i].frame);
}

} // namespace athanor
