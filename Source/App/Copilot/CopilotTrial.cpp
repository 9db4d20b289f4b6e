// SPDX-License-Identifier: GPL-3.0-or-later
// Trying what the copilot made: played, compared, taken in parts, kept or given back, all of it one step for undo.
#include "App/Copilot/CopilotTrial.h"

#include "App/Edits/SynthEdits.h"
#include "App/Edits/TrackEdits.h"
#include "App/Session.h"
#include "Formats/Json.h"

namespace athanor
{

namespace
{
const Failure nothingTried { "Nothing is being tried.", {} };
const Failure nothingBefore { "There was no sound before it that it could be compared with.", {} };

std::set<std::size_t> allParts (const CopilotCard& card)
{
    std::set<std::size_t> all;

    for (std::size_t i = 0; i < card.made().origin.deltas.size(); ++i)
        all.insert (i);

    return all;
}
} // namespace

int CopilotDesk::tried() const
{
    if (trial == nullptr || trial->isAway)
        return 0;

    const auto now = session.patchOf (trial->instrument);
    return now != nullptr && *now == *trial->played ? trial->card : 0;
}

CopilotDesk::Place CopilotDesk::placeNow() const { return { session.selection().instrument, session.selection().cursor.track }; }

Result<Done> CopilotDesk::play (const PatchSpec& patch, int card, Place place)
{
    // What is tried on another instrument stays there.
    const auto isSameTrial = trial != nullptr && trial->instrument == place.instrument && tried() != 0;
    const auto isSameStep = isSameTrial && session.nameOfUndo() == trial->step;
    auto id = place.instrument;
    auto next = std::make_unique<Trial>();
    next->card = card;
    next->step = "copilot: " + patch.name;
    next->before = isSameTrial ? trial->before : session.patchOf (id);

    if (const auto* there = session.project().instruments.find (id); isSameTrial)
        next->module = trial->module;
    else if (next->before == nullptr && there != nullptr)
        next->module = *there;

    if (isSameStep)
        session.undo();

    if (session.project().instruments.contains (id))
    {
        session.edit (next->step, [&] (Project& project) { setPatch (project, id, patch); });
    }
    else
    {
        const auto* its = session.project().tracks.find (place.track);

        if (its == nullptr || its->kind != TrackKind::note)
            return Failure { "Choose an instrument, or a track of notes, that shall play it.", {} };

        id = newId<InstrumentId>();
        session.edit (next->step, [&] (Project& project) {
            project.instruments.put (id, synthInstrument (patch, freeInstrumentNumber (project)));
            project.tracks.edit (place.track).instrument = id;
        });
        session.select ([id] (Selection& selection) { selection.instrument = id; });
    }

    next->instrument = id;
    next->played = session.patchOf (id);
    trial = std::move (next);
    onChange.call();
    return Done();
}

Result<Done> CopilotDesk::tryOut (int id)
{
    const auto* card = find (id);

    if (card == nullptr)
        return noSuchCard;

    choices.erase (id);
    return play (card->made().patch, id, placeNow());
}

std::set<std::size_t> CopilotDesk::partsOf (int id) const
{
    const auto choice = choices.find (id);
    const auto* card = find (id);
    return choice != choices.end() ? choice->second.parts : card != nullptr ? allParts (*card)
                                                                            : std::set<std::size_t>();
}

Result<Done> CopilotDesk::tryParts (int id, const std::set<std::size_t>& parts)
{
    const auto* card = find (id);

    if (card == nullptr)
        return noSuchCard;

    const auto patch = remakePatch (card->made(), card->result->beginning, parts, *card->result->shelf);

    if (! patch)
        return patch.failure();

    Choice choice { parts, card->made() };
    choice.made.patch = *patch;
    choice.made.origin.deltas.clear();

    for (const auto part : parts)
        if (part < card->made().origin.deltas.size())
            choice.made.origin.deltas.push_back (card->made().origin.deltas[part]);

    choice.made.patch.origin = formatJson (toValue (choice.made.origin), JsonLayout::oneLine);
    choices.insert_or_assign (id, std::move (choice));
    return play (choices.at (id).made.patch, id, placeNow());
}

Result<Done> CopilotDesk::compare()
{
    if (trial == nullptr)
        return nothingTried;

    if (trial->before == nullptr)
        return compareWithModule();

    const auto now = session.patchOf (trial->instrument);

    if (now == nullptr)
        return nothingTried;

    // Both keep what was turned while they were heard.
    const auto other = trial->isAway ? trial->left : trial->before;
    (trial->isAway ? trial->before : trial->left) = now;
    session.edit (trial->isAway ? "copilot: " + other->name : "copilot: as before", [&] (Project& project) { setPatch (project, trial->instrument, *other); });
    trial->isAway = ! trial->isAway;
    onChange.call();
    return Done();
}

/** The same where the instrument was no synth before: all of it comes and goes. */
Result<Done> CopilotDesk::compareWithModule()
{
    const auto id = trial->instrument;
    const auto* there = session.project().instruments.find (id);

    if (! trial->module || there == nullptr)
        return nothingBefore;

    const auto now = *there, other = trial->isAway ? *trial->leftSynth : *trial->module;
    (trial->isAway ? trial->module : trial->leftSynth) = now;
    session.edit (trial->isAway ? "copilot: " + other.name : "copilot: as before", [&] (Project& project) { project.instruments.put (id, other); });
    trial->isAway = ! trial->isAway;
    onChange.call();
    return Done();
}

bool CopilotDesk::canCompare() const { return isTrying() && (trial->before != nullptr || trial->module); }

bool CopilotDesk::isComparing() const { return trial != nullptr && trial->isAway; }

bool CopilotDesk::isTrying() const
{
    const auto now = trial != nullptr ? session.patchOf (trial->instrument) : nullptr;
    return trial != nullptr && (trial->isAway || (now != nullptr && now->origin == trial->played->origin));
}

Result<Done> CopilotDesk::accept()
{
    if (trial == nullptr)
        return nothingTried;

    if (trial->isAway)
        if (auto back = compare(); ! back)
            return back;

    trial.reset();
    onChange.call();
    return Done();
}

Result<Done> CopilotDesk::putBack()
{
    if (trial == nullptr)
        return nothingTried;

    if (! trial->isAway)
    {
        if (tried() != 0 && session.nameOfUndo() == trial->step)
            session.undo();
        else if (trial->before != nullptr)
            session.edit ("copilot: as before", [&] (Project& project) { setPatch (project, trial->instrument, *trial->before); });
        else if (trial->module)
            session.edit ("copilot: as before", [&] (Project& project) { project.instruments.put (trial->instrument, *trial->module); });
    }

    trial.reset();
    onChange.call();
    return Done();
}

const MadePatch& CopilotDesk::heldOf (const CopilotCard& card) const
{
    const auto choice = choices.find (card.id);
    return choice != choices.end() ? choice->second.made : card.made();
}

MadePatch CopilotDesk::keptOf (int id) const
{
    const auto* card = find (id);
    return card != nullptr ? heldOf (*card) : MadePatch();
}

} // namespace athanor
