// SPDX-License-Identifier: GPL-3.0-or-later
// Shows that RealtimeSanitizer would notice a module that allocates while the engine plays it. Only RtsanTests has it.
#include "Engine/Forbidden.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (EngineRtsanDeathTest, endsTheProgramWhenAModuleAllocates)
{
    GTEST_FLAG_SET (death_test_style, "threadsafe");
    EXPECT_DEATH (playForbiddenModule(), "unsafe function `malloc`");
}

} // namespace athanor
