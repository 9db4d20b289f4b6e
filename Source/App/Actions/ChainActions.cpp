// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/PatchEdits.h"

namespace athanor
{

namespace
{
constexpr const char* noDevice = "Choose a device of the track first.";

/** The devices of the selected track, and which of them is chosen. */
struct ChainHere
{
    explicit ChainHere (const Session& session) : place { here (session).cursor.track, {} }
    {
        if (const auto* graph = graphAt (session.project(), place))
            chain = chainOf (*graph);

        for (const auto id : session.selection().nodes)
            if (std::find (chain.begin(), chain.end(), id) != chain.end())
                device = id;
    }

    std::size_t index() const { return static_cast<std::size_t> (std::find (chain.begin(), chain.end(), device) - chain.begin()); }

    GraphPlace place;
    std::vector<NodeId> chain;
    NodeId device;
};

void choose (Session& session, NodeId device)
{
    session.select ([&] (Selection& selection) {
        selection.nodes = device ? NodeSet { device } : NodeSet {};
        selection.cable = {};
    });
}

Result<Value> editDevice (Session& session, const std::string& name, const std::function<bool (Graph&, NodeId)>& change, const char* otherwise = noDevice)
{
    const ChainHere now (session);

    if (! now.device)
        return Failure { noDevice, "" };

    auto isDone = false;
    session.edit (name, [&] (Project& project) { isDone = change (editGraph (project, now.place), now.device); });
    return doneIf (isDone, otherwise);
}

Result<Value> addDevice (Session& session, const Arguments& arguments)
{
    const ChainHere now (session);
    const auto type = textIn (arguments, "type");
    const auto given = wholeIn (arguments, "place", -1, 1'000);

    if (! existsIn (now.place, type) || ! session.project().tracks.contains (now.place.track))
        return Failure { "There is no device \"" + type + "\".", "" };

    const auto isForNotes = isNoteDevice (type);

    if (isForNotes && session.project().tracks.find (now.place.track)->kind != TrackKind::note)
        return Failure { "Only tracks that play notes have room for a note device.", "" };

    if (const auto& module = findModuleType (type)->prototype(); ! isForNotes && (module.count (Port::Kind::input) == 0 || module.count (Port::Kind::output) == 0))
        return Failure { "Nothing goes through that module: put it into the patch of the track.", "" };

    // Behind the chosen device, if there is one and nothing else was said.
    const auto at = given >= 0 ? std::optional (static_cast<std::size_t> (given)) : now.device ? std::optional (now.index() + 1)
                                                                                               : std::nullopt;
    NodeId made;
    session.edit ("add device", [&] (Project& project) { made = addToChain (editGraph (project, now.place), type, at); });
    choose (session, made);
    return Value (toHex (made.value));
}

Result<Value> duplicate (Session& session)
{
    NodeId made;
    const auto done = editDevice (session, "duplicate device", [&] (Graph& graph, NodeId id) {
        const auto chain = chainOf (graph);
        const auto original = *graph.nodes.find (id);
        made = addToChain (graph, original.type, static_cast<std::size_t> (std::find (chain.begin(), chain.end(), id) - chain.begin()) + 1);
        auto& copy = graph.nodes.edit (made);
        copy.knobs = original.knobs;
        copy.sounds = original.sounds;
        copy.texts = original.texts;
        copy.isBypassed = original.isBypassed;
        return true;
    });

    if (done)
        choose (session, made);

    return done;
}

void chooseNeighbour (Session& session, int by)
{
    const ChainHere now (session);
    const auto at = now.device ? static_cast<std::ptrdiff_t> (now.index()) + by : 0;

    if (at >= 0 && at < std::ssize (now.chain))
        choose (session, now.chain[static_cast<std::size_t> (at)]);
}

void declareDevices (Session& session)
{
    const std::vector<Argument> what { text ("type", "The module, as \"effect.delay\"."), number ("place", "Place in the chain, from 0; left out: behind the chosen device, or at the end.", -1) };

    declare (session, { "chain.add", "Add device", "Puts an effect into the selected track.", "ctrl + shift + E", "", what }, [&session] (const Arguments& arguments) { return addDevice (session, arguments); });

    declare (session, { "chain.replace", "Replace device", "Makes the chosen device another one; knobs of the same name stay.", "ctrl + J", "chain", { text ("type", "The module, as \"effect.delay\".") } }, [&session] (const Arguments& arguments) {
        return editDevice (
            session, "replace device", [&] (Graph& graph, NodeId id) { return existsIn ({}, textIn (arguments, "type")) && replaceNode (graph, id, textIn (arguments, "type")); }, "It cannot become that.");
    });

    declare (session, { "chain.remove", "Remove device", "Takes the chosen device out of the track.", "delete | backspace", "chain" }, [&session] (const Arguments&) {
        const ChainHere now (session);
        const auto done = editDevice (session, "remove device", [] (Graph& graph, NodeId id) { return removeNodes (graph, { id }); });

        if (done && now.chain.size() > 1)
            choose (session, now.chain[now.index() + 1 < now.chain.size() ? now.index() + 1 : now.index() - 1]);

        return done;
    });

    declare (session, { "chain.duplicate", "Duplicate device", "Puts a copy of the chosen device behind it.", "ctrl + D", "chain" }, [&session] (const Arguments&) { return duplicate (session); });

    declare (session, { "chain.bypass", "Bypass device", "Lets the sound pass by the chosen device, or through it again.", "ctrl + B", "chain" }, [&session] (const Arguments&) {
        return editDevice (session, "bypass device", [] (Graph& graph, NodeId id) {
            bypassNodes (graph, { id });
            return true;
        });
    });

    declare (session, { "chain.reset", "Reset device", "Sets all knobs of the chosen device back to where they started.", "", "chain" }, [&session] (const Arguments&) {
        return editDevice (session, "reset device", [] (Graph& graph, NodeId id) {
            graph.nodes.edit (id).knobs.clear();
            return true;
        });
    });
}

void declareOrder (Session& session)
{
    const auto move = [&session] (int places) {
        return editDevice (
            session, "move device", [places] (Graph& graph, NodeId id) { return moveInChain (graph, id, places); }, "It cannot go further.");
    };

    declare (session, { "chain.moveLeft", "Device left", "Moves the chosen device one place to the left.", "alt + cursor left | ctrl + cursor left", "chain" }, [move] (const Arguments&) { return move (-1); });
    declare (session, { "chain.moveRight", "Device right", "Moves the chosen device one place to the right.", "alt + cursor right | ctrl + cursor right", "chain" }, [move] (const Arguments&) { return move (1); });

    declare (session, { "chain.move", "Move device", "Moves the chosen device along the chain.", "", "chain", { number ("places", "Places to the right; below zero to the left.") } }, [move] (const Arguments& arguments) { return move (wholeIn (arguments, "places", -1'000, 1'000)); });

    declare (session, { "chain.previous", "Previous device", "Chooses the device before.", "cursor left", "chain" }, [&session] { chooseNeighbour (session, -1); });
    declare (session, { "chain.next", "Next device", "Chooses the device after.", "cursor right", "chain" }, [&session] { chooseNeighbour (session, 1); });
}
} // namespace

void declareChainActions (Session& session)
{
    declareDevices (session);
    declareOrder (session);
}

} // namespace athanor
