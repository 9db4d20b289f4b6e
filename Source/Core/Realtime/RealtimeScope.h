// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace athanor
{

/** Says that this thread must neither wait, allocate nor ask the system for anything while the object lives.

    The audio callback holds one around everything it does. Where a checker is loaded (the guard of Tests/Support, by
    LD_PRELOAD too, or the runtime of RealtimeSanitizer) it watches the thread meanwhile; where none is, this costs two
    reads of a pointer. Scopes may lie inside each other.
*/
class RealtimeScope
{
public:
    RealtimeScope() noexcept;
    RealtimeScope (const RealtimeScope&) = delete;
    ~RealtimeScope();
};

} // namespace athanor
