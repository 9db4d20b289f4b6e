// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Midi/MidiFile.h"

#include <gtest/gtest.h>

namespace athanor::midi
{

namespace
{
std::string track (const std::string& content)
{
    std::string size (4, '\0');
    size[3] = static_cast<char> (content.size());
    return "MTrk" + size + content;
}

std::string file (const std::string& tracks, const std::string& division = std::string ("\x01\xe0", 2))
{
    return std::string ("MThd\0\0\0\6\0\1\0\1", 12) + division + tracks;
}

std::string bytes (std::initializer_list<int> list)
{
    std::string text;

    for (const auto byte : list)
        text += static_cast<char> (static_cast<unsigned char> (byte));

    return text;
}
} // namespace

TEST (MidiFile, readsRunningStatusAndLongTimes)
{
    const auto parsed = parse (file (track (bytes ({ 0x00, 0x90, 60, 100, 0x81, 0x70, 60, 0, 0x83, 0xff, 0x7f, 0xc0, 5, 0, 0xff, 0x2f, 0 }))));
    ASSERT_TRUE (parsed);
    ASSERT_EQ (parsed->tracks.size(), 1u);
    const auto& events = parsed->tracks[0].events;
    ASSERT_EQ (events.size(), 3u);
    EXPECT_TRUE (events[0].isNoteOn());
    EXPECT_EQ (events[1].tick, 240);
    EXPECT_TRUE (events[1].isNoteOff());
    EXPECT_EQ (events[2].tick, 240 + 65'535);
    EXPECT_TRUE (parsed->report.isEmpty()) << parsed->report.text();
}

TEST (MidiFile, skipsSysexAndWhatDoesNotBelongIntoAFile)
{
    const auto parsed = parse (file (track (bytes ({ 0, 0xf0, 3, 0x7e, 0x09, 0xf7, 0, 0xf8, 0, 0xf2, 1, 2, 0, 0x90, 60, 1, 0, 0xff, 0x2f, 0 }))));
    ASSERT_TRUE (parsed);
    ASSERT_EQ (parsed->tracks[0].events.size(), 1u);
    EXPECT_EQ (parsed->report.notes().size(), 1u);
    EXPECT_EQ (parsed->report.notes()[0].count, 2);
}

TEST (MidiFile, readsSecondsInsteadOfBeats)
{
    const auto parsed = parse (file (track (bytes ({ 0, 0xff, 0x2f, 0 })), bytes ({ 0xe7, 40 }))); // 25 frames of 40 ticks
    ASSERT_TRUE (parsed);
    EXPECT_EQ (parsed->ticksPerSecond, 1'000);
}

TEST (MidiFile, opensWhatBreaksOff)
{
    const auto whole = file (track (bytes ({ 0, 0x90, 60, 100, 10, 0x80, 60, 0, 0, 0xff, 0x2f, 0 })));

    for (std::size_t length = 0; length < whole.size(); ++length)
    {
        const auto parsed = parse (whole.substr (0, length));

        if (length < 22)
            EXPECT_FALSE (parsed) << length;
        else
            EXPECT_FALSE (parsed->report.isEmpty()) << length;
    }

    EXPECT_EQ (parse ("RIFF....").failure().message, "This is no MIDI file.");
}

TEST (MidiFile, isWrittenAsItWasRead)
{
    File made;
    made.division = 96;
    auto& t = made.tracks.emplace_back();
    t.metas = { { 0, nameMeta, "Bass" }, { 200, markerMeta, "Here" } };
    t.events = { { 0, 0x93, 40, 90 }, { 20'000, 0x83, 40, 0 }, { 20'000, 0xc3, 7, 0 } };
    t.length = 30'000;
    const auto back = parse (format (made));
    ASSERT_TRUE (back);
    EXPECT_EQ (back->division, 96);
    ASSERT_EQ (back->tracks[0].events.size(), 3u);
    EXPECT_EQ (back->tracks[0].events[1].tick, 20'000);
    ASSERT_EQ (back->tracks[0].metas.size(), 2u);
    EXPECT_EQ (back->tracks[0].metas[1].tick, 200);
    EXPECT_EQ (back->tracks[0].length, 30'000);
    EXPECT_EQ (format (*back), format (made));
}

} // namespace athanor::midi
