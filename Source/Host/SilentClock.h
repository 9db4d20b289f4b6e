// SPDX-License-Identifier: GPL-3.0-or-later
// Time for the engine while there is no sound device: the song moves, meters show, keys are recorded, and nothing is heard.
#pragma once

#include "Host/AudioCallback.h"

#include <thread>

namespace athanor
{

class SilentClock
{
public:
    explicit SilentClock (AudioCallback& c) : callback (c) {}

    /** Runs the engine in real time on a thread of its own, until stop(). Does nothing while it runs. */
    void start (double sampleRate);

    /** Returns when the engine is let go of. Before a device may have it. */
    void stop() { thread = {}; }

private:
    AudioCallback& callback;
    std::jthread thread;
};

} // namespace athanor
