// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Job.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
constexpr std::array names { "ready", "running", "done", "failed", "cancelled" };
constexpr std::int64_t shortestLimit = 1'000, longestLimit = 300'000;
} // namespace

const char* nameOf (JobState state) { return names[static_cast<std::size_t> (state)]; }

JobState jobStateFrom (const std::string& name)
{
    const auto found = std::find (names.begin(), names.end(), name);
    return found != names.end() ? static_cast<JobState> (found - names.begin()) : JobState::failed;
}

std::optional<double> secondsLeft (std::int64_t started, double startProgress, std::int64_t now, double progress)
{
    const auto elapsed = static_cast<double> (now - started) / 1'000;
    const auto made = progress - startProgress;

    // Before a second, or a hundredth of the way, the pace says nothing.
    if (elapsed < 1 || made < 0.01)
        return {};

    return elapsed * std::max (0.0, 1 - progress) / made;
}

std::int64_t retryDelay (int failures, std::uint64_t chance)
{
    const auto doublings = std::clamp (failures - 1, 0, 20);
    const auto limit = std::min (longestLimit, shortestLimit << doublings);
    return static_cast<std::int64_t> (chance % static_cast<std::uint64_t> (limit + 1));
}

} // namespace athanor
