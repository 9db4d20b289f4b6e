// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace athanor
{

/** Counts what all threads do inside a RealtimeScope while the object lives, and may not. One at a time.

        RealtimeWatch watch;
        { RealtimeScope scope;  engine.process (…); }
        EXPECT_EQ (watch.violations(), 0) << watch.report();
*/
class RealtimeWatch
{
public:
    RealtimeWatch();
    RealtimeWatch (const RealtimeWatch&) = delete;

    /** False in a build with a sanitizer, which stands where the guard would stand: nothing is counted then. */
    static bool isPossible();

    /** Allocations, locks, waits, file operations and, where the kernel can tell, system calls of any kind. */
    long violations() const;

    /** How many scopes there were: a watch that saw none proves nothing. */
    long scopes() const;

    /** What was called, and from where. */
    std::string report() const;
};

} // namespace athanor
