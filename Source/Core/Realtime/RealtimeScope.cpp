// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Realtime/RealtimeScope.h"

#include <dlfcn.h>

namespace athanor
{

namespace
{
using Mark = void (*)();

// Looked up by name when the program starts and not bound by the linker: a checker may be linked, preloaded or absent.
Mark find (const char* name) { return reinterpret_cast<Mark> (dlsym (RTLD_DEFAULT, name)); }

const auto enterGuard = find ("athanor_realtime_enter");
const auto exitGuard = find ("athanor_realtime_exit");
const auto enterSanitizer = find ("__rtsan_realtime_enter");
const auto exitSanitizer = find ("__rtsan_realtime_exit");
} // namespace

RealtimeScope::RealtimeScope() noexcept
{
    if (enterGuard)
        enterGuard();

    if (enterSanitizer)
        enterSanitizer();
}

RealtimeScope::~RealtimeScope()
{
    if (exitSanitizer)
        exitSanitizer();

    if (exitGuard)
        exitGuard();
}

} // namespace athanor
