// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Realtime/Fifo.h"

#include <gtest/gtest.h>

#include <thread>
#include <variant>

namespace athanor
{

TEST (Fifo, refusesWhenFullAndKeepsWhatItHad)
{
    Fifo<int, 4> numbers;

    for (int i = 0; i < 4; ++i)
        EXPECT_TRUE (numbers.push (i));

    EXPECT_FALSE (numbers.push (4));

    for (int i = 0; i < 4; ++i)
        EXPECT_EQ (numbers.pop(), i);

    EXPECT_FALSE (numbers.pop());
}

TEST (Fifo, takesAgainAfterAPop)
{
    Fifo<int, 2> numbers;

    for (int i = 0; i < 100; ++i)
    {
        ASSERT_TRUE (numbers.push (i));
        ASSERT_EQ (numbers.pop(), i);
    }
}

TEST (Fifo, carriesEveryMessageInOrderBetweenTwoThreads)
{
    using Message = std::variant<int, double>;

    static Fifo<Message, 1024> messages;
    constexpr int count = 200'000;

    std::thread writer ([] {
        for (int i = 0; i < count; ++i)
            while (! messages.push (i))
                std::this_thread::yield();
    });

    int wrong = 0;

    for (int expected = 0; expected < count;)
    {
        if (const auto message = messages.pop())
            wrong += std::get<int> (*message) != expected++;
        else
            std::this_thread::yield();
    }

    writer.join();
    EXPECT_EQ (wrong, 0);
}

} // namespace athanor
