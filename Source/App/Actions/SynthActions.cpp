// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to the patch of the chosen instrument, where the synth makes its sound.
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/SynthEdits.h"
#include "App/PatchFiles.h"
#include "App/Presets/PresetDesk.h"
#include "Core/Text.h"

namespace athanor
{

namespace
{
const Failure noSynth { "The chosen instrument is no synth: load a patch onto it first.", "" };

InstrumentId chosen (const Session& session) { return here (session).instrument; }

Value remarksOf (const std::vector<std::string>& remarks) { return Value::List (remarks.begin(), remarks.end()); }

Result<Value> load (Session& session, const Arguments& arguments)
{
    const auto remarks = session.presets().load (chosen (session), textIn (arguments, "file"));

    if (! remarks)
        return remarks.failure();

    if (! remarks->empty())
        session.onMessage.call (remarks->front());

    return Value (Value::Parts { { "name", session.patchOf (chosen (session))->name }, { "remarks", remarksOf (*remarks) } });
}

Result<Value> save (Session& session, const Arguments& arguments)
{
    const auto patch = session.patchOf (chosen (session));

    if (patch == nullptr)
        return noSynth;

    const auto saved = savePatchAs (*patch, textIn (arguments, "file"));
    return saved ? Result<Value> (remarksOf (*saved)) : Result<Value> (saved.failure());
}

Result<Control> controlIn (const Arguments& arguments, const std::string& name)
{
    const auto id = textIn (arguments, name);
    const auto control = controlNamed (id);
    return control ? Result<Control> (*control) : Result<Control> (Failure { "The synth has no control called \"" + id + "\".", id });
}

std::string lowered (std::string_view name)
{
    std::string text (name);

    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (isCapital (text[i]) && text[i + 1] >= 'a' && text[i + 1] <= 'z')
            text[i] = inLowerCase (text[i]);

    return text;
}

Result<Value> turn (Session& session, const Arguments& arguments)
{
    const auto control = controlIn (arguments, "control");
    const auto instrument = chosen (session);

    if (! control)
        return control.failure();

    if (! synthOf (session.project(), instrument))
        return noSynth;

    session.edit ("turn " + lowered (infoOf (*control).name), [&] (Project& project) {
        setControl (project, instrument, *control, static_cast<float> (numberIn (arguments, "value")));
    });
    return Value (static_cast<double> (controlOf (session.project(), instrument, *control)));
}

/** As in "lfo 1", for the name of a step. */
std::string wordsOf (PatchSource source)
{
    std::string text (nameOf (source));
    std::ranges::replace (text, '_', ' ');
    return text;
}

/** The modulation between two; else one that is free; else -1. */
int slotFor (const PatchSpec& patch, PatchSource source, Control destination)
{
    int free = -1;

    for (int i = patch::slots; --i >= 0;)
        if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; slot.source == source && slot.destination == destination)
            return i;
        else if (slot == PatchSlot())
            free = i;

    return free;
}

Result<PatchSource> sourceIn (const Arguments& arguments)
{
    const auto id = textIn (arguments, "source");
    const auto source = patchSourceNamed (id);
    return source ? Result<PatchSource> (*source) : Result<PatchSource> (Failure { "The synth has no source of modulation called \"" + id + "\".", id });
}

Result<Value> connect (Session& session, const Arguments& arguments)
{
    const auto source = sourceIn (arguments);
    const auto destination = controlIn (arguments, "destination");
    const auto instrument = chosen (session);
    const auto patch = session.patchOf (instrument);

    if (patch == nullptr)
        return noSynth;

    if (! source)
        return source.failure();

    if (! destination)
        return destination.failure();

    const auto& info = infoOf (*destination);

    if (info.reach == Reach::no)
        return Failure { std::string (info.name) + " cannot be modulated.", "" };

    const auto slot = slotFor (*patch, *source, *destination);

    if (slot < 0)
        return Failure { "All 64 modulations are in use: take one away first.", "" };

    if (*destination == member (Control::modulation_1_amount, slot) || *destination == member (Control::modulation_1_power, slot))
        return Failure { "A modulation cannot move itself.", "" };

    session.editPatch (instrument, "modulate " + lowered (info.name) + " with " + wordsOf (*source), [&] (PatchSpec& edited) {
        auto& kept = edited.slots[static_cast<std::size_t> (slot)];
        kept.source = *source;
        kept.destination = *destination;
        edited.values[member (Control::modulation_1_amount, slot)] = static_cast<float> (std::clamp (numberIn (arguments, "amount"), -1.0, 1.0));
        edited.values[member (Control::modulation_1_bipolar, slot)] = truthIn (arguments, "bipolar") ? 1 : 0;
        edited.values[member (Control::modulation_1_stereo, slot)] = truthIn (arguments, "stereo") ? 1 : 0;
        edited.values[member (Control::modulation_1_bypass, slot)] = 0;
    });
    return Value (slot + 1);
}

Result<Value> disconnect (Session& session, const Arguments& arguments)
{
    const auto instrument = chosen (session);
    const auto slot = wholeIn (arguments, "slot", 1, patch::slots) - 1;
    const auto patch = session.patchOf (instrument);

    if (patch == nullptr)
        return noSynth;

    const auto isDone = session.editPatch (instrument, "remove modulation", [&] (PatchSpec& edited) {
        edited.slots[static_cast<std::size_t> (slot)] = {};

        for (const auto first : { Control::modulation_1_amount, Control::modulation_1_bipolar, Control::modulation_1_bypass, Control::modulation_1_power, Control::modulation_1_stereo })
            edited.values[member (first, slot)] = infoOf (first).initial;
    });
    return doneIf (isDone, "There is no such modulation.");
}
} // namespace

void declareSynthActions (Session& session)
{
    const Argument file { "file", "A patch, .vital or .json, a rack of Live, .adg, or a bundle, .zip.", Argument::Kind::file, {} };
    const auto truth = [] (std::string name, std::string doc) { return Argument { std::move (name), std::move (doc), Argument::Kind::truth, false }; };

    declare (session, { "patch.load", "Load patch from a file…", "Plays a patch of the synth, or a preset of Vital, with the chosen instrument.", "", "", { file } }, [&session] (const Arguments& arguments) { return load (session, arguments); });

    declare (session, { "patch.save", "Export patch…", "Writes the patch of the chosen instrument as a file: a preset of Vital (.vital), a patch of ours (.json) or a rack of Ableton Live with Vital in it (.adg).", "", "", { file } }, [&session] (const Arguments& arguments) { return save (session, arguments); });

    declare (session, { "patch.setControl", "Turn a control of the synth", "Turns a control of the chosen instrument's patch.", "", "", { text ("control", "As \"filter_1_cutoff\"."), number ("value", "In the numbers of the preset format.") } }, [&session] (const Arguments& arguments) { return turn (session, arguments); });

    const std::vector<Argument> ends { text ("source", "What modulates, as \"lfo_1\"."), text ("destination", "What is modulated, as \"filter_1_cutoff\"."), number ("amount", "How far, from -1 to 1 of its way.", 1.0), truth ("bipolar", "Whether it goes both ways from where the control stands."), truth ("stereo", "Whether it goes the other way on the right side.") };

    declare (session, { "patch.connect", "Modulate", "Lets a source of the synth move a control of it; one that does so already changes by how much.", "", "", ends }, [&session] (const Arguments& arguments) { return connect (session, arguments); });

    declare (session, { "patch.disconnect", "Remove modulation", "Takes one of the 64 modulations of the patch away.", "", "", { number ("slot", "Its number, from 1 to 64.") } }, [&session] (const Arguments& arguments) { return disconnect (session, arguments); });
}

} // namespace athanor
