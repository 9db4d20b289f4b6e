// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to the recipe of a wavetable: groups, components, keyframes and their numbers.
#include "App/Actions/Declare.h"
#include "App/Actions/WavetableHere.h"
#include "App/Edits/WaveLines.h"

namespace athanor
{

namespace
{
using Edit = std::function<Result<Value> (WavetableSpec&, const Arguments&)>;

void declareEdit (Session& session, About about, const std::string& step, Edit edit)
{
    about.arguments.push_back (oscillatorArgument());
    declare (
        session, std::move (about), [&session, step, edit = std::move (edit)] (const Arguments& arguments) { return editTable (session, arguments, step, [&] (WavetableSpec& table) { return edit (table, arguments); }); }, unlessSynth (session));
}

Argument componentArgument (Value initial = 1) { return number ("component", "Its number in the group, from 1; the source comes first.", std::move (initial)); }

Argument keyframeArgument (Value initial = 1) { return number ("keyframe", "Its number, from 1.", std::move (initial)); }

Argument to (const char* what) { return number ("to", std::string ("The number that the ") + what + " gets, from 1."); }

int toIn (const Arguments& arguments) { return wholeIn (arguments, "to", 0, 1'000) - 1; }

Result<Value> setNumber (WavetableSpec& table, const Arguments& arguments)
{
    auto place = wavePlaceIn (arguments);
    const auto name = textIn (arguments, "name");
    const auto value = numberIn (arguments, "value");
    const auto isSet = value >= 0.5;

    if (name == "remove_all_dc" || name == "full_normalize")
    {
        (name == "remove_all_dc" ? table.removesDc : table.isNormalized) = isSet;
        return done();
    }

    if (positionIn (arguments) >= 0)
    {
        const auto keyframe = keyframeThere (table, place.group, place.component, positionIn (arguments));

        if (! keyframe)
            return valueOf (keyframe);

        place.keyframe = *keyframe;
    }

    return valueOf (place.keyframe < 0 ? setComponentNumber (table, place, name, value) : setKeyframeNumber (table, place, name, value));
}

void declareGroups (Session& session)
{
    const Argument source { "source", "\"Wave Source\" or \"Line Source\".", Argument::Kind::text, "Wave Source" };

    declareEdit (session, { "wavetable.addGroup", "Add group to wavetable", "Adds a source that is mixed with the others.", "", "", { source } }, "add group", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (addGroup (table, textIn (arguments, "source")));
    });

    declareEdit (session, { "wavetable.removeGroup", "Remove group of wavetable", "Takes a source and what changes it away.", "", "", { groupArgument() } }, "remove group", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (removeGroup (table, wavePlaceIn (arguments).group));
    });

    declareEdit (session, { "wavetable.moveGroup", "Move group of wavetable", "Puts a group in another place of the list.", "", "", { groupArgument(), to ("group") } }, "move group", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (moveGroup (table, wavePlaceIn (arguments).group, toIn (arguments)));
    });

    declareEdit (session, { "wavetable.changeSource", "Change source of wavetable", "Begins a group with another source.", "", "", { source, groupArgument() } }, "change source", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (changeSource (table, wavePlaceIn (arguments).group, textIn (arguments, "source")));
    });
}

void declareComponents (Session& session)
{
    declareEdit (session, { "wavetable.addComponent", "Add component to wavetable", "Lets something change the waves of a group.", "", "", { text ("type", "\"Phase Shift\", \"Wave Window\", \"Frequency Filter\", \"Slew Limiter\", \"Wave Folder\" or \"Wave Warp\"."), groupArgument() } }, "add component", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (addComponent (table, wavePlaceIn (arguments).group, textIn (arguments, "type")));
    });

    declareEdit (session, { "wavetable.removeComponent", "Remove component of wavetable", "Takes away what changes the waves of a group.", "", "", { componentArgument ({}), groupArgument() } }, "remove component", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (removeComponent (table, wavePlaceIn (arguments).group, wavePlaceIn (arguments).component));
    });

    declareEdit (session, { "wavetable.moveComponent", "Move component of wavetable", "Lets a component work earlier or later.", "", "", { componentArgument ({}), to ("component"), groupArgument() } }, "move component", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (moveComponent (table, wavePlaceIn (arguments).group, wavePlaceIn (arguments).component, toIn (arguments)));
    });

    declareEdit (session, { "wavetable.set", "Set number of wavetable", "Sets a number of a component or of one of its keyframes, or \"remove_all_dc\" and \"full_normalize\" of the whole table.", "", "", { text ("name", "As the preset format calls it, as \"fold_boost\"."), number ("value", "In the numbers of the preset format."), keyframeArgument (0), number ("position", "Of the keyframe, instead of its number; it is made where there is none. -1: not said.", -1), componentArgument(), groupArgument() } }, "set wavetable", setNumber);
}

void declareKeyframes (Session& session)
{
    const auto position = number ("position", "From 0 to 256.");
    const Argument follow { "follow", "Whether the oscillator goes there, too.", Argument::Kind::truth, false };

    declareEdit (session, { "wavetable.addKeyframe", "Add keyframe", "Adds a keyframe that is as the component is at this position already.", "", "", { position, follow, componentArgument(), groupArgument() } }, "add keyframe", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (addKeyframe (table, wavePlaceIn (arguments).group, wavePlaceIn (arguments).component, positionIn (arguments)));
    });

    declareEdit (session, { "wavetable.moveKeyframe", "Move keyframe", "Moves a keyframe to a position that is free.", "", "", { keyframeArgument ({}), position, follow, componentArgument(), groupArgument() } }, "move keyframe", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (moveKeyframe (table, wavePlaceIn (arguments), positionIn (arguments)));
    });

    declareEdit (session, { "wavetable.duplicateKeyframe", "Duplicate keyframe", "Puts a copy of a keyframe at another position.", "", "", { keyframeArgument ({}), position, follow, componentArgument(), groupArgument() } }, "duplicate keyframe", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (duplicateKeyframe (table, wavePlaceIn (arguments), positionIn (arguments)));
    });

    declareEdit (session, { "wavetable.removeKeyframe", "Remove keyframe", "Takes a keyframe away; a component keeps one.", "", "", { keyframeArgument ({}), componentArgument(), groupArgument() } }, "remove keyframe", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (removeKeyframe (table, wavePlaceIn (arguments)));
    });
}

Argument pointArgument() { return number ("point", "Its number on the line, from 1."); }

int pointIn (const Arguments& arguments) { return wholeIn (arguments, "point", 0, 1'000) - 1; }

/** Changes the line at the position, which gets a keyframe if it has none. */
Result<Value> editLine (WavetableSpec& table, const Arguments& arguments, const std::function<Result<Done> (const WavePlace&)>& change)
{
    const auto group = wavePlaceIn (arguments).group;
    const auto keyframe = keyframeThere (table, group, 0, positionIn (arguments));
    return keyframe ? valueOf (change ({ group, 0, *keyframe })) : valueOf (keyframe);
}

void declareLines (Session& session)
{
    const auto position = number ("position", "From 0 to 256.", 0);

    declareEdit (session, { "wavetable.addPoint", "Add point to line", "Adds a point to the lines of a Line Source, where they are already.", "", "", { number ("x", "From 0 to 1."), groupArgument() } }, "add point to line", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (addLinePoint (table, wavePlaceIn (arguments).group, numberIn (arguments, "x")));
    });

    declareEdit (session, { "wavetable.removePoint", "Remove point from line", "Takes a point away from the lines of a Line Source.", "", "", { pointArgument(), groupArgument() } }, "remove point from line", [] (WavetableSpec& table, const Arguments& arguments) {
        return valueOf (removeLinePoint (table, wavePlaceIn (arguments).group, pointIn (arguments)));
    });

    declareEdit (session, { "wavetable.movePoint", "Move point of line", "Moves a point of the line at a position of the wavetable.", "", "", { pointArgument(), number ("x", "From 0 to 1."), number ("y", "From 0, the top, to 1."), position, groupArgument() } }, "move point of line", [] (WavetableSpec& table, const Arguments& arguments) {
        return editLine (table, arguments, [&] (const WavePlace& place) { return moveLinePoint (table, place, pointIn (arguments), numberIn (arguments, "x"), numberIn (arguments, "y")); });
    });

    declareEdit (session, { "wavetable.bendLine", "Bend line", "Bends what begins at a point of the line at a position of the wavetable.", "", "", { pointArgument(), number ("power", "From -20 to 20; 0 is straight."), position, groupArgument() } }, "bend line", [] (WavetableSpec& table, const Arguments& arguments) {
        return editLine (table, arguments, [&] (const WavePlace& place) { return bendLine (table, place, pointIn (arguments), numberIn (arguments, "power")); });
    });
}
} // namespace

void declareRecipeActions (Session& session)
{
    declareGroups (session);
    declareComponents (session);
    declareKeyframes (session);
    declareLines (session);
}

} // namespace athanor
