// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Core/Threads.h"

namespace athanor
{

/** Makes both tokens, so that a test can stand in for either thread. */
struct ThreadsForTests
{
    AudioThread audio;
    MessageThread message;
};

} // namespace athanor
