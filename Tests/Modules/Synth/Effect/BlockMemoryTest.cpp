// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/BlockMemory.h"

#include <gtest/gtest.h>

namespace athanor::synth
{

namespace
{
constexpr int block = BlockMemory<2>::block;

Lanes counted (float first) { return Lanes (Lanes::Floats { 0, 1, 2, 3, 4, 5, 6, 7 }) + first; }

/** The first line counts the frames from one up, the second one counts them downwards. */
void push (BlockMemory<2>& memory, int from, int blocks)
{
    for (int i = 0; i < blocks; ++i)
    {
        const auto frames = counted (static_cast<float> (from + i * block));
        memory.push ({ frames, -frames });
    }
}
} // namespace

TEST (BlockMemory, GivesBackEachLineFromTheDistanceAskedFor)
{
    BlockMemory<2> memory (100);
    push (memory, 1, 40); // Frames 1 to 320, more than twice round the ring.

    for (const int back : { 8, 9, 15, 16, 50, 100 })
        for (int i = 0; i < block; ++i)
        {
            EXPECT_EQ (memory.past (0, back)[i], static_cast<float> (321 + i - back)) << back;
            EXPECT_EQ (memory.past (1, back)[i], -static_cast<float> (321 + i - back)) << back;
        }
}

TEST (BlockMemory, FindsNeighboursAlsoWhereTheDistanceMoves)
{
    BlockMemory<2> memory (100);
    push (memory, 1, 40);

    for (const auto& back : { dsp::Integers<8> { 60, 60, 60, 60, 60, 60, 60, 60 }, dsp::Integers<8> { 60, 60, 61, 61, 40, 99, 98, 20 } })
    {
        const auto neighbours = memory.neighbours (0, back);

        for (int i = 0; i < block; ++i)
            for (std::size_t k = 0; k < 4; ++k)
                EXPECT_EQ (neighbours[k][i], static_cast<float> (321 + i - back[i] + static_cast<int> (k)));
    }
}

TEST (BlockMemory, IsSilentBeforeItsBeginning)
{
    BlockMemory<2> memory (100);
    push (memory, 1, 40);
    memory.clear();
    push (memory, 1, 2); // Frames 1 to 16.

    for (int back = 8; back <= 100; ++back)
    {
        const auto past = memory.past (0, back);
        const auto neighbours = memory.neighbours (0, dsp::Integers<8> {} + back);
        const auto moving = memory.neighbours (0, dsp::Integers<8> { 0, 0, 0, 0, 0, 0, 0, 1 } + back);

        for (int i = 0; i < block; ++i)
        {
            const auto frame = [&] (int k) { return static_cast<float> (std::max (0, 17 + i - back + k)); };
            EXPECT_EQ (past[i], frame (0)) << back;

            for (int k = 0; k < 4 && back >= block + 4; ++k)
            {
                EXPECT_EQ (neighbours[static_cast<std::size_t> (k)][i], frame (k)) << back;
                EXPECT_EQ (moving[static_cast<std::size_t> (k)][i], frame (i == 7 ? k - 1 : k)) << back;
            }
        }
    }
}

} // namespace athanor::synth
