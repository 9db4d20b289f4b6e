// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles a graph in one pass over its sorted nodes: order, latency, buffers, mixes. A pure function but for the states it reuses.
#include "Engine/GraphOrder.h"

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

    Planner (const Graph& g, const Surroundings<S>& s, const GraphPlan<S>* b) : around (s), before (b), sorted (g, b, s.outputType)
    {
        made = std::make_shared<GraphPlan<S>>();
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
        layOut();
        bindNotesExit();
        return made;
    }

private:
    Signal<S>* takeBuffer()
    {
        if (! freeBuffers.empty())
        {
            auto* buffer = freeBuffers.back();
            freeBuffers.pop_back();
            return buffer;
        }

        made->buffers.emplace_back();
        made->buffers.back().clear();
        return &made->buffers.back();
    }

    void emit (Part& part)
    {
        if (part.isOutside)
        {
            bindOutside (part);
            part.notes.push_back (around.notes != nullptr ? around.notes : &noNotes());
            return;
        }

        auto& step = made->details.emplace_back();
        auto state = stateOf (part);
        step.node = state.get();
        made->nodes.insert_or_assign (part.id, state);
        made->places.insert_or_assign (part.id, made->details.size() - 1);

        std::vector<Signal<S>*> scratch;
        const auto arrival = latestInput (part);
        bindInputs (part, step, arrival, scratch);
        bindKnobs (part, step, scratch);
        bindSounds (part);
        bindNotes (part);
        bindOutputs (part);
        bindBypass (part, step);

        for (auto* buffer : scratch)
            freeBuffers.push_back (buffer);

        releaseInputs (part);
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

    const Signal<S>* outputOf (const Wire& wire)
    {
        auto& from = parts[wire.from];
        const auto output = static_cast<std::size_t> (wire.output);

        if (wire.isFeedback)
            return feedbackBuffer (wire);

        if (from.isOutside)
            return outside[&from][output];

        return from.outputs.empty() ? &silence<S>() : from.outputs[output];
    }

    const Signal<S>* feedbackBuffer (const Wire& wire)
    {
        std::shared_ptr<FeedbackState<S>> state;

        if (before != nullptr)
            if (const auto found = before->feedbackStates.find (wire.id); found != before->feedbackStates.end())
                state = found->second;

        if (state == nullptr)
            state = std::make_shared<FeedbackState<S>> (around.instanceCount);

        made->feedbackStates.insert_or_assign (wire.id, state);
        made->buffers.emplace_back();
        made->buffers.back().clear();
        made->feedbacks.push_back ({ state.get(), nullptr, &made->buffers.back() });
        feedbackWires.push_back (wire);
        return &made->buffers.back();
    }

    void bindFeedback()
    {
        for (std::size_t i = 0; i < feedbackWires.size(); ++i)
        {
            auto& from = parts[feedbackWires[i].from];
            const auto output = static_cast<std::size_t> (feedbackWires[i].output);
            made->feedbacks[i].from = from.isOutside ? outside[&from][output] : from.outputs.empty() ? &silence<S>()
                                                                                                     : from.outputs[output];
        }
    }

    int latestInput (const Part& part) const
    {
        int latest = 0;

        for (const auto& wire : part.wires)
            if (! wire.isFeedback)
                latest = std::max (latest, parts[wire.from].latency);

        return latest;
    }

    Fade* fadeOf (const Wire& wire)
    {
        if (before == nullptr)
            return nullptr;

        const auto isWanted = made->wanted.cables.contains (wire.id);
        const auto known = before->cableFades.find (wire.id);
        const auto wasPlayed = before->graph.cables.contains (wire.id);
        std::shared_ptr<Fade> fade;

        if (known != before->cableFades.end())
        {
            if (isWanted && known->second->target == 1.0f && known->second->isDone())
                return nullptr;

            const auto goesTheSameWay = (known->second->target > 0) == isWanted;
            fade = goesTheSameWay ? known->second : std::make_shared<Fade> (known->second->now(), isWanted ? 1.0f : 0.0f);
        }
        else if (isWanted && ! wasPlayed && before->nodes.contains (parts[indexOf (wire)].id))
            fade = std::make_shared<Fade> (0.0f, 1.0f);
        else if (! isWanted)
            fade = std::make_shared<Fade> (1.0f, 0.0f);
        else
            return nullptr;

        made->isFading = true;
        made->cableFades.insert_or_assign (wire.id, fade);
        return fade.get();
    }

    std::size_t indexOf (const Wire& wire) const { return readerOf.at (wire.id); }

    DelayState<S>* delayOf (const Wire& wire, int frames)
    {
        if (frames <= 0)
            return nullptr;

        std::shared_ptr<DelayState<S>> delay;

        if (before != nullptr)
            if (const auto found = before->cableDelays.find (wire.id); found != before->cableDelays.end() && found->second->frames == frames)
                delay = found->second;

        if (delay == nullptr)
            delay = std::make_shared<DelayState<S>> (frames, around.instanceCount);

        made->cableDelays.insert_or_assign (wire.id, delay);
        return delay.get();
    }

    MixSource<S> sourceOf (const Part& part, const Wire& wire, int arrival)
    {
        readerOf.insert_or_assign (wire.id, static_cast<std::size_t> (&part - parts.data()));
        const auto late = wire.isFeedback ? 0 : arrival - parts[wire.from].latency;
        return { outputOf (wire), static_cast<float> (wire.cable->amount), fadeOf (wire), delayOf (wire, late) };
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
                job.to = takeBuffer();
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
            job.to = takeBuffer();
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

    NoteStream* takeNotes()
    {
        made->noteBuffers.emplace_back();
        return &made->noteBuffers.back();
    }

    /** What comes through the cables into a port for notes, all of it together. */
    const NoteStream* notesInto (const Part& part, const Port& port)
    {
        NoteMix job { made->details.size() - 1, nullptr, {} };

        for (const auto& wire : part.wires)
            if (wire.carriesNotes && wire.input == &port && ! wire.isFeedback)
            {
                job.from.push_back (parts[wire.from].notes[static_cast<std::size_t> (wire.output)]);
                remember (wire.id.value);
            }

        if (job.from.size() <= 1)
            return job.from.empty() ? &noNotes() : job.from.front();

        job.to = takeNotes();
        made->noteMixes.push_back (job);
        return job.to;
    }

    /** A device that is switched off still runs, for its knobs are still turned; but nobody hears it, and the notes go past it. */
    void bindNotes (Part& part)
    {
        if (! part.isNoteDevice)
            return;

        const auto isOff = part.node->isBypassed;
        const auto* past = &noNotes();
        bool isFirst = true;
        auto& wiring = made->wiring;

        for (const auto* port : part.type->prototype().ports())
            if (port->kind == Port::Kind::notesIn)
            {
                const auto* notes = notesInto (part, *port);
                past = std::exchange (isFirst, false) ? notes : past;
                wiring.notesIn.push_back (isOff ? &noNotes() : notes);
            }

        for (const auto* port : part.type->prototype().ports())
            if (port->kind == Port::Kind::notesOut)
            {
                wiring.notesOut.push_back (takeNotes());
                part.notes.push_back (isOff ? past : wiring.notesOut.back());
            }

        made->noteDevices.push_back (made->details.back().node->instances[0].get());
        remember (part.id.value + (isOff ? 1 : 0));
    }

    /** Notes take the way that all this says. */
    void remember (std::uint64_t what) { made->noteWiring = mixBits (made->noteWiring, what); }

    void bindNotesExit()
    {
        for (const auto& part : parts)
            if (part.isNoteExit && made->notesExit == nullptr)
            {
                made->notesExit = notesInto (part, *part.type->prototype().ports()[0]);

                if (! made->noteMixes.empty() && made->noteMixes.back().to == made->notesExit)
                    made->noteMixes.back().step = made->earlySteps;

                remember (part.id.value);
            }

        if (made->notesExit == nullptr)
            made->noteWiring = 0;
    }

    void bindOutputs (Part& part)
    {
        part.readersLeft.resize (static_cast<std::size_t> (part.type->prototype().count (Port::Kind::output)));

        for (std::size_t i = 0; i < part.readersLeft.size(); ++i)
            part.outputs.push_back (takeBuffer());

        made->wiring.outputs.insert (made->wiring.outputs.end(), part.outputs.begin(), part.outputs.end());

        // An output that nobody reads may be written over by the next step.
        for (std::size_t i = 0; i < part.readersLeft.size(); ++i)
            if (part.readersLeft[i] == 0 && ! part.isOutput)
                freeBuffers.push_back (part.outputs[i]);
    }

    void bindBypass (const Part& part, StepDetails<S>& step)
    {
        if (part.type->prototype().count (Port::Kind::input) == 0 || part.outputs.empty() || part.isOutput)
            return;

        std::shared_ptr<Fade> known;

        if (before != nullptr)
            if (const auto found = before->bypassFades.find (part.id); found != before->bypassFades.end())
                known = found->second;

        const auto wanted = part.node->isBypassed ? 0.0f : 1.0f;
        const auto wasPlayed = before != nullptr && before->nodes.contains (part.id);

        if (known == nullptr || known->target != wanted)
            known = std::make_shared<Fade> (known != nullptr ? known->now() : wasPlayed ? 1.0f
                                                                                        : wanted,
                                            wanted);

        if (wanted == 1.0f && known->isDone())
            return;

        made->bypassFades.insert_or_assign (part.id, known);
        step.bypass = known.get();

        if (const auto frames = static_cast<int> (part.type->prototype().latency().value); frames > 0)
        {
            auto delay = before != nullptr && before->dryDelays.contains (part.id) ? before->dryDelays.at (part.id)
                                                                                   : std::make_shared<DelayState<S>> (frames, around.instanceCount);
            made->dryDelays.insert_or_assign (part.id, delay);
            step.dryDelay = delay.get();
        }
    }

    void releaseInputs (Part& part)
    {
        for (const auto& wire : part.wires)
        {
            auto& from = parts[wire.from];
            const auto output = static_cast<std::size_t> (wire.output);

            if (wire.carriesNotes)
                continue;

            // What reaches the output node is read after all steps.
            if (! wire.isFeedback && ! from.isOutside && ! part.isOutput && --from.readersLeft[output] == 0)
                freeBuffers.push_back (from.outputs[output]);
        }
    }

    std::shared_ptr<NodeState<S>> stateOf (const Part& part)
    {
        std::shared_ptr<NodeState<S>> state;

        if (before != nullptr)
            if (const auto found = before->nodes.find (part.id); found != before->nodes.end() && &found->second->type == part.type)
                state = found->second;

        if (state == nullptr)
            state = std::make_shared<NodeState<S>> (*part.type, around.sampleRate, around.instanceCount);

        return state;
    }

    void gatherFades()
    {
        for (auto& [id, fade] : made->cableFades)
            made->fades.push_back (fade.get());

        for (auto& [id, fade] : made->bypassFades)
            made->fades.push_back (fade.get());
    }

    /** Once nothing moves any more: the lines that every quantum touches, and where their blocks point to. */
    void layOut()
    {
        auto& wiring = made->wiring;
        Block<S> next { wiring.inputs.data(), wiring.outputs.data(), wiring.knobs.data(), wiring.notesIn.data(), wiring.notesOut.data(), wiring.sounds.data(), around.moment };
        made->steps.reserve (made->details.size());

        for (const auto& details : made->details)
        {
            const auto& module = details.node->type.prototype();
            auto& step = made->steps.emplace_back();
            step.block = next;
            step.inputCount = static_cast<std::uint16_t> (module.count (Port::Kind::input));
            step.outputCount = static_cast<std::uint16_t> (module.count (Port::Kind::output));
            step.isPlain = details.mixes.empty() && details.modulations.empty() && details.silentFrames == nullptr && details.bypass == nullptr;
            next.inputs += step.inputCount;
            next.outputs += step.outputCount;
            next.knobs += module.count (Port::Kind::knob);
            next.notesIn += module.count (Port::Kind::notesIn);
            next.notesOut += module.count (Port::Kind::notesOut);
            next.sounds += module.count (Port::Kind::sound);
        }

        for (std::size_t instance = 0; instance < static_cast<std::size_t> (around.instanceCount); ++instance)
            for (const auto& details : made->details)
                made->modules.push_back (details.node->instances[instance].get());
    }

    static const NoteStream& noNotes()
    {
        static const NoteStream none {};
        return none;
    }

    const Surroundings<S>& around;
    const GraphPlan<S>* before;
    GraphOrder<S> sorted;
    std::vector<Part>& parts = sorted.parts;
    std::shared_ptr<GraphPlan<S>> made;
    std::vector<Signal<S>*> freeBuffers;
    std::map<const Part*, std::vector<const Signal<S>*>> outside;
    std::map<CableId, std::size_t> readerOf;
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
