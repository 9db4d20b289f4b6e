// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that sees to it that every note that starts also ends: on its way through note devices, when
// the song begins again, when it is edited, and when everything is let go.
#include "Engine/Engine.h"

namespace athanor
{

void Engine::give (VoiceBank& bank, const BankEvent& event) noexcept
{
    bank.route != nullptr ? bank.route->take (bank, event) : bank.state->push (event);
}

/** The note devices of a track, and what they play. */
void Engine::playNotes (TrackPlan& track) noexcept
{
    track.graph->processNotes();
    track.notes->leave (*track.graph->notesExit, track.graph->hasLostStop(), track.banks);

    if (track.notes->takeReset())
        track.graph->resetNotes();
}

void Engine::releaseAll (BankEvent::Kind kind, int frame) noexcept
{
    BankEvent event;
    event.kind = kind;
    event.frame = static_cast<std::uint8_t> (frame);

    for (const auto& track : plan->tracks)
    {
        // What is played until that frame must not come after the release.
        if (track->notes != nullptr && frame > 0)
        {
            track->notes->releaseAt (kind, frame);
            continue;
        }

        if (track->notes != nullptr)
        {
            track->notes->clear();
            track->graph->resetNotes();
        }

        for (const auto& bank : track->banks)
            bank->state->push (event);
    }
}

/** Where notes take another way than in the plan before, nobody would end what sounds: it is let go. */
void Engine::rewire (TrackPlan& track) noexcept
{
    const auto wiring = track.notes != nullptr ? track.graph->noteWiring : 0;

    if (std::exchange (track.hands->noteWiring, wiring) == wiring)
        return;

    BankEvent event;
    event.kind = BankEvent::Kind::releaseAll;

    for (const auto& bank : track.banks)
        bank->state->push (event);

    if (track.notes != nullptr)
    {
        track.notes->clear();
        track.graph->resetNotes();
    }
}

/** Another reading of the song numbers its notes anew. What sounds goes by the new numbers; what it no longer knows is let go. */
void Engine::renumberNotes() noexcept
{
    const auto noteIn = [this] (TrackId track, InstrumentId instrument, int column, bool isKeyDown) -> std::optional<std::uint32_t> {
        const auto* state = plan->score->stateOf (track, column, nextEvent);
        const auto isKnown = state != nullptr && state->instrument == instrument && (state->isOpen || ! isKeyDown);
        return isKnown ? std::optional (state->note) : std::nullopt;
    };

    for (const auto& track : plan->tracks)
    {
        if (track->notes != nullptr)
        {
            track->notes->renumber ([&] (InstrumentId instrument, int column) { return noteIn (track->id, instrument, column, true); });
            continue;
        }

        for (const auto& bank : track->banks)
            bank->renumber ([&] (int column, bool isKeyDown) { return noteIn (track->id, bank->instrumentId, column, isKeyDown); });
    }
}

/** The song begins again. It knows nothing of what still sounds from its last pass, so the next note of each column ends it. */
void Engine::outdateNotes() noexcept
{
    BankEvent event;
    event.kind = BankEvent::Kind::outdateAll;

    for (const auto& track : plan->tracks)
    {
        track->hands->hasOutdated = true;

        if (track->notes != nullptr)
            track->notes->outdate();
        else
            for (const auto& bank : track->banks)
                bank->state->push (event);
    }
}

void Engine::displaceOutdated (TrackId id, const BankEvent& start) noexcept
{
    auto event = start;
    event.kind = BankEvent::Kind::displace;

    if (const auto* track = trackOf (id); track != nullptr && track->notes == nullptr)
        for (const auto& bank : track->banks)
            bank->state->push (event);
}

} // namespace athanor
