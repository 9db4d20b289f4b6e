// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles a graph in one pass over its sorted nodes: latency, feedback, mixes, knobs and sounds.
#include "Engine/LastingStates.h"
#include "Engine/NoteWiring.h"
#include "Engine/SignalBuffers.h"
#include "Engine/StepLayout.h"

#include <algorithm>

namespace athanor
{

namespace
{
template <typename S>
class Planner
{
public:
    using Part = GraphPart<S>;

    Planner (const Graph& g, const Surroundings<S>& s, const GraphPlan<S>* b)
        : around (s), sorted (g, b, s.outputType), made (std::make_shared<GraphPlan<S>>()), states (s, b, *made), buffers (made->buffers), notes (parts, *made)
    {
        made->wanted = g;
        made->graph = sorted.graph;
        made->isFading = sorted.isFading;
    }

    std::shared_ptr<GraphPlan<S>> run()
    {
        for (const auto index : sorted.order)
            if (parts[index].isHeard && ! parts[index].isNoteExit)
                emit (parts[index]);

        bindFeedback();
        gatherFades();
        layOutSteps (*made, around);
        notes.bindExit();
        return made;
    }

private:
    void emit (Part& part)
    {
        if (part.isOutside)
        {
            bindOutside (part);
            notes.bindEntrance (part, around.notes);
            return;
        }

        auto& step = made->details.emplace_back();
        step.node = states.node (part);
        made->places.insert_or_assign (part.id, made->details.size() - 1);

        std::vector<Signal<S>*> scratch;
        const auto arrival = latestInput (part);
        bindInputs (part, step, arrival, scratch);
        bindKnobs (part, step, scratch);
        bindSounds (part);
        bindMaterial (part, *step.node);
        notes.bindDevice (part);
        bindOutputs (part);
        bindBypass (part, step);

        for (auto* buffer : scratch)
            buffers.giveBack (buffer);

        buffers.releaseInputs (part, parts);
        part.latency = arrival + static_cast<int> (part.type->prototype().latency().value);
        made->lateness.emplace (part.id, part.latency);

        if (part.isOutput)
        {
            made->latency = part.latency;
            keepOutputs (part);
        }

        if (step.node->holdFrames >= 0)
        {
            step.silentFrames = step.node->silentFrames.data();
            step.holdFrames = step.node->holdFrames;
        }

        made->earlySteps += part.isEarly ? 1 : 0;
    }

    /** "voice.out" gives its outputs; "track.out" only has an input, which is what is heard. */
    void keepOutputs (const Part& part)
    {
        const auto& inputs = made->wiring.inputs;

        if (part.outputs.empty())
            made->outputs = { inputs.end() - part.type->prototype().count (Port::Kind::input), inputs.end() };
        else
            made->outputs = { part.outputs.begin(), part.outputs.end() };
    }

    void bindOutside (Part& part)
    {
        for (const auto* port : part.type->prototype().ports())
            if (port->kind == Port::Kind::output)
            {
                const auto* signal = around.source != nullptr ? around.source (*part.node, std::string (port->id)) : nullptr;
                outside[&part].push_back (signal != nullptr ? signal : &silence<S>());
            }
    }

    const Signal<S>* feedbackOf (const Wire& wire)
    {
        auto* last = buffers.takeNew();
        made->feedbacks.push_back ({ states.feedback (wire), nullptr, last });
        feedbackWires.push_back (wire);
        return last;
    }

    void bindFeedback()
    {
        for (std::size_t i = 0; i < feedbackWires.size(); ++i)
            made->feedbacks[i].from = outputOf (feedbackWires[i]);
    }

    const Signal<S>* outputOf (const Wire& wire)
    {
        auto& from = parts[wire.from];
        const auto output = static_cast<std::size_t> (wire.output);

        if (from.isOutside)
            return outside[&from][output];

        return from.outputs.empty() ? &silence<S>() : from.outputs[output];
    }

    int latestInput (const Part& part) const
    {
        int latest = 0;

        for (const auto& wire : part.wires)
            if (! wire.isFeedback)
                latest = std::max (latest, parts[wire.from].latency);

        return latest;
    }

    MixSource<S> sourceOf (const Part& part, const Wire& wire, int arrival)
    {
        const auto late = wire.isFeedback ? 0 : arrival - parts[wire.from].latency;
        return { wire.isFeedback ? feedbackOf (wire) : outputOf (wire), static_cast<float> (wire.cable->amount), states.cableFade (wire, part.id), states.cableDelay (wire, late) };
    }

    void bindInputs (Part& part, StepDetails<S>& step, int arrival, std::vector<Signal<S>*>& scratch)
    {
        for (const auto* port : part.type->prototype().ports())
        {
            if (port->kind != Port::Kind::input)
                continue;

            Mix<S> job;

            for (const auto& wire : part.wires)
                if (wire.input == port)
                    job.sources.push_back (sourceOf (part, wire, arrival));

            const auto isPlain = job.sources.size() == 1 && job.sources[0].amount == 1.0f && job.sources[0].fade == nullptr && job.sources[0].delay == nullptr;

            if (job.sources.empty())
                made->wiring.inputs.push_back (normalOf (static_cast<const Input&> (*port)));
            else if (isPlain)
                made->wiring.inputs.push_back (job.sources[0].from);
            else
            {
                job.to = buffers.take();
                made->wiring.inputs.push_back (job.to);

                // What comes to the output is read after all steps.
                if (! part.isOutput)
                    scratch.push_back (job.to);

                step.mixes.push_back (std::move (job));
            }
        }
    }

    const Signal<S>* normalOf (const Input& port) const
    {
        const auto* signal = port.normal != Normal::silence && around.normal != nullptr ? around.normal (port.normal) : nullptr;
        return signal != nullptr ? signal : &silence<S>();
    }

    void bindKnobs (Part& part, StepDetails<S>& step, std::vector<Signal<S>*>& scratch)
    {
        for (const auto* port : part.type->prototype().ports())
        {
            if (port->kind != Port::Kind::knob)
                continue;

            auto& knob = step.node->knobs[static_cast<std::size_t> (port->index)];
            made->storedKnobs.push_back ({ &knob, storedValue (part, static_cast<const Knob&> (*port)) });
            Modulation<S> job;

            for (const auto& wire : part.wires)
                if (wire.input == port)
                    job.sources.push_back (sourceOf (part, wire, 0));

            if (job.sources.empty())
            {
                made->wiring.knobs.push_back (&knob.signal);
                continue;
            }

            job.knob = &knob;
            job.to = buffers.take();
            scratch.push_back (job.to);
            made->wiring.knobs.push_back (job.to);
            step.modulations.push_back (std::move (job));
        }
    }

    float storedValue (const Part& part, const Knob& knob) const
    {
        const std::string id (knob.id);

        if (around.macroPosition != nullptr)
            if (const auto position = around.macroPosition (part.id, id))
                return knob.range.fromPosition (static_cast<float> (*position));

        const auto* value = part.node->knobs.find (id);
        return value != nullptr ? static_cast<float> (*value) : knob.range.initial;
    }

    void bindSounds (const Part& part)
    {
        for (const auto* port : part.type->prototype().ports())
            if (port->kind == Port::Kind::sound)
            {
                const auto* hash = part.node->sounds.find (std::string (port->id));
                made->wiring.sounds.push_back (hash != nullptr && around.sound != nullptr ? around.sound (*hash) : nullptr);
            }
    }

    void bindMaterial (const Part& part, NodeState<S>& node)
    {
        auto material = around.material != nullptr && ! node.materialPlayers.empty() ? around.material (*part.node) : nullptr;

        if (material == nullptr)
            return;

        node.keep (material);

        for (auto* player : node.materialPlayers)
            made->materials.push_back ({ player, material });
    }

    void bindOutputs (Part& part)
    {
        buffers.takeOutputs (part);
        made->wiring.outputs.insert (made->wiring.outputs.end(), part.outputs.begin(), part.outputs.end());
    }

    void bindBypass (const Part& part, StepDetails<S>& step)
    {
        if (part.type->prototype().count (Port::Kind::input) == 0 || part.outputs.empty() || part.isOutput)
            return;

        step.bypass = states.bypassFade (part);

        if (step.bypass != nullptr)
            step.dryDelay = states.dryDelay (part);
    }

    void gatherFades()
    {
        for (auto& [id, fade] : made->cableFades)
            made->fades.push_back (fade.get());

        for (auto& [id, fade] : made->bypassFades)
            made->fades.push_back (fade.get());
    }

    const Surroundings<S>& around;
    GraphOrder<S> sorted;
    std::vector<Part>& parts = sorted.parts;
    std::shared_ptr<GraphPlan<S>> made;
    LastingStates<S> states;
    SignalBuffers<S> buffers;
    NoteWiring<S> notes;
    std::map<const Part*, std::vector<const Signal<S>*>> outside;
    std::vector<Wire> feedbackWires;
};
} // namespace

template <typename S>
std::shared_ptr<GraphPlan<S>> planGraph (const Graph& graph, const Surroundings<S>& around, const GraphPlan<S>* before)
{
    return Planner<S> (graph, around, before).run();
}

template std::shared_ptr<GraphPlan<dsp::Stereo>> planGraph (const Graph&, const Surroundings<dsp::Stereo>&, const GraphPlan<dsp::Stereo>*);
template std::shared_ptr<GraphPlan<dsp::Voices>> planGraph (const Graph&, const Surroundings<dsp::Voices>&, const GraphPlan<dsp::Voices>*);

} // namespace athanor
