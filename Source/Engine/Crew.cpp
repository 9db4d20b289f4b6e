// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Crew.h"

#include "Engine/Denormals.h"

#include <chrono>

namespace athanor
{

namespace
{
/** Looks again and again; after a while it lets others have the processor in between. */
template <typename Condition>
void waitUntil (Condition&& isTrue) noexcept
{
    for (int looks = 0; ! isTrue(); ++looks)
        if (looks > 200'000)
            std::this_thread::sleep_for (std::chrono::microseconds (200)); // nobody has needed us for a while
        else if (looks > 2'000)
            std::this_thread::yield();
#if defined(__x86_64__)
        else
            __builtin_ia32_pause();
#endif
}
} // namespace

Crew::Crew (int count)
{
    for (int i = 0; i < count; ++i)
        helpers.emplace_back ([this] { help(); });
}

Crew::~Crew()
{
    isOver.store (true, std::memory_order_relaxed);
    roundNumber.fetch_add (1, std::memory_order_release);
}

void Crew::run (int count, void (*work) (void*, int), void* context) noexcept
{
    if (count <= 1 || helpers.empty())
    {
        for (int i = 0; i < count; ++i)
            work (context, i);

        return;
    }

    round = { work, context, count };
    nextPart.store (0, std::memory_order_relaxed);
    helpersBusy.store (static_cast<int> (helpers.size()), std::memory_order_relaxed);
    roundNumber.fetch_add (1, std::memory_order_release);
    takeParts();

    // Every helper has to say that it has seen the round, or a late one would take parts of the next.
    waitUntil ([this] { return helpersBusy.load (std::memory_order_acquire) == 0; });
}

void Crew::takeParts() noexcept
{
    for (auto part = nextPart.fetch_add (1, std::memory_order_relaxed); part < round.count; part = nextPart.fetch_add (1, std::memory_order_relaxed))
        round.work (round.context, part);
}

void Crew::help() noexcept
{
    const DenormalsOff off;

    for (std::uint32_t seen = 0;;)
    {
        waitUntil ([this, seen] { return roundNumber.load (std::memory_order_acquire) != seen; });

        if (isOver.load (std::memory_order_relaxed))
            return;

        ++seen;
        takeParts();
        helpersBusy.fetch_sub (1, std::memory_order_release);
    }
}

} // namespace athanor
