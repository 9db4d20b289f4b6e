// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/VoiceBoard.h"

#include <gtest/gtest.h>

#include <set>

namespace athanor::synth
{

namespace
{
/** The events of a quantum are taken, and voices that end are silent at once. */
void play (VoiceBoard& board)
{
    board.trim();

    for (int v = 0; v < VoiceBoard::voiceCount; ++v)
    {
        const auto isOver = board[v].event == Voice::Event::off || board[v].event == Voice::Event::kill;

        if (board[v].key == Voice::Key::dead || board[v].eventFrame < 0)
            continue;

        board.complete (v);

        if (isOver)
            board.free (v);
    }
}

void press (VoiceBoard& board, int note) { board.noteOn (note, static_cast<float> (note), 0.8f, 0, 0); }

std::multiset<int> sounding (const VoiceBoard& board)
{
    std::multiset<int> notes;

    for (const auto v : board.active())
        notes.insert (board[v].note);

    return notes;
}

VoiceBoard boardWith (int polyphony, VoicePriority priority, bool steals = false)
{
    VoiceBoard board;
    board.rules = { polyphony, priority, steals, false };
    return board;
}
} // namespace

TEST (VoiceBoardTest, ThreeKeysAreThreeVoices)
{
    auto board = boardWith (8, VoicePriority::roundRobin);

    for (const auto note : { 60, 64, 67 })
        press (board, note);

    play (board);
    EXPECT_EQ (sounding (board), (std::multiset { 60, 64, 67 }));
    board.noteOff (64, 0.5f, 0, 0);
    play (board);
    EXPECT_EQ (sounding (board), (std::multiset { 60, 67 }));
}

TEST (VoiceBoardTest, OneVoiceTooManyIsCutShortWhileTheNewOneBegins)
{
    auto board = boardWith (2, VoicePriority::newest);

    for (const auto note : { 60, 64, 67 })
    {
        press (board, note);
        play (board);
    }

    EXPECT_EQ (sounding (board), (std::multiset { 64, 67 }));
}

TEST (VoiceBoardTest, StealingTakesTheSameVoiceOver)
{
    auto board = boardWith (1, VoicePriority::newest, true);
    press (board, 60);
    play (board);
    const auto voice = board.active()[0];
    press (board, 72);
    EXPECT_EQ (board.active().size(), 1);
    EXPECT_EQ (board.active()[0], voice);
    EXPECT_EQ (board[voice].keyBefore, Voice::Key::held);
}

TEST (VoiceBoardTest, AKeyThatIsStillDownComesBackWhenTheOtherIsLetGo)
{
    auto board = boardWith (1, VoicePriority::newest);
    press (board, 60);
    play (board);
    press (board, 72);
    play (board);
    board.noteOff (72, 0.5f, 0, 0);
    play (board);
    EXPECT_EQ (sounding (board), (std::multiset { 60 }));
}

TEST (VoiceBoardTest, WithLowestPriorityTheHighestNoteGivesWay)
{
    auto board = boardWith (2, VoicePriority::lowest);

    for (const auto note : { 60, 72, 48 })
    {
        press (board, note);
        play (board);
    }

    EXPECT_EQ (sounding (board), (std::multiset { 48, 60 }));
}

TEST (VoiceBoardTest, ThePedalHoldsWhatIsLetGo)
{
    auto board = boardWith (8, VoicePriority::newest);
    press (board, 60);
    play (board);
    board.setPedal (true, 0, 0);
    board.noteOff (60, 0.5f, 0, 0);
    play (board);
    EXPECT_EQ (sounding (board), (std::multiset { 60 }));
    board.setPedal (false, 0, 0);
    play (board);
    EXPECT_TRUE (board.active().isEmpty());
}

TEST (VoiceBoardTest, ANoteThatEndsInTheQuantumInWhichItBeganStillBegins)
{
    auto board = boardWith (8, VoicePriority::newest);
    press (board, 60);
    board.noteOff (60, 0.5f, 10, 0);
    const auto voice = board.active()[0];
    EXPECT_EQ (board[voice].event, Voice::Event::on);
    board.complete (voice);
    EXPECT_EQ (board[voice].event, Voice::Event::off);
    EXPECT_EQ (board[voice].eventFrame, 0);
}

TEST (VoiceBoardTest, ABendInOneChannelReachesItsKeysAlone)
{
    auto board = boardWith (8, VoicePriority::newest);
    board.noteOn (60, 60, 1, 0, 1);
    board.noteOn (64, 64, 1, 0, 2);
    play (board);
    board.setKeyBend (0.5f, 2);
    EXPECT_EQ (board[board.active()[0]].bend, 0.0f);
    EXPECT_EQ (board[board.active()[1]].bend, 0.5f);
}

TEST (VoiceBoardTest, NoRowOfNotesEverUsesMoreVoicesThanThereAre)
{
    auto board = boardWith (32, VoicePriority::roundRobin);
    std::uint32_t state = 1;

    for (int i = 0; i < 20'000; ++i)
    {
        state = state * 1'664'525u + 1'013'904'223u;
        const auto note = static_cast<int> (state >> 24) % 128;

        switch ((state >> 20) % 8)
        {
            case 0:
                board.rules = { 1 + static_cast<int> ((state >> 10) % 32), static_cast<VoicePriority> ((state >> 6) % 5), (state & 16) != 0, (state & 32) != 0 };
                break;
            case 1:
                board.setPedal ((state & 64) != 0, 0, 0);
                break;
            case 2:
                play (board);
                break;
            case 3:
            case 4:
                board.noteOff (note, 0.5f, 0, 0);
                break;
            default:
                press (board, note);
                break;
        }

        ASSERT_LE (board.active().size(), VoiceBoard::voiceCount);
        std::set<int> distinct (board.active().begin(), board.active().end());
        ASSERT_EQ (static_cast<int> (distinct.size()), board.active().size());
    }
}

} // namespace athanor::synth
