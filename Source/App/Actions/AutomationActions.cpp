// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/AutomationEdits.h"
#include "App/Parameters.h"

namespace athanor
{

namespace
{
constexpr const char* nothingShown = "Choose a parameter first: right-click a knob and take Automate.";

struct LaneHere
{
    explicit LaneHere (const Session& session) : place (shownLane (here (session)))
    {
        const auto* lane = laneAt (session.project(), place);

        for (const auto at : session.selection().points)
            if (lane != nullptr && lane->points.contains (at))
                points.insert (at);
    }

    bool isShown() const { return ! place.address.empty(); }

    LanePlace place;
    std::set<Ticks> points; ///< Chosen, and still there.
};

void choose (Session& session, std::set<Ticks> points)
{
    session.select ([&] (Selection& selection) { selection.points = std::move (points); });
}

Result<Value> showLane (Session& session, const std::string& address)
{
    const auto parsed = parseParameterAddress (address);

    if (! parsed)
        return Failure { "There is no parameter \"" + address + "\".", "" };

    session.select ([&] (Selection& selection) {
        selection.automation = format (*parsed);
        selection.points.clear();

        // What belongs to a track is drawn into the clips of that track.
        if (parsed->owner == ParameterAddress::Owner::track && session.project().tracks.contains ({ parsed->ownerId }))
            selection.cursor = { .track = { parsed->ownerId }, .line = selection.cursor.line };
    });
    return done();
}

Result<Value> shiftPoints (Session& session, int steps, double up)
{
    const LaneHere lane (session);

    if (lane.points.empty())
        return Failure { "Choose a point of the automation first.", "" };

    std::set<Ticks> moved;
    session.edit ("move automation", [&] (Project& project) { moved = movePoints (project, lane.place, lane.points, stepOfLane (project, lane.place) * steps, up); });
    choose (session, moved);
    return done();
}

void declareShowing (Session& session)
{
    declare (session, { "automation.show", "Automate", "Shows the automation of a parameter below the devices of its track.", "ctrl + shift + A", "", { text ("address", "The address of the parameter.") } }, [&session] (const Arguments& arguments) {
        return showLane (session, textIn (arguments, "address"));
    });

    declare (session, { "automation.hide", "Hide automation", "Folds the automation away; it goes on playing.", "" }, [&session] {
        session.select ([] (Selection& selection) {
            selection.automation.clear();
            selection.points.clear();
        });
    });

    declare (session, { "automation.selectAll", "Choose all points", "Chooses every point of the automation.", "ctrl + A", "automation" }, [&session] {
        std::set<Ticks> all;

        if (const auto* lane = laneAt (session.project(), LaneHere (session).place))
            for (const auto& [at, point] : lane->points)
                all.insert (at);

        choose (session, all);
    });

    declare (session, { "automation.selectNone", "Choose no point", "Lets go of the chosen points.", "escape", "automation" }, [&session] { choose (session, {}); });
}

void declareWriting (Session& session)
{
    const std::vector<Argument> where { number ("beat", "Beats from the start of the clip."), number ("value", "0 to 1 of the knob's way.") };

    declare (session, { "automation.setPoint", "Set automation point", "Writes a point into the automation that is shown.", "", "automation", where }, [&session] (const Arguments& arguments) {
        const LaneHere lane (session);
        const auto at = Ticks (static_cast<std::int64_t> (std::clamp (numberIn (arguments, "beat"), 0.0, 1024.0) * static_cast<double> (ticksPerBeat)));

        if (lane.isShown())
            session.edit ("draw automation", [&] (Project& project) { setPoint (project, lane.place, at, numberIn (arguments, "value")); });

        return doneIf (lane.isShown(), nothingShown);
    });

    declare (session, { "automation.remove", "Remove points", "Takes the chosen points out of the automation.", "delete | backspace", "automation" }, [&session] (const Arguments&) {
        const LaneHere lane (session);

        if (lane.points.empty())
            return Result<Value> (Failure { "Choose a point of the automation first.", "" });

        session.edit ("remove automation points", [&] (Project& project) { removePoints (project, lane.place, lane.points); });
        return done();
    });

    declare (session, { "automation.clear", "Clear automation", "Takes the whole automation of this parameter out of this clip.", "ctrl + delete", "automation" }, [&session] (const Arguments&) {
        const LaneHere lane (session);
        return doneIf (session.edit ("clear automation", [&] (Project& project) { removeLane (project, lane.place); }), "Nothing is automated here.");
    });

    declare (session, { "automation.hold", "Hold or glide", "Makes the chosen points hold their value until the next one, or glide to it again.", "ctrl + H", "automation" }, [&session] (const Arguments&) {
        const LaneHere lane (session);
        const auto* shown = laneAt (session.project(), lane.place);

        if (lane.points.empty())
            return Result<Value> (Failure { "Choose a point of the automation first.", "" });

        const auto holds = ! shown->points.find (*lane.points.begin())->isStep;
        session.edit (holds ? "hold automation" : "glide automation", [&] (Project& project) { setHolds (project, lane.place, lane.points, holds); });
        return done();
    });
}

void declareMoving (Session& session)
{
    struct Step
    {
        const char *id, *name, *doc, *keys;
        int steps;
        double up;
    };

    for (const auto& one : { Step { "automation.left", "Points earlier", "Moves the chosen points a line earlier.", "cursor left", -1, 0 },
                             Step { "automation.right", "Points later", "Moves the chosen points a line later.", "cursor right", 1, 0 },
                             Step { "automation.up", "Points up", "Moves the chosen points up.", "cursor up", 0, 0.02 },
                             Step { "automation.down", "Points down", "Moves the chosen points down.", "cursor down", 0, -0.02 },
                             Step { "automation.upFine", "Points up a little", "Moves the chosen points up by a tenth of a step.", "shift + cursor up", 0, 0.002 },
                             Step { "automation.downFine", "Points down a little", "Moves the chosen points down by a tenth of a step.", "shift + cursor down", 0, -0.002 } })
        declare (session, { one.id, one.name, one.doc, one.keys, "automation" }, [&session, steps = one.steps, up = one.up] (const Arguments&) { return shiftPoints (session, steps, up); });
}

void declareClipboard (Session& session)
{
    const auto clipboard = std::make_shared<LanePiece>();
    const auto copy = [&session, clipboard] {
        const LaneHere lane (session);
        *clipboard = copyPoints (session.project(), lane.place, lane.points);
    };

    declare (session, { "automation.copy", "Copy points", "Keeps the chosen points, to be pasted, also into another parameter.", "ctrl + C", "automation" }, copy);

    declare (session, { "automation.cut", "Cut points", "Takes the chosen points out, to be pasted.", "ctrl + X", "automation" }, [&session, copy] {
        copy();
        const LaneHere lane (session);
        session.edit ("cut automation", [&] (Project& project) { removePoints (project, lane.place, lane.points); });
    });

    declare (
        session, { "automation.paste", "Paste points", "Puts copied points down at the line of the cursor.", "ctrl + V", "automation" },
        [&session, clipboard] (const Arguments&) {
            const LaneHere lane (session);
            const auto at = stepOfLane (session.project(), lane.place) * here (session).cursor.line;
            std::set<Ticks> pasted;

            if (lane.isShown())
                session.edit ("paste automation", [&] (Project& project) { pasted = pastePoints (project, lane.place, at, *clipboard); });

            choose (session, pasted);
            return doneIf (lane.isShown(), nothingShown);
        },
        onlyIf ([clipboard] { return ! clipboard->empty(); }, "No points were copied yet."));
}

void declareShapes (Session& session)
{
    struct Shape
    {
        const char *id, *name, *doc;
        LaneShape shape;
    };

    for (const auto& one : { Shape { "automation.rampUp", "Ramp up", "Draws a rising line between the chosen points, or over the whole clip.", LaneShape::rampUp },
                             Shape { "automation.rampDown", "Ramp down", "Draws a falling line between the chosen points, or over the whole clip.", LaneShape::rampDown },
                             Shape { "automation.sine", "Sine", "Draws a wave between the chosen points, or over the whole clip.", LaneShape::sine },
                             Shape { "automation.triangle", "Triangle", "Draws up and down between the chosen points, or over the whole clip.", LaneShape::triangle },
                             Shape { "automation.square", "Square", "Draws high and low between the chosen points, or over the whole clip.", LaneShape::square },
                             Shape { "automation.smooth", "Smooth", "Rounds the automation between the chosen points, or all of it.", LaneShape::smooth },
                             Shape { "automation.random", "Random steps", "Draws chance between the chosen points, or over the whole clip.", LaneShape::random } })
        declare (session, { one.id, one.name, one.doc, "", "automation" }, [&session, shape = one.shape] (const Arguments&) {
            const LaneHere lane (session);

            if (! lane.isShown())
                return Result<Value> (Failure { nothingShown, "" });

            const auto isRange = lane.points.size() > 1;
            session.edit ("draw automation", [&] (Project& project) {
                drawShape (project, lane.place, isRange ? *lane.points.begin() : Ticks(), isRange ? *lane.points.rbegin() : lengthOfLane (project, lane.place), shape);
            });
            return done();
        });
}
} // namespace

void declareAutomationActions (Session& session)
{
    declareShowing (session);
    declareWriting (session);
    declareMoving (session);
    declareClipboard (session);
    declareShapes (session);
}

} // namespace athanor
