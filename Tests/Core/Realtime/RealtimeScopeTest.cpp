// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Realtime/RealtimeScope.h"

#include "Support/RealtimeWatch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <semaphore.h>
#include <shared_mutex>
#include <string>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace athanor
{

namespace
{
/** Something the audio thread may not do, and what the guard calls it. */
struct Forbidden
{
    const char* name;
    const char* call;
    std::function<void()> make;
};

void PrintTo (const Forbidden& forbidden, std::ostream* out) { *out << forbidden.name; }

// Kept from the optimiser, which knows that nobody needs the memory.
void* volatile kept = nullptr;

std::mutex mutex;
std::shared_mutex sharedMutex;
std::condition_variable condition;
std::atomic<int> atomic { 0 };

void deleteOne()
{
    static int* spare[] = { new int, new int, new int, new int };
    static auto* next = spare;
    delete *next++;
}

FILE* nowhere()
{
    static auto* it = std::fopen ("/dev/null", "w");
    return it;
}

sem_t* semaphore()
{
    static sem_t it;
    static const auto made = sem_init (&it, 0, 100);
    return made == 0 ? &it : nullptr;
}

std::vector<Forbidden> forbiddenCalls()
{
    return {
        { "new", "malloc", [] { kept = new int; } },
        { "delete", "free", deleteOne },
        { "malloc", "malloc", [] { kept = std::malloc (64); } },
        { "calloc", "calloc", [] { kept = std::calloc (4, 64); } },
        { "realloc", "realloc", [] { kept = std::realloc (kept, 128); } },
        { "aligned", "aligned_alloc", [] { kept = new (std::align_val_t (64)) char[64]; } },
        { "lock", "pthread_mutex_lock", [] { std::lock_guard lock (mutex); } },
        { "tryLock", "pthread_mutex_trylock", [] { if (mutex.try_lock()) mutex.unlock(); } },
        { "readLock", "pthread_rwlock_rdlock", [] { std::shared_lock lock (sharedMutex); } },
        { "writeLock", "pthread_rwlock_wrlock", [] { std::unique_lock lock (sharedMutex); } },
        { "wakeOne", "pthread_cond_signal", [] { condition.notify_one(); } },
        { "wakeAll", "pthread_cond_broadcast", [] { condition.notify_all(); } },
        { "semaphoreWait", "sem_wait", [] { sem_wait (semaphore()); } },
        { "semaphorePost", "sem_post", [] { sem_post (semaphore()); } },
        { "sleep", "nanosleep", [] { std::this_thread::sleep_for (std::chrono::microseconds (1)); } },
        { "yield", "sched_yield", [] { std::this_thread::yield(); } },
        { "futex", "syscall", [] { syscall (SYS_futex, &atomic, 129, 1, nullptr, nullptr, 0); } },
        { "read", "read", [] { char byte; kept = read (-1, &byte, 1) < 0 ? nullptr : kept; } },
        { "write", "write", [] { kept = write (-1, "x", 1) < 0 ? nullptr : kept; } },
        { "close", "close", [] { close (-1); } },
        { "openFile", "fopen", [] { kept = std::fopen ("/nowhere/at/all", "r"); } },
        { "print", "vfprintf", [] { std::fprintf (nowhere(), "%d", atomic.load()); } },
        { "flush", "fflush", [] { std::fflush (stderr); } },
        { "startThread", "pthread_create", [] { std::thread ([] {}).detach(); } },
        // Not one of the guard's own list: only the kernel can tell of these.
        { "anySystemCall", "system call", [] { kept = getppid() == 0 ? kept : nullptr; } },
    };
}

class RealtimeScopeEach : public testing::TestWithParam<Forbidden>
{
};
} // namespace

TEST_P (RealtimeScopeEach, tellsOfTheCallInsideAndOnlyThere)
{
    if (! RealtimeWatch::isPossible())
        GTEST_SKIP() << "a sanitizer stands where the guard would stand";

    const auto& forbidden = GetParam();
    forbidden.make();

    RealtimeWatch watch;
    forbidden.make();
    EXPECT_EQ (watch.violations(), 0) << "outside of a scope everything is allowed";

    {
        RealtimeScope scope;
        forbidden.make();
    }

    const auto inside = watch.violations();
    EXPECT_GE (inside, 1) << forbidden.call;
    EXPECT_NE (watch.report().find (std::string ("\n") + forbidden.call), std::string::npos) << watch.report();

    forbidden.make();
    EXPECT_EQ (watch.violations(), inside);
}

INSTANTIATE_TEST_SUITE_P (Calls, RealtimeScopeEach, testing::ValuesIn (forbiddenCalls()), [] (const auto& each) {
    return std::string (each.param.name);
});

TEST (RealtimeScope, findsNothingWrongWithArithmeticAndAtomics)
{
    RealtimeWatch watch;
    std::vector<float> samples (4'096, 0.5f);

    {
        RealtimeScope scope;

        for (auto& sample : samples)
            sample = sample * 0.5f + static_cast<float> (atomic.fetch_add (1));
    }

    EXPECT_EQ (watch.violations(), 0) << watch.report();
    EXPECT_EQ (watch.scopes(), RealtimeWatch::isPossible() ? 1 : 0);
}

TEST (RealtimeScope, endsWithTheOutermostOfSeveral)
{
    if (! RealtimeWatch::isPossible())
        GTEST_SKIP() << "a sanitizer stands where the guard would stand";

    RealtimeWatch watch;

    {
        RealtimeScope outer;
        {
            RealtimeScope inner;
        }
        kept = std::malloc (1);
    }

    EXPECT_EQ (watch.violations(), 1) << watch.report();
}

TEST (RealtimeScope, belongsToOneThread)
{
    RealtimeWatch watch;
    std::atomic<bool> isInside { false }, mayLeave { false };

    std::thread audio ([&] {
        RealtimeScope scope;
        isInside = true;

        while (! mayLeave)
            ;
    });

    while (! isInside)
        std::this_thread::yield();

    kept = std::malloc (1);
    mayLeave = true;
    audio.join();

    EXPECT_EQ (watch.violations(), 0) << watch.report();
}

} // namespace athanor
