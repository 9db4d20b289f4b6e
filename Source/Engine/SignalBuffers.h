// SPDX-License-Identifier: GPL-3.0-or-later
// The buffers between the steps of a graph: as few as can be, for what is in the processor's cache is fast.
#pragma once

#include "Engine/GraphOrder.h"

#include <deque>
#include <vector>

namespace athanor
{

/** Gives out buffers in the order of play, and gives one again as soon as all who read it have been planned. */
template <typename S>
class SignalBuffers
{
public:
    /** @param b  Where the buffers live, which stay where they are. */
    explicit SignalBuffers (std::deque<Signal<S>>& b) : buffers (b) {}

    Signal<S>* take()
    {
        if (free.empty())
            return takeNew();

        auto* buffer = free.back();
        free.pop_back();
        return buffer;
    }

    /** One that no step before this one has written to. */
    Signal<S>* takeNew()
    {
        buffers.emplace_back();
        buffers.back().clear();
        return &buffers.back();
    }

    void giveBack (Signal<S>* buffer) { free.push_back (buffer); }

    void takeOutputs (GraphPart<S>& part)
    {
        part.readersLeft.resize (static_cast<std::size_t> (part.type->prototype().count (Port::Kind::output)));

        for (std::size_t i = 0; i < part.readersLeft.size(); ++i)
            part.outputs.push_back (take());

        // An output that nobody reads may be written over by the next step.
        for (std::size_t i = 0; i < part.readersLeft.size(); ++i)
            if (part.readersLeft[i] == 0 && ! part.isOutput)
                giveBack (part.outputs[i]);
    }

    /** The part was planned, and with it one reader of each output that it hears. */
    void releaseInputs (const GraphPart<S>& part, std::vector<GraphPart<S>>& parts)
    {
        // What reaches the output node is read after all steps.
        if (part.isOutput)
            return;

        for (const auto& wire : part.wires)
        {
            auto& from = parts[wire.from];
            const auto output = static_cast<std::size_t> (wire.output);

            if (! wire.carriesNotes && ! wire.isFeedback && ! from.isOutside && --from.readersLeft[output] == 0)
                giveBack (from.outputs[output]);
        }
    }

private:
    std::deque<Signal<S>>& buffers;
    std::vector<Signal<S>*> free;
};

} // namespace athanor
