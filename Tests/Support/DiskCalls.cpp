// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in front of the C library, for our code as for SQLite's: what a program defines itself comes first.
#include "Support/DiskCalls.h"

#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

namespace
{
std::atomic<long> calls { 0 }, last { 0 };

/** Notes a call; true when it is the last one. */
bool isLast() { return ++calls == last.load (std::memory_order_relaxed); }

[[noreturn]] void die()
{
    ::kill (::getpid(), SIGKILL);

    for (;;)
        ::pause();
}

template <typename Function>
Function original (Function, const char* name)
{
    return reinterpret_cast<Function> (::dlsym (RTLD_NEXT, name));
}
} // namespace

namespace athanor::diskCalls
{

void dieAt (long call)
{
    calls = 0;
    last = call;
}

long made() { return calls; }

} // namespace athanor::diskCalls

#define DIES_BEFORE(result, name, parameters, arguments)   \
    extern "C" result name parameters                      \
    {                                                      \
        static const auto found = original (&name, #name); \
                                                           \
        if (isLast())                                      \
            die();                                         \
                                                           \
        return found arguments;                            \
    }

#define DIES_WITHIN(name, parameters, all, half)           \
    extern "C" ssize_t name parameters                     \
    {                                                      \
        static const auto found = original (&name, #name); \
                                                           \
        if (isLast())                                      \
        {                                                  \
            static_cast<void> (found half);                \
            die();                                         \
        }                                                  \
                                                           \
        return found all;                                  \
    }

DIES_WITHIN (write, (int file, const void* bytes, size_t count), (file, bytes, count), (file, bytes, count / 2))
DIES_WITHIN (pwrite, (int file, const void* bytes, size_t count, off_t at), (file, bytes, count, at), (file, bytes, count / 2, at))
DIES_WITHIN (pwrite64, (int file, const void* bytes, size_t count, off64_t at), (file, bytes, count, at), (file, bytes, count / 2, at))
DIES_BEFORE (int, fsync, (int file), (file))
DIES_BEFORE (int, fdatasync, (int file), (file))
DIES_BEFORE (int, ftruncate, (int file, off_t size) noexcept, (file, size))
DIES_BEFORE (int, ftruncate64, (int file, off64_t size) noexcept, (file, size))
DIES_BEFORE (int, rename, (const char* from, const char* to) noexcept, (from, to))
DIES_BEFORE (int, unlink, (const char* path) noexcept, (path))
DIES_BEFORE (int, link, (const char* from, const char* to) noexcept, (from, to))
DIES_BEFORE (int, mkdir, (const char* path, mode_t mode) noexcept, (path, mode))
