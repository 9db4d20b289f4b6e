// SPDX-License-Identifier: GPL-3.0-or-later
// Who wants to know: callbacks that end with their owner.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace athanor
{

/** Keeps a callback alive; it is forgotten when this goes. */
using Subscription = std::shared_ptr<void>;

/** Callbacks of one kind, called on the message thread in the order in which they were added. */
template <typename... Arguments>
class Listeners
{
public:
    using Callback = std::function<void (Arguments...)>;

    [[nodiscard]] Subscription add (Callback callback)
    {
        auto one = std::make_shared<Callback> (std::move (callback));
        callbacks.push_back (one);
        return one;
    }

    /** A callback may add and remove others while it runs. */
    void call (Arguments... arguments)
    {
        std::erase_if (callbacks, [] (const auto& weak) { return weak.expired(); });
        const auto now = callbacks;

        for (const auto& weak : now)
            if (const auto callback = weak.lock())
                (*callback) (arguments...);
    }

private:
    std::vector<std::weak_ptr<Callback>> callbacks;
};

} // namespace athanor
