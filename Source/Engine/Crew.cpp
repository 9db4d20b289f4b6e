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

// A ticket: 32 bits of round, 16 of parts, 16 of the next one.
constexpr std::uint32_t partsOf (std::uint64_t ticket) noexcept { return static_cast<std::uint32_t> (ticket >> 16) & 0xffffu; }

constexpr std::uint32_t nextOf (std::uint64_t ticket) noexcept { return static_cast<std::uint32_t> (ticket) & 0xffffu; }

constexpr bool hasParts (std::uint64_t ticket) noexcept { return nextOf (ticket) < partsOf (ticket); }
} // namespace

Crew::Crew (int count)
{
    for (int i = 0; i < count; ++i)
        helpers.emplace_back ([this] { help(); });
}

Crew::~Crew() { isOver.store (true, std::memory_order_relaxed); }

void Crew::run (int count, void (*work) (void*, int), void* context) noexcept
{
    if (count <= 1 || helpers.empty())
    {
        for (int i = 0; i < count; ++i)
            work (context, i);

        return;
    }

    round = { work, context };
    partsDone.store (0, std::memory_order_relaxed);
    ticket.store (std::uint64_t { ++roundNumber } << 32 | static_cast<std::uint64_t> (count) << 16, std::memory_order_release);

    while (takePart())
    {}

    waitUntil ([this, count] { return partsDone.load (std::memory_order_acquire) == count; });
}

/** Takes one part and does it; false when there is none to take. */
bool Crew::takePart() noexcept
{
    auto seen = ticket.load (std::memory_order_acquire);

    // Who has a part keeps the round from ending, and so may read what it is about.
    while (hasParts (seen))
        if (ticket.compare_exchange_weak (seen, seen + 1, std::memory_order_acquire, std::memory_order_acquire))
        {
            round.work (round.context, static_cast<int> (nextOf (seen)));
            partsDone.fetch_add (1, std::memory_order_release);
            return true;
        }

    return false;
}

void Crew::help() noexcept
{
    const DenormalsOff off;

    while (! isOver.load (std::memory_order_relaxed))
        if (! takePart())
            waitUntil ([this] { return hasParts (ticket.load (std::memory_order_relaxed)) || isOver.load (std::memory_order_relaxed); });
}

} // namespace athanor
