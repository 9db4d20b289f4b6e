// SPDX-License-Identifier: GPL-3.0-or-later
// What outlives the plan of a graph, so that no edit cuts what sounds: the states of nodes, fades, delays and feedback.
#pragma once

#include "Engine/GraphOrder.h"

#include <memory>
#include <utility>

namespace athanor
{

/** Gives a new plan the states of the plan before it, and new ones where those do not fit. What it gives is kept by the new plan. */
template <typename S>
class LastingStates
{
public:
    using Plan = GraphPlan<S>;

    LastingStates (const Surroundings<S>& s, const Plan* b, Plan& m) : around (s), before (b), made (m) {}

    NodeState<S>* node (const GraphPart<S>& part)
    {
        auto state = earlier (&Plan::nodes, part.id);

        if (state == nullptr || &state->type != part.type)
            state = std::make_shared<NodeState<S>> (*part.type, around.sampleRate, around.instanceCount);

        return keep (&Plan::nodes, part.id, std::move (state));
    }

    /** Null: the cable is heard whole. */
    Fade* cableFade (const Wire& wire, NodeId reader)
    {
        if (before == nullptr)
            return nullptr;

        const auto isWanted = made.wanted.cables.contains (wire.id);
        auto fade = earlier (&Plan::cableFades, wire.id);

        if (fade != nullptr)
        {
            if (isWanted && fade->target == 1.0f && fade->isDone())
                return nullptr;

            const auto goesTheSameWay = (fade->target > 0) == isWanted;
            fade = goesTheSameWay ? fade : std::make_shared<Fade> (fade->now(), isWanted ? 1.0f : 0.0f);
        }
        else if (! isWanted)
            fade = std::make_shared<Fade> (1.0f, 0.0f);
        else if (! before->graph.cables.contains (wire.id) && before->nodes.contains (reader))
            fade = std::make_shared<Fade> (0.0f, 1.0f);
        else
            return nullptr;

        made.isFading = true;
        return keep (&Plan::cableFades, wire.id, std::move (fade));
    }

    /** Null: the cable is on time. */
    DelayState<S>* cableDelay (const Wire& wire, int frames) { return delay (&Plan::cableDelays, wire.id, frames); }

    FeedbackState<S>* feedback (const Wire& wire)
    {
        auto state = earlier (&Plan::feedbackStates, wire.id);

        if (state == nullptr)
            state = std::make_shared<FeedbackState<S>> (around.instanceCount);

        return keep (&Plan::feedbackStates, wire.id, std::move (state));
    }

    /** Null: the module is heard whole. */
    Fade* bypassFade (const GraphPart<S>& part)
    {
        const auto wanted = part.node->isBypassed ? 0.0f : 1.0f;
        auto fade = earlier (&Plan::bypassFades, part.id);

        if (fade == nullptr || fade->target != wanted)
        {
            const auto wasPlayed = before != nullptr && before->nodes.contains (part.id);
            const auto whenNew = wasPlayed ? 1.0f : wanted;
            fade = std::make_shared<Fade> (fade != nullptr ? fade->now() : whenNew, wanted);
        }

        if (wanted == 1.0f && fade->isDone())
            return nullptr;

        return keep (&Plan::bypassFades, part.id, std::move (fade));
    }

    /** Makes what goes past a module as late as what goes through it; null: the module takes no time. */
    DelayState<S>* dryDelay (const GraphPart<S>& part) { return delay (&Plan::dryDelays, part.id, static_cast<int> (part.type->prototype().latency().value)); }

private:
    template <typename Key, typename State>
    using StatesOf = std::map<Key, std::shared_ptr<State>>;

    template <typename Key>
    DelayState<S>* delay (StatesOf<Key, DelayState<S>> Plan::*delays, Key key, int frames)
    {
        if (frames <= 0)
            return nullptr;

        auto state = earlier (delays, key);

        if (state == nullptr || state->frames != frames)
            state = std::make_shared<DelayState<S>> (frames, around.instanceCount);

        return keep (delays, key, std::move (state));
    }

    /** What the plan before has there; null: nothing. */
    template <typename Key, typename State>
    std::shared_ptr<State> earlier (StatesOf<Key, State> Plan::*states, Key key) const
    {
        if (before == nullptr)
            return nullptr;

        const auto found = (before->*states).find (key);
        return found != (before->*states).end() ? found->second : nullptr;
    }

    template <typename Key, typename State>
    State* keep (StatesOf<Key, State> Plan::*states, Key key, std::shared_ptr<State> state)
    {
        auto* kept = state.get();
        (made.*states).insert_or_assign (key, std::move (state));
        return kept;
    }

    const Surroundings<S>& around;
    const Plan* before; ///< Null: there was none.
    Plan& made;
};

} // namespace athanor
