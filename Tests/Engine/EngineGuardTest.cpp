// SPDX-License-Identifier: GPL-3.0-or-later
// Shows that the guard would notice a module that allocates while the engine plays it.
#include "Engine/Forbidden.h"

#include "Support/RealtimeWatch.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (EngineGuard, tellsOfAModuleThatAllocates)
{
    if (! RealtimeWatch::isPossible())
        GTEST_SKIP() << "a sanitizer stands where the guard would stand";

    const RealtimeWatch watch;
    playForbiddenModule();
    EXPECT_EQ (watch.violations(), 1) << watch.report();
    EXPECT_NE (watch.report().find ("\nmalloc"), std::string::npos) << watch.report();
}

} // namespace athanor
