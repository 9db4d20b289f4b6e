// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Events.h"

#include <algorithm>

namespace athanor
{

void JobEvents::add (const JobEvent& event)
{
    bool isFirst = false;

    {
        const std::lock_guard lock (mutex);
        const auto same = std::find_if (waiting.begin(), waiting.end(), [&] (const JobEvent& e) { return e.id == event.id; });
        isFirst = waiting.empty();

        if (same != waiting.end())
            *same = event;
        else
            waiting.push_back (event);
    }

    if (isFirst && wakeReader)
        wakeReader();
}

std::vector<JobEvent> JobEvents::poll()
{
    const std::lock_guard lock (mutex);
    return std::exchange (waiting, {});
}

} // namespace athanor
