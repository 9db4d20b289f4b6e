// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/SilentClock.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace athanor
{

namespace
{
constexpr auto period = std::chrono::milliseconds (10);
constexpr double mostAtOnceSeconds = 0.1; // after the computer slept, time goes on from there
} // namespace

void SilentClock::start (double sampleRate)
{
    if (thread.joinable())
        return;

    thread = std::jthread ([this, sampleRate] (const std::stop_token& stop) {
        auto last = std::chrono::steady_clock::now();
        auto due = 0.0;

        while (! stop.stop_requested())
        {
            std::this_thread::sleep_for (period);
            const auto now = std::chrono::steady_clock::now();
            due += std::min (std::chrono::duration<double> (now - last).count(), mostAtOnceSeconds) * sampleRate;
            last = now;
            const auto frames = static_cast<int> (due);
            callback.runSilently (frames);
            due -= frames;
        }
    });
}

} // namespace athanor
