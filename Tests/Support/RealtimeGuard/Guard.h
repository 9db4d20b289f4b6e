// SPDX-License-Identifier: GPL-3.0-or-later
// libathanor-realtime-guard.so: counts what the audio thread may not do. It stands between the program and the C library,
// linked to it (as to all tests) or put there by LD_PRELOAD, and notes every allocation, lock, wait and file operation
// that a thread begins inside a Core/Realtime/RealtimeScope.h. Where the kernel can tell, it notes every system call too.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/** Called by RealtimeScope. */
void athanor_realtime_enter (void);
void athanor_realtime_exit (void);

/** How many scopes all threads have opened, and how many forbidden calls were made inside them. */
long athanor_realtime_scopes (void);
long athanor_realtime_violations (void);

/** Begins to count anew. No thread may be inside a scope. */
void athanor_realtime_forget (void);

/** Writes the counts, and the names and stacks of the first forbidden calls, to an open file. Happens by itself when the
    program ends and ATHANOR_REALTIME_REPORT names a file. */
void athanor_realtime_report (int file);

/** For the calls themselves: notes `call` when this thread is inside a scope. `number` is shown after it unless negative. */
void athanor_realtime_note (const char* call, long number);

/** Gives the C library's own function of that name. */
void* athanor_realtime_original (const char* call);

#ifdef __cplusplus
}
#endif
