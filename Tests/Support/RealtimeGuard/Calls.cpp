// SPDX-License-Identifier: GPL-3.0-or-later
// The forbidden calls: each is noted and then made. Written out, since every one has its own arguments; what is not here
// reaches the kernel and is noted there.
#include "Guard.h"

#include <cstdarg>
#include <cstdio>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

namespace
{
/** The C library's own function, which has the type of ours. */
template <typename Function>
Function* original (Function*, const char* name)
{
    return reinterpret_cast<Function*> (athanor_realtime_original (name));
}
} // namespace

// One line for each: its result, its name, its parameters, and how they are handed on.
#define NOTED(Result, name, parameters, arguments)          \
    extern "C" Result name parameters                       \
    {                                                       \
        athanor_realtime_note (#name, -1);                  \
        static auto* const found = original (&name, #name); \
        return found arguments;                             \
    }

// The dynamic linker allocates before it can look anything up, so these go to the C library by its own names.
extern "C" {
void* __libc_malloc (size_t);
void* __libc_calloc (size_t, size_t);
void* __libc_realloc (void*, size_t);
void* __libc_memalign (size_t, size_t);
void __libc_free (void*);

void* malloc (size_t size)
{
    athanor_realtime_note ("malloc", -1);
    return __libc_malloc (size);
}

void* calloc (size_t count, size_t size)
{
    athanor_realtime_note ("calloc", -1);
    return __libc_calloc (count, size);
}

void* realloc (void* memory, size_t size)
{
    athanor_realtime_note ("realloc", -1);
    return __libc_realloc (memory, size);
}

void* memalign (size_t alignment, size_t size)
{
    athanor_realtime_note ("memalign", -1);
    return __libc_memalign (alignment, size);
}

void* aligned_alloc (size_t alignment, size_t size)
{
    athanor_realtime_note ("aligned_alloc", -1);
    return __libc_memalign (alignment, size);
}

int posix_memalign (void** memory, size_t alignment, size_t size)
{
    athanor_realtime_note ("posix_memalign", -1);
    *memory = __libc_memalign (alignment, size);
    return *memory ? 0 : 12; // ENOMEM
}

void free (void* memory)
{
    if (memory)
        athanor_realtime_note ("free", -1);

    __libc_free (memory);
}
}

// Locks, and what wakes or waits for others. Unlocking follows a locking that was noted.
NOTED (int, pthread_mutex_lock, (pthread_mutex_t * mutex) noexcept, (mutex))
NOTED (int, pthread_mutex_trylock, (pthread_mutex_t * mutex) noexcept, (mutex))
NOTED (int, pthread_mutex_timedlock, (pthread_mutex_t * mutex, const timespec* until) noexcept, (mutex, until))
NOTED (int, pthread_rwlock_rdlock, (pthread_rwlock_t * lock) noexcept, (lock))
NOTED (int, pthread_rwlock_wrlock, (pthread_rwlock_t * lock) noexcept, (lock))
NOTED (int, pthread_rwlock_tryrdlock, (pthread_rwlock_t * lock) noexcept, (lock))
NOTED (int, pthread_rwlock_trywrlock, (pthread_rwlock_t * lock) noexcept, (lock))
NOTED (int, pthread_spin_lock, (pthread_spinlock_t * lock) noexcept, (lock))
NOTED (int, pthread_cond_wait, (pthread_cond_t * condition, pthread_mutex_t* mutex), (condition, mutex))
NOTED (int, pthread_cond_timedwait, (pthread_cond_t * condition, pthread_mutex_t* mutex, const timespec* until), (condition, mutex, until))
NOTED (int, pthread_cond_signal, (pthread_cond_t * condition) noexcept, (condition))
NOTED (int, pthread_cond_broadcast, (pthread_cond_t * condition) noexcept, (condition))
NOTED (int, pthread_join, (pthread_t thread, void** result), (thread, result))
NOTED (int, pthread_create, (pthread_t * thread, const pthread_attr_t* attributes, void* (*run) (void*), void* with) noexcept, (thread, attributes, run, with))
NOTED (int, sem_wait, (sem_t * semaphore), (semaphore))
NOTED (int, sem_trywait, (sem_t * semaphore) noexcept, (semaphore))
NOTED (int, sem_timedwait, (sem_t * semaphore, const timespec* until), (semaphore, until))
NOTED (int, sem_post, (sem_t * semaphore) noexcept, (semaphore))

// Waiting for time to pass.
NOTED (int, nanosleep, (const timespec* time, timespec* left), (time, left))
NOTED (int, clock_nanosleep, (clockid_t clock, int flags, const timespec* time, timespec* left), (clock, flags, time, left))
NOTED (int, usleep, (useconds_t microseconds), (microseconds))
NOTED (unsigned, sleep, (unsigned seconds), (seconds))
NOTED (int, sched_yield, () noexcept, ())
NOTED (int, poll, (pollfd * files, nfds_t count, int milliseconds), (files, count, milliseconds))

// Files and memory from the system. A buffered stream reaches the kernel only now and then, and locks every time.
NOTED (ssize_t, read, (int file, void* bytes, size_t count), (file, bytes, count))
NOTED (ssize_t, write, (int file, const void* bytes, size_t count), (file, bytes, count))
NOTED (ssize_t, pread, (int file, void* bytes, size_t count, off_t at), (file, bytes, count, at))
NOTED (ssize_t, pwrite, (int file, const void* bytes, size_t count, off_t at), (file, bytes, count, at))
NOTED (ssize_t, readv, (int file, const iovec* parts, int count), (file, parts, count))
NOTED (ssize_t, writev, (int file, const iovec* parts, int count), (file, parts, count))
NOTED (int, close, (int file), (file))
NOTED (int, fsync, (int file), (file))
NOTED (FILE*, fopen, (const char* name, const char* mode), (name, mode))
NOTED (int, fclose, (FILE * stream), (stream))
NOTED (int, fflush, (FILE * stream), (stream))
NOTED (size_t, fread, (void* bytes, size_t size, size_t count, FILE* stream), (bytes, size, count, stream))
NOTED (size_t, fwrite, (const void* bytes, size_t size, size_t count, FILE* stream), (bytes, size, count, stream))
NOTED (int, fputs, (const char* text, FILE* stream), (text, stream))
NOTED (int, puts, (const char* text), (text))
NOTED (int, vfprintf, (FILE * stream, const char* format, va_list arguments), (stream, format, arguments))
NOTED (void*, mmap, (void* at, size_t size, int protection, int flags, int file, off_t offset) noexcept, (at, size, protection, flags, file, offset))
NOTED (int, munmap, (void* at, size_t size) noexcept, (at, size))

// Those that take as many arguments as they are given.
extern "C" int open (const char* name, int flags, ...)
{
    va_list arguments;
    va_start (arguments, flags);
    const auto mode = flags & (O_CREAT | O_TMPFILE) ? va_arg (arguments, mode_t) : 0;
    va_end (arguments);

    athanor_realtime_note ("open", -1);
    static auto* const found = original (&open, "open");
    return found (name, flags, mode);
}

extern "C" int printf (const char* format, ...)
{
    athanor_realtime_note ("printf", -1);

    va_list arguments;
    va_start (arguments, format);
    const auto written = vprintf (format, arguments);
    va_end (arguments);
    return written;
}

extern "C" int fprintf (FILE* stream, const char* format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    const auto written = vfprintf (stream, format, arguments);
    va_end (arguments);
    return written;
}

// std::atomic::wait and its kind.
extern "C" long syscall (long number, ...) noexcept
{
    va_list arguments;
    va_start (arguments, number);
    long a[6];

    for (auto& argument : a)
        argument = va_arg (arguments, long);

    va_end (arguments);
    athanor_realtime_note ("syscall", number);
    static auto* const found = original (&syscall, "syscall");
    return found (number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
