// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Core/Threads.h"

#include <atomic>
#include <memory>

namespace athanor
{

/** Carries whole immutable values from the message thread to the audio thread.

    Each value is built, owned and freed by the message thread; the audio thread only borrows
    it, until it has asked twice for the next. Both ends are wait-free, and nobody ever writes to a published value.
*/
template <typename Value>
class Snapshot
{
public:
    Snapshot() = default;
    Snapshot (const Snapshot&) = delete;

    /** Both threads must have let go by now. */
    ~Snapshot()
    {
        delete pending.load();
        delete current;
        delete previous;
        delete retired.load();
    }

    /** Offers a new value. One that was never picked up is simply replaced. */
    void publish (const MessageThread& thread, std::unique_ptr<const Value> value)
    {
        delete pending.exchange (value.release(), std::memory_order_acq_rel);
        freeRetired (thread);
    }

    /** Frees the value the audio thread has finished with. Call it from a timer too. */
    void freeRetired (const MessageThread&)
    {
        delete retired.exchange (nullptr, std::memory_order_acquire);
    }

    /** The value to use for this callback, or nullptr before the first one. When it is a new one, the one before stays
        until the next call, so that who changes over from it can still look at it. */
    const Value* acquire (const AudioThread&) noexcept
    {
        if (previous != nullptr && retired.load (std::memory_order_relaxed) == nullptr)
        {
            retired.store (previous, std::memory_order_release);
            previous = nullptr;
        }

        // A new value is taken only when there is room to hand the old one back,
        // so this thread never has to free or to wait.
        if (previous == nullptr)
        {
            if (auto* fresh = pending.exchange (nullptr, std::memory_order_acquire))
            {
                previous = current;
                current = fresh;
            }
        }

        return current;
    }

private:
    std::atomic<const Value*> pending { nullptr };
    std::atomic<const Value*> retired { nullptr };
    const Value *current = nullptr, *previous = nullptr; // The audio thread's own.
};

} // namespace athanor
