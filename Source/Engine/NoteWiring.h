// SPDX-License-Identifier: GPL-3.0-or-later
// The way of the notes through a graph: from "notes.in" through its note devices to "notes.out".
#pragma once

#include "Engine/GraphOrder.h"

#include <utility>
#include <vector>

namespace athanor
{

/** Binds the note ports of a plan, part by part in the order of play, and numbers the way that notes take. */
template <typename S>
class NoteWiring
{
public:
    NoteWiring (const std::vector<GraphPart<S>>& p, GraphPlan<S>& m) : parts (p), made (m) {}

    /** For a node that only gives. @param notes  What comes from outside; null: nothing. */
    void bindEntrance (GraphPart<S>& part, const NoteStream* notes) { part.notes.push_back (notes != nullptr ? notes : &noNotes()); }

    /** For the part that the plan's last step plays. A device that is switched off still runs, for its knobs are still turned; but nobody
        hears it, and the notes go past it. */
    void bindDevice (GraphPart<S>& part)
    {
        if (! part.isNoteDevice)
            return;

        const auto isOff = part.node->isBypassed;
        const auto* past = &noNotes();
        bool isFirst = true;
        auto& wiring = made.wiring;

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
                wiring.notesOut.push_back (takeStream());
                part.notes.push_back (isOff ? past : wiring.notesOut.back());
            }

        made.noteDevices.push_back (made.details.back().node->instances[0].get());
        remember (part.id.value + (isOff ? 1 : 0));
    }

    /** Once all devices are bound. */
    void bindExit()
    {
        for (const auto& part : parts)
            if (part.isNoteExit && made.notesExit == nullptr)
            {
                made.notesExit = notesInto (part, *part.type->prototype().ports()[0]);

                if (! made.noteMixes.empty() && made.noteMixes.back().to == made.notesExit)
                    made.noteMixes.back().step = made.earlySteps;

                remember (part.id.value);
            }

        if (made.notesExit == nullptr)
            made.noteWiring = 0;
    }

private:
    /** What comes through the cables into a port for notes, all of it together. */
    const NoteStream* notesInto (const GraphPart<S>& part, const Port& port)
    {
        NoteMix job { made.details.size() - 1, nullptr, {} };

        for (const auto& wire : part.wires)
            if (wire.carriesNotes && wire.input == &port && ! wire.isFeedback)
            {
                job.from.push_back (parts[wire.from].notes[static_cast<std::size_t> (wire.output)]);
                remember (wire.id.value);
            }

        if (job.from.size() <= 1)
            return job.from.empty() ? &noNotes() : job.from.front();

        job.to = takeStream();
        made.noteMixes.push_back (job);
        return job.to;
    }

    NoteStream* takeStream()
    {
        made.noteBuffers.emplace_back();
        return &made.noteBuffers.back();
    }

    /** Notes take the way that all this says. */
    void remember (std::uint64_t what) { made.noteWiring = mixBits (made.noteWiring, what); }

    static const NoteStream& noNotes()
    {
        static const NoteStream none {};
        return none;
    }

    const std::vector<GraphPart<S>>& parts;
    GraphPlan<S>& made;
};

} // namespace athanor
