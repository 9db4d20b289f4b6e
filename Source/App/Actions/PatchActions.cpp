// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/PatchEdits.h"

namespace athanor
{

namespace
{
constexpr double nudge = 12, aside = 30; // points of the canvas

/** What the actions work on: the patch on screen, and what is chosen in it. */
struct PatchHere
{
    explicit PatchHere (const Session& session) : place (shownPatch (session.project(), session.selection())), nodes (session.selection().nodes), cable (session.selection().cable)
    {
        const auto* graph = graphAt (session.project(), place);
        std::erase_if (nodes, [&] (NodeId id) { return graph == nullptr || ! graph->nodes.contains (id); });
        hasCable = graph != nullptr && graph->cables.contains (cable);
        exists = graph != nullptr;
    }

    GraphPlace place;
    NodeSet nodes;
    CableId cable;
    bool hasCable = false, exists = false;
};

void choose (Session& session, const NodeSet& nodes)
{
    session.select ([&] (Selection& selection) {
        selection.nodes = nodes;
        selection.cable = {};
    });
}

/** An undoable edit of the patch on screen. */
bool editPatch (Session& session, const std::string& name, const std::function<void (Graph&)>& change)
{
    const PatchHere here (session);
    return here.exists && session.edit (name, [&] (Project& project) { change (editGraph (project, here.place)); });
}

std::string several (const std::string& verb, const NodeSet& nodes) { return verb + (nodes.size() == 1 ? " module" : " modules"); }

Result<Value> remove (Session& session)
{
    const PatchHere here (session);

    if (here.hasCable)
        return doneIf (editPatch (session, "disconnect", [&] (Graph& graph) { graph.cables.erase (here.cable); }), "The cable is gone already.");

    if (here.nodes.empty())
        return Failure { "Choose a module or a cable first.", "" };

    const auto isDone = editPatch (session, several ("remove", here.nodes), [&] (Graph& graph) { removeNodes (graph, here.nodes); });
    choose (session, {});
    return doneIf (isDone, "A patch keeps its beginning and its end.");
}

Result<Value> put (Session& session, const std::string& name, const Graph& piece, double by)
{
    const PatchHere here (session);
    NodeSet made;
    editPatch (session, name, [&] (Graph& graph) { made = pasteInto (graph, here.place, piece, by, by); });
    choose (session, made);
    return doneIf (! made.empty(), "None of these modules can be here.");
}

Result<Value> addModule (Session& session, const Arguments& arguments)
{
    const PatchHere here (session);
    const auto type = textIn (arguments, "type");
    const auto x = numberIn (arguments, "x"), y = numberIn (arguments, "y");

    if (! here.exists || ! existsIn (here.place, type))
        return Failure { "There is no module \"" + type + "\" for this kind of patch.", "" };

    NodeId made;
    editPatch (session, "add module", [&] (Graph& graph) { made = here.hasCable ? insertInto (graph, here.cable, type, x, y) : addNode (graph, type, x, y); });
    choose (session, { made });
    return Value (toHex (made.value));
}

Result<Value> replaceModules (Session& session, const Arguments& arguments)
{
    const PatchHere here (session);
    const auto type = textIn (arguments, "type");

    if (! existsIn (here.place, type))
        return Failure { "There is no module \"" + type + "\" for this kind of patch.", "" };

    return doneIf (editPatch (session, several ("replace", here.nodes), [&] (Graph& graph) {
                       for (const auto id : here.nodes)
                           replaceNode (graph, id, type);
                   }),
                   "Choose the module that should become another one.");
}

/** An action on the chosen modules; refused when none is chosen. */
void declareForChosen (Session& session, About about, const std::string& verb, void (*change) (Graph&, const NodeSet&))
{
    declare (session, std::move (about), [&session, verb, change] (const Arguments&) {
        const PatchHere here (session);

        if (here.nodes.empty())
            return Result<Value> (Failure { "Choose a module first.", "" });

        editPatch (session, several (verb, here.nodes), [&] (Graph& graph) { change (graph, here.nodes); });
        return done();
    });
}

void declareChoosing (Session& session)
{
    declare (session, { "patch.selectAll", "Choose all modules", "Chooses every module of the patch.", "ctrl + A", "patch" }, [&session] {
        NodeSet all;

        if (const auto* graph = graphAt (session.project(), PatchHere (session).place))
            for (const auto& [id, node] : graph->nodes)
                all.insert (id);

        choose (session, all);
    });

    declare (session, { "patch.selectNone", "Choose no module", "Lets go of the chosen modules.", "escape", "patch" }, [&session] { choose (session, {}); });
}

void declareClipboard (Session& session)
{
    const auto clipboard = std::make_shared<Graph>();
    const auto copy = [&session, clipboard] {
        const PatchHere here (session);

        if (const auto* graph = graphAt (session.project(), here.place); graph != nullptr && ! here.nodes.empty())
            *clipboard = pieceOf (*graph, here.nodes);
    };

    declare (session, { "patch.copy", "Copy modules", "Keeps the chosen modules and the cables between them, to be pasted.", "ctrl + C", "patch" }, copy);

    declare (session, { "patch.cut", "Cut modules", "Takes the chosen modules out of the patch, to be pasted.", "ctrl + X", "patch" }, [&session, copy] (const Arguments&) {
        copy();
        return remove (session);
    });

    declare (
        session, { "patch.paste", "Paste modules", "Puts copied modules and the cables between them into this patch.", "ctrl + V", "patch" },
        [&session, clipboard] (const Arguments&) { return put (session, several ("paste", PatchHere (session).nodes), *clipboard, aside); },
        onlyIf ([clipboard] { return ! clipboard->nodes.empty(); }, "No modules were copied yet."));

    declare (session, { "patch.duplicate", "Duplicate modules", "Puts a copy of the chosen modules, and of the cables between them, beside them.", "ctrl + D", "patch" }, [&session] (const Arguments&) {
        const PatchHere here (session);
        const auto* graph = graphAt (session.project(), here.place);
        return graph != nullptr ? put (session, several ("duplicate", here.nodes), pieceOf (*graph, here.nodes), aside) : done();
    });
}

void declareModules (Session& session)
{
    const std::vector<Argument> where { text ("type", "The module, as \"filter.svf\"."), number ("x", "Points from the left.", 60), number ("y", "Points from the top.", 60) };

    declare (session, { "patch.add", "Add module", "Puts a module into the patch, or into the chosen cable.", "ctrl + return", "patch", where }, [&session] (const Arguments& arguments) { return addModule (session, arguments); });

    declare (session, { "patch.replace", "Replace module", "Makes the chosen modules others; cables and knobs of the same name stay.", "ctrl + J", "patch", { text ("type", "The module, as \"filter.svf\".") } }, [&session] (const Arguments& arguments) {
        return replaceModules (session, arguments);
    });

    declare (session, { "patch.remove", "Remove modules", "Takes the chosen modules, or the chosen cable, out of the patch.", "delete | backspace", "patch" }, [&session] (const Arguments&) { return remove (session); });

    declareForChosen (session, { "patch.bypass", "Bypass modules", "Lets the sound pass by the chosen modules, or through them again.", "ctrl + B", "patch" }, "bypass", bypassNodes);

    declareForChosen (session, { "patch.reset", "Reset modules", "Sets all knobs of the chosen modules back to where they started.", "", "patch" }, "reset", [] (Graph& graph, const NodeSet& nodes) {
        for (const auto id : nodes)
            graph.nodes.edit (id).knobs.clear();
    });

    declare (session, { "patch.setAmount", "Set cable amount", "Sets how much of the signal the chosen cable carries.", "", "patch", { number ("percent", "Percent, -100 to 100.") } }, [&session] (const Arguments& arguments) {
        const PatchHere here (session);
        const auto amount = std::clamp (numberIn (arguments, "percent"), -100.0, 100.0) / 100;
        return doneIf (here.hasCable && editPatch (session, "set cable amount", [&] (Graph& graph) { graph.cables.edit (here.cable).amount = amount; }), "Choose a cable first.");
    });
}

void declarePlacing (Session& session)
{
    declare (session, { "patch.tidy", "Tidy up", "Lays the chosen modules, or the whole patch, out in the order of its cables.", "ctrl + shift + L", "patch" }, [&session] {
        const auto nodes = PatchHere (session).nodes;
        editPatch (session, "tidy up patch", [&] (Graph& graph) { tidy (graph, nodes.size() > 1 ? nodes : NodeSet {}); });
    });

    declareForChosen (session, { "patch.alignLeft", "Line up left", "Puts the left edges of the chosen modules on one line.", "", "patch" }, "line up", [] (Graph& graph, const NodeSet& nodes) { alignNodes (graph, nodes, Edge::left); });
    declareForChosen (session, { "patch.alignTop", "Line up at the top", "Puts the upper edges of the chosen modules on one line.", "", "patch" }, "line up", [] (Graph& graph, const NodeSet& nodes) { alignNodes (graph, nodes, Edge::top); });

    declareForChosen (session, { "patch.left", "Modules left", "Moves the chosen modules to the left.", "cursor left", "patch" }, "move", [] (Graph& graph, const NodeSet& nodes) { moveNodes (graph, nodes, -nudge, 0); });
    declareForChosen (session, { "patch.right", "Modules right", "Moves the chosen modules to the right.", "cursor right", "patch" }, "move", [] (Graph& graph, const NodeSet& nodes) { moveNodes (graph, nodes, nudge, 0); });
    declareForChosen (session, { "patch.up", "Modules up", "Moves the chosen modules up.", "cursor up", "patch" }, "move", [] (Graph& graph, const NodeSet& nodes) { moveNodes (graph, nodes, 0, -nudge); });
    declareForChosen (session, { "patch.down", "Modules down", "Moves the chosen modules down.", "cursor down", "patch" }, "move", [] (Graph& graph, const NodeSet& nodes) { moveNodes (graph, nodes, 0, nudge); });
}
} // namespace

void declarePatchActions (Session& session)
{
    declareChoosing (session);
    declareClipboard (session);
    declareModules (session);
    declarePlacing (session);
}

} // namespace athanor
