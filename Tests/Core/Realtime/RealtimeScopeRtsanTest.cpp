// SPDX-License-Identifier: GPL-3.0-or-later
// Shows that RealtimeSanitizer watches inside a scope. Only the program RtsanTests has it and these.
#include "Core/Realtime/RealtimeScope.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <mutex>

namespace athanor
{

namespace
{
void* volatile kept = nullptr;
std::mutex mutex;
} // namespace

TEST (RealtimeScopeDeathTest, endsTheProgramThatAllocates)
{
    GTEST_FLAG_SET (death_test_style, "threadsafe");
    EXPECT_DEATH ({ RealtimeScope scope; kept = std::malloc (1); }, "unsafe function `malloc`");
}

TEST (RealtimeScopeDeathTest, endsTheProgramThatLocks)
{
    GTEST_FLAG_SET (death_test_style, "threadsafe");
    EXPECT_DEATH ({ RealtimeScope scope; mutex.lock(); }, "unsafe function `pthread_mutex_lock`");
}

TEST (RealtimeScope, leavesAloneWhatIsOutside)
{
    {
        RealtimeScope scope;
    }

    kept = std::malloc (1);
    std::lock_guard lock (mutex);
    EXPECT_NE (kept, nullptr);
}

} // namespace athanor
