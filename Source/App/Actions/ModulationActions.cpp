// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to one of the 64 modulations of the chosen instrument's patch, and to the lines that are drawn in it.
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/LineEdits.h"

namespace athanor
{

namespace
{
const Failure noSynth { "The chosen instrument is no synth: load a patch onto it first.", "" };

InstrumentId chosen (const Session& session) { return here (session).instrument; }

/** Empty: nothing was said, and what is there stays. */
template <typename Thing, typename Find>
Result<std::optional<Thing>> namedIn (const Arguments& arguments, const std::string& name, const char* kind, Find find)
{
    const auto id = textIn (arguments, name);

    if (id.empty())
        return std::optional<Thing>();

    const auto found = find (id);
    return found ? Result<std::optional<Thing>> (found) : Result<std::optional<Thing>> (Failure { "The synth has no " + std::string (kind) + " called \"" + id + "\".", id });
}

Result<Value> setModulation (Session& session, const Arguments& arguments)
{
    const auto slot = wholeIn (arguments, "slot", 1, patch::slots) - 1;
    const auto source = namedIn<PatchSource> (arguments, "source", "source of modulation", patchSourceNamed);
    const auto destination = namedIn<Control> (arguments, "destination", "control", controlNamed);

    if (! source)
        return source.failure();

    if (! destination)
        return destination.failure();

    const auto patch = session.patchOf (chosen (session));

    if (patch == nullptr)
        return noSynth;

    auto wanted = patch->slots[static_cast<std::size_t> (slot)];
    const auto isNew = ! wanted.source || ! wanted.destination;
    wanted.source = *source ? *source : wanted.source;
    wanted.destination = *destination ? *destination : wanted.destination;

    if (! wanted.source || ! wanted.destination)
        return Failure { "A modulation needs a source and a destination.", "" };

    if (infoOf (*wanted.destination).reach == Reach::no)
        return Failure { std::string (infoOf (*wanted.destination).name) + " cannot be modulated.", "" };

    if (*wanted.destination == member (Control::modulation_1_amount, slot) || *wanted.destination == member (Control::modulation_1_power, slot))
        return Failure { "A modulation cannot move itself.", "" };

    const auto isDone = session.editPatch (chosen (session), "set modulation " + std::to_string (slot + 1), [&] (PatchSpec& edited) {
        edited.slots[static_cast<std::size_t> (slot)] = wanted;
        auto& amount = edited.values[member (Control::modulation_1_amount, slot)];

        if (isNew && amount == 0)
            amount = static_cast<float> (std::clamp (numberIn (arguments, "amount"), -1.0, 1.0));
    });
    return doneIf (isDone, "It is so already.");
}

/** As in "lfo_3" and "modulation_12". */
std::optional<int> numberOf (const std::string& name, const std::string& family, int count)
{
    if (name.rfind (family, 0) != 0)
        return {};

    for (int i = 1; i <= count; ++i)
        if (name == family + std::to_string (i))
            return i - 1;

    return {};
}

Result<Value> setLine (Session& session, const Arguments& arguments)
{
    const auto name = textIn (arguments, "line");
    const auto lfo = numberOf (name, "lfo_", patch::lfos), slot = numberOf (name, "modulation_", patch::slots);
    auto line = lineFrom (textIn (arguments, "points"));

    if (! lfo && ! slot)
        return Failure { "The synth has no line called \"" + name + "\".", name };

    if (! line)
        return Failure { "These are no points of a line.", textIn (arguments, "points") };

    if (session.patchOf (chosen (session)) == nullptr)
        return noSynth;

    const auto isDone = session.editPatch (chosen (session), "draw " + name, [&] (PatchSpec& edited) {
        auto& mapping = edited.slots[static_cast<std::size_t> (slot.value_or (0))].mapping;
        auto& drawn = lfo ? edited.lfos[static_cast<std::size_t> (*lfo)] : mapping ? *mapping
                                                                                   : mapping.emplace();
        line->name = drawn.name;
        drawn = *line;
    });
    return doneIf (isDone, "It is so already.");
}

Result<Value> straighten (Session& session, const Arguments& arguments)
{
    const auto slot = static_cast<std::size_t> (wholeIn (arguments, "slot", 1, patch::slots) - 1);

    if (session.patchOf (chosen (session)) == nullptr)
        return noSynth;

    const auto isDone = session.editPatch (chosen (session), "remove mapping", [slot] (PatchSpec& edited) { edited.slots[slot].mapping.reset(); });
    return doneIf (isDone, "The modulation is not mapped.");
}
} // namespace

void declareModulationActions (Session& session)
{
    const auto optionalText = [] (std::string name, std::string doc) { return Argument { std::move (name), std::move (doc), Argument::Kind::text, std::string() }; };
    const auto slot = number ("slot", "Its number, from 1 to 64.");
    const std::vector<Argument> ends { slot, optionalText ("source", "What modulates, as \"lfo_1\"; empty: as it is."), optionalText ("destination", "What is modulated, as \"filter_1_cutoff\"; empty: as it is."), number ("amount", "How far a new one goes, from -1 to 1.", 0.25) };

    declare (session, { "patch.setModulation", "Set a modulation", "Changes what one of the 64 modulations of the patch takes and what it moves.", "", "", ends }, [&session] (const Arguments& arguments) { return setModulation (session, arguments); });

    declare (session, { "patch.setLine", "Draw a line", "Draws the line of an LFO, or the one by which a modulation is mapped.", "", "", { text ("line", "\"lfo_1\" to \"lfo_8\", \"modulation_1\" to \"modulation_64\"."), text ("points", "x, y from the top and the bend of each, as \"smooth; 0 1 0; 0.5 0 -2; 1 1 0\".") } }, [&session] (const Arguments& arguments) { return setLine (session, arguments); });

    declare (session, { "patch.removeMapping", "Remove mapping", "A modulation takes its source as it is again.", "", "", { slot } }, [&session] (const Arguments& arguments) { return straighten (session, arguments); });
}

} // namespace athanor
