// SPDX-License-Identifier: GPL-3.0-or-later
// An envelope made of stretches: each leads to a level in its time and with its bend.
#pragma once

#include "Dsp/Fast.h"

#include <array>

namespace athanor::dsp
{

/** One way of an envelope: where it leads, how long it takes, and how it bends. */
struct Segment
{
    float frames = 0;
    float level = 0;
    float bend = 0; ///< 0 is straight; at 1 nearly all happens at once, at -1 nearly all at the end.
};

/** The whole of it. */
struct SegmentPlan
{
    static constexpr int most = 8;

    std::array<Segment, most> segments;
    int count = 0;
    int sustain = -1;  ///< The segment at whose end it waits while the key is held; -1: it does not wait.
    int loopFrom = -1; ///< Instead of waiting, or at its very end, it goes on with this one while the key is held; -1: it does not.
};

/** Where one voice stands on its way. */
class SegmentPlayer
{
public:
    /** From the level where it is, so that a note that starts again does not click. */
    void start() noexcept
    {
        isHeld = true;
        begin (0);
    }

    /** To what comes after the segment at which it waits. */
    void release (const SegmentPlan& plan) noexcept
    {
        isHeld = false;

        if (plan.sustain >= 0 && segment >= 0 && segment <= plan.sustain)
            begin (plan.sustain + 1);
    }

    void stop() noexcept { *this = {}; }

    float value() const noexcept { return level; }

    /** True when it neither moves nor will. */
    bool isResting (const SegmentPlan& plan) const noexcept { return segment < 0 || (isWaiting && plan.segments[static_cast<std::size_t> (plan.sustain)].level == level); }

    bool isOver() const noexcept { return segment < 0; }

    /** Writes `count` values to every `stride`-th float. */
    void render (const SegmentPlan& plan, int count, float* target, int stride) noexcept
    {
        int jumps = 0;

        for (int frame = 0; frame < count; ++frame)
        {
            // Segments that take no time are passed at once, but never round and round a loop of nothing.
            while (segment >= 0 && ! isWaiting && way >= 1 && jumps < SegmentPlan::most)
            {
                level = from = plan.segments[static_cast<std::size_t> (segment)].level;
                next (plan);
                ++jumps;
            }

            if (segment >= 0)
                move (plan.segments[static_cast<std::size_t> (segment)]);

            if (way < 1)
                jumps = 0;

            target[frame * stride] = level;
        }
    }

private:
    void begin (int index) noexcept
    {
        segment = index;
        from = level;
        way = 0;
        left = 1;
        isWaiting = false;
        speedFor = -1;
    }

    void next (const SegmentPlan& plan) noexcept
    {
        const bool isLast = segment + 1 >= plan.count;

        if (isHeld && plan.loopFrom >= 0 && (segment == plan.sustain || (plan.sustain < 0 && isLast)))
            return begin (plan.loopFrom);

        isWaiting = isHeld && segment == plan.sustain;

        if (! isWaiting && isLast)
            segment = -1;
        else if (! isWaiting)
            begin (segment + 1);
    }

    void move (const Segment& to) noexcept
    {
        if (isWaiting)
        {
            level = to.level;
            return;
        }

        if (to.frames != speedFor || to.bend != bendFor)
            setSpeed (to);

        way += step;
        left *= keep;

        // A thousand thousandths are not quite one.
        way = way > 1 - 0.5f * step ? 1 : way;
        const float done = isStraight ? way : (1.0f - left) * scale;
        level = way >= 1 ? to.level : from + (to.level - from) * done;
    }

    /** The bent way is 1 - 2^(-k way), stretched so that it arrives; 2^(-k way) is kept up by one multiplication a frame. */
    void setSpeed (const Segment& to) noexcept
    {
        speedFor = to.frames;
        bendFor = to.bend;
        const float halvings = to.bend * 10.0f;
        isStraight = halvings < 0.01f && halvings > -0.01f;
        step = to.frames > 1 ? 1.0f / to.frames : 1.0f;
        keep = exp2 (-halvings * step);
        left = exp2 (-halvings * way);
        scale = isStraight ? 1.0f : 1.0f / (1.0f - exp2 (-halvings));
    }

    int segment = -1;
    float level = 0, from = 0, way = 1, left = 1;
    float step = 1, keep = 1, scale = 1, speedFor = -1, bendFor = 0;
    bool isStraight = true, isHeld = false, isWaiting = false;
};

} // namespace athanor::dsp
