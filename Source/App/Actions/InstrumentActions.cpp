// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/TrackEdits.h"
#include "App/StartProject.h"

namespace athanor
{

namespace
{
void choose (Session& session, InstrumentId instrument)
{
    if (instrument)
        session.select ([&] (Selection& selection) { selection.instrument = instrument; });
}

void chooseNeighbour (Session& session, int by)
{
    const auto all = instrumentsInOrder (session.project());
    const auto at = std::find (all.begin(), all.end(), here (session).instrument) - all.begin() + by;

    if (at >= 0 && at < std::ssize (all))
        choose (session, all[static_cast<std::size_t> (at)]);
}

Result<Value> remove (Session& session)
{
    const auto all = instrumentsInOrder (session.project());
    const auto instrument = here (session).instrument;
    const auto at = std::find (all.begin(), all.end(), instrument) - all.begin();

    if (at == std::ssize (all))
        return Failure { "There is no instrument to remove.", "" };

    session.edit ("remove instrument", [&] (Project& project) { removeInstrument (project, instrument); });

    if (all.size() > 1)
        choose (session, all[static_cast<std::size_t> (at + 1 < std::ssize (all) ? at + 1 : at - 1)]);

    return done();
}
} // namespace

void declareInstrumentActions (Session& session)
{
    declare (session, { "instrument.add", "New instrument", "Adds a simple synthesiser with the next free number." }, [&session] {
        const auto made = newId<InstrumentId>();
        session.edit ("add instrument", [&] (Project& project) { project.instruments.put (made, simpleSynth ("Instrument", freeInstrumentNumber (project))); });
        choose (session, made);
    });

    declare (session, { "instrument.duplicate", "Duplicate instrument", "Adds a copy of the chosen instrument." }, [&session] {
        InstrumentId made;
        session.edit ("duplicate instrument", [&] (Project& project) { made = duplicateInstrument (project, here (session).instrument); });
        choose (session, made);
    });

    declare (session, { "instrument.remove", "Remove instrument", "Takes the chosen instrument away; notes that name it name none any more." }, [&session] (const Arguments&) { return remove (session); });

    declare (session, { "instrument.rename", "Rename instrument", "Gives the chosen instrument another name.", "", "", { text ("name", "The new name.") } }, [&session] (const Arguments& arguments) {
        const auto instrument = here (session).instrument;

        if (! session.project().instruments.contains (instrument))
            return Result<Value> (Failure { "There is no instrument to name.", "" });

        session.edit ("rename instrument", [&] (Project& project) { project.instruments.edit (instrument).name = textIn (arguments, "name"); });
        return done();
    });

    const auto move = [&session] (int places) {
        auto isDone = false;
        session.edit ("move instrument", [&] (Project& project) { isDone = moveInstrument (project, here (session).instrument, places); });
        return doneIf (isDone, "It cannot go further.");
    };

    declare (session, { "instrument.moveUp", "Instrument up", "Moves the chosen instrument one place up: it takes the number of the one above it." }, [move] (const Arguments&) { return move (-1); });
    declare (session, { "instrument.moveDown", "Instrument down", "Moves the chosen instrument one place down: it takes the number of the one below it." }, [move] (const Arguments&) { return move (1); });

    declare (session, { "instrument.next", "Next instrument", "Chooses the next instrument.", "alt + cursor down" }, [&session] { chooseNeighbour (session, 1); });
    declare (session, { "instrument.previous", "Previous instrument", "Chooses the previous instrument.", "alt + cursor up" }, [&session] { chooseNeighbour (session, -1); });
}

} // namespace athanor
