// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"

#include <array>
#include <atomic>

namespace athanor
{

/** What a scope has heard lately, for a picture. One thread writes, any other may read at any time; a reader that is overtaken
    sees a few newer frames, which a picture forgives. */
class Trace
{
public:
    static constexpr std::size_t size = 8'192;

    /** Frames written since the beginning; the newest is at `written() - 1`. */
    std::uint64_t written() const noexcept { return count.load (std::memory_order_acquire); }

    /** A frame that was written within the last `size`. */
    float left (std::uint64_t frame) const noexcept { return lefts[frame % size].load (std::memory_order_relaxed); }

    float right (std::uint64_t frame) const noexcept { return rights[frame % size].load (std::memory_order_relaxed); }

protected:
    ~Trace() = default;

    void push (float l, float r) noexcept
    {
        const auto place = count.load (std::memory_order_relaxed);
        lefts[place % size].store (l, std::memory_order_relaxed);
        rights[place % size].store (r, std::memory_order_relaxed);
        count.store (place + 1, std::memory_order_release);
    }

private:
    std::array<std::atomic<float>, size> lefts {}, rights {};
    std::atomic<std::uint64_t> count { 0 };
};

/** Shows a wave. A view finds what to draw by casting the module to Trace. */
template <typename S>
class Scope final : public ModuleOf<S>,
                    public Trace
{
public:
    static constexpr Module::About about { "utility.scope", "Scope", "Utility", "Shows the wave of a sound or the course of a motion." };

    Scope() : ModuleOf<S> (about) {}

    Input in { *this, "in", "What to look at." };
    Knob span { *this, "span", seconds (0.002f, 0.15f, 0.02f), "How much of it fits into the picture." };
    Output out { *this, "out", "The same, as it came." };

    void process (const Block<S>& block) noexcept override
    {
        block[out] = block[in];

        // Of eight voices, the first is shown.
        for (const auto frame : block[in].frames)
            push (frame[0], frame[S::size == 2 ? 1 : 0]);
    }
};

} // namespace athanor
