// SPDX-License-Identifier: GPL-3.0-or-later
#include "Guard.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

namespace
{
/** A forbidden call, and how the thread came to make it. */
struct Violation
{
    const char* call;
    long number;
    void* stack[24];
    int depth;
};

constexpr long mostRemembered = 32;
Violation remembered[mostRemembered];

std::atomic<long> scopes { 0 }, violations { 0 };

// Initial-exec, because the ordinary way to reach a library's thread-local variables may allocate.
#define HERE __attribute__ ((tls_model ("initial-exec")))
thread_local int depth HERE = 0;

// Linux sends a thread that has asked for it SIGSYS instead of carrying out a system call, as long as this byte says so.
constexpr char allow = 0, block = 1;
thread_local volatile char dispatch HERE = allow;
thread_local bool isDispatched HERE = false;
bool canDispatch = false;

#if defined(__x86_64__)
constexpr int userDispatch = 59, userDispatchOn = 1, causedByUserDispatch = 2;

/** Notes the call and lets it happen: the thread steps back onto the instruction and finds the way free. */
void onSystemCall (int, siginfo_t* info, void* context)
{
    if (info->si_code != causedByUserDispatch)
        std::abort();

    dispatch = allow;

    // Returning from some other signal's handler is not the program's doing.
    if (info->si_syscall != SYS_rt_sigreturn)
        athanor_realtime_note ("system call", info->si_syscall);

    constexpr int lengthOfSyscallInstruction = 2;
    auto& registers = static_cast<ucontext_t*> (context)->uc_mcontext.gregs;
    registers[REG_RAX] = info->si_syscall;
    registers[REG_RIP] -= lengthOfSyscallInstruction;
}

void watchSystemCalls()
{
    struct sigaction action = {};
    action.sa_sigaction = onSystemCall;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    canDispatch = sigaction (SIGSYS, &action, nullptr) == 0;
}

void watchSystemCallsOfThisThread()
{
    canDispatch = prctl (userDispatch, userDispatchOn, 0, 0, &dispatch) == 0;
    isDispatched = canDispatch;
}
#else
void watchSystemCalls()
{}

void watchSystemCallsOfThisThread() {}
#endif

__attribute__ ((constructor)) void begin()
{
    // The first backtrace loads a library and allocates: not inside a scope, please.
    void* stack[4];
    backtrace (stack, 4);
    watchSystemCalls();
}

__attribute__ ((destructor)) void end()
{
    const auto* name = std::getenv ("ATHANOR_REALTIME_REPORT");

    if (name == nullptr)
        return;

    if (const auto file = open (name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666); file >= 0)
    {
        athanor_realtime_report (file);
        close (file);
    }
}
} // namespace

void athanor_realtime_enter()
{
    if (depth == 0)
    {
        if (canDispatch && ! isDispatched)
            watchSystemCallsOfThisThread();

        scopes.fetch_add (1, std::memory_order_relaxed);
        dispatch = isDispatched ? block : allow;
    }

    ++depth;
}

void athanor_realtime_exit()
{
    if (--depth == 0)
        dispatch = allow;
}

long athanor_realtime_scopes() { return scopes; }

long athanor_realtime_violations() { return violations; }

void athanor_realtime_forget()
{
    scopes = 0;
    violations = 0;
}

void athanor_realtime_note (const char* call, long number)
{
    if (depth == 0)
        return;

    // Nothing more of this scope is told by the kernel: the call that was just noted will make system calls of its own.
    dispatch = allow;

    const auto saved = depth;
    depth = 0;

    if (const auto index = violations.fetch_add (1); index < mostRemembered)
    {
        auto& violation = remembered[index];
        violation.call = call;
        violation.number = number;
        violation.depth = backtrace (violation.stack, 24);
    }

    depth = saved;
}

void* athanor_realtime_original (const char* call)
{
    // Looking up may allocate, which is not the program's doing.
    const auto saved = depth;
    depth = 0;

    // There are two kinds of condition variable, and dlsym may give the older.
    auto* symbol = std::strncmp (call, "pthread_cond_", 13) == 0 ? dlvsym (RTLD_NEXT, call, "GLIBC_2.3.2") : nullptr;

    if (symbol == nullptr)
        symbol = dlsym (RTLD_NEXT, call);

    depth = saved;
    return symbol;
}

void athanor_realtime_report (int file)
{
    const long count = violations;
    dprintf (file, "%ld forbidden calls in %ld real-time scopes; system calls are %s\n",
             count, scopes.load(), canDispatch ? "watched" : "not watched on this system");

    for (long i = 0; i < count && i < mostRemembered; ++i)
    {
        const auto& violation = remembered[i];

        if (violation.number >= 0)
            dprintf (file, "%s %ld\n", violation.call, violation.number);
        else
            dprintf (file, "%s\n", violation.call);

        backtrace_symbols_fd (violation.stack, violation.depth, file);
    }
}
