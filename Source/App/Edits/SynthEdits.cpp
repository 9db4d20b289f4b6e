// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/SynthEdits.h"

#include "Formats/Patch/PatchTexts.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
/** Which of the eight macros a control is, from 0. */
std::optional<int> macroOf (Control control)
{
    for (int i = 0; i < patch::vitalMacros; ++i)
        if (control == member (Control::macro_control_1, i))
            return i;

    return {};
}

std::string targetOf (NodeId node, int macro) { return toHex (node.value) + "/" + macroKnob (macro); }

/** The instrument's macro that turns a macro of the patch, and nothing else of it. */
const Macro* frontOf (const Instrument& instrument, NodeId node, int macro)
{
    const auto* found = instrument.macros.find (macro + 1);
    const auto* target = found != nullptr ? found->targets.find (targetOf (node, macro)) : nullptr;
    return target != nullptr && target->low == 0 && target->high == 1 ? found : nullptr;
}

/** A value that is as in a new patch is not kept. */
void putKnob (Node& node, const std::string& port, double value, double initial)
{
    if (value == initial)
        node.knobs.erase (port);
    else if (const auto* before = node.knobs.find (port); before == nullptr || *before != value)
        node.knobs.put (port, value);
}

double macroValue (const PatchSpec& patch, int macro)
{
    return macro < patch::vitalMacros ? static_cast<double> (patch.values[member (Control::macro_control_1, macro)]) : patch.macros[static_cast<std::size_t> (macro)].value;
}

void putMacro (Instrument& instrument, NodeId node, int macro, const std::string& name, double value)
{
    if (frontOf (instrument, node, macro) != nullptr)
    {
        auto& front = instrument.macros.edit (macro + 1);
        front.value = value;
        front.name = name;
        return;
    }

    putKnob (instrument.graph.nodes.edit (node), macroKnob (macro), value, 0);
}

void putControls (Node& node, const ControlValues& before, const ControlValues& after, bool areAll)
{
    for (int i = 0; i < controlCount; ++i)
        if (const auto control = static_cast<Control> (i); ! macroOf (control) && (areAll || before[control] != after[control]))
            putKnob (node, std::string (infoOf (control).id), static_cast<double> (after[control]), static_cast<double> (infoOf (control).initial));
}

void putTexts (Node& node, const PatchSpec* before, const PatchSpec& after)
{
    for (const auto& name : patchTextNames())
    {
        if (before != nullptr && isSamePart (*before, after, name))
            continue;

        auto text = textOf (after, name);
        const auto* kept = node.texts.find (name);

        if (text.empty())
            node.texts.erase (name);
        else if (kept == nullptr || *kept != text)
            node.texts.put (name, std::move (text));
    }
}

NodeId addSynth (Instrument& instrument)
{
    const auto synth = newId<NodeId>(), out = newId<NodeId>();
    Node node;
    node.type = synthType;
    node.x = 40;
    node.y = 60;
    instrument.graph = {};
    instrument.graph.nodes.put (synth, node);
    node.type = "voice.out";
    node.x = 480;
    node.knobs.put ("level", 0);
    node.knobs.put ("touch", 0);
    instrument.graph.nodes.put (out, node);

    for (const auto* side : { "left", "right" })
    {
        Cable cable;
        cable.from = synth;
        cable.output = side;
        cable.to = out;
        cable.input = side;
        instrument.graph.cables.put (newId<CableId>(), cable);
    }

    // The eight knobs on the front are those of the patch.
    instrument.macros.clear();

    for (int i = 0; i < PatchSpec::macroCount; ++i)
        instrument.macros.edit (i + 1).targets.put (targetOf (synth, i), {});

    return synth;
}

std::optional<NodeId> synthIn (const Instrument& instrument)
{
    const auto& nodes = instrument.graph.nodes;
    const auto found = std::find_if (nodes.begin(), nodes.end(), [] (const auto& entry) { return entry.second->type == synthType; });
    return found != nodes.end() ? std::optional (found->first) : std::nullopt;
}

void putPatch (Instrument& instrument, const PatchSpec* before, const PatchSpec& patch)
{
    auto synth = synthIn (instrument);

    if (! synth)
        synth = addSynth (instrument);

    for (int i = 0; i < PatchSpec::macroCount; ++i)
        putMacro (instrument, *synth, i, patch.macros[static_cast<std::size_t> (i)].name, macroValue (patch, i));

    auto& node = instrument.graph.nodes.edit (*synth);
    putControls (node, before != nullptr ? before->values : patch.values, patch.values, before == nullptr);
    putTexts (node, before, patch);
}
} // namespace

std::string macroKnob (int macro) { return "macro_control_" + std::to_string (macro + 1); }

std::optional<std::size_t> macroKnobNamed (std::string_view port)
{
    for (int i = patch::vitalMacros; i < PatchSpec::macroCount; ++i)
        if (port == macroKnob (i))
            return static_cast<std::size_t> (i);

    return {};
}

std::optional<NodeId> synthOf (const Project& project, InstrumentId id)
{
    const auto* instrument = project.instruments.find (id);
    return instrument != nullptr ? synthIn (*instrument) : std::nullopt;
}

std::optional<ParameterAddress> addressOf (const Project& project, InstrumentId id, Control control)
{
    const auto synth = synthOf (project, id);

    if (! synth)
        return {};

    const auto macro = macroOf (control);
    const auto isFront = macro && frontOf (*project.instruments.find (id), *synth, *macro) != nullptr;
    return isFront ? macroOf (id, *macro + 1) : knobOf (id, *synth, std::string (infoOf (control).id));
}

float controlOf (const Project& project, InstrumentId id, Control control)
{
    const auto initial = infoOf (control).initial;
    const auto synth = synthOf (project, id);

    if (! synth)
        return initial;

    const auto& instrument = *project.instruments.find (id);

    if (const auto macro = macroOf (control))
        if (const auto* front = frontOf (instrument, *synth, *macro))
            return static_cast<float> (front->value);

    const auto* value = instrument.graph.nodes.find (*synth)->knobs.find (std::string (infoOf (control).id));
    return value != nullptr ? static_cast<float> (*value) : initial;
}

bool setControl (Project& project, InstrumentId id, Control control, float stored)
{
    const auto synth = synthOf (project, id);

    if (! synth || ! std::isfinite (stored))
        return false;

    const auto& info = infoOf (control);
    auto value = std::clamp (stored, info.least, info.greatest);

    if (info.scale == ControlScale::indexed)
        value = std::round (value);

    auto& instrument = project.instruments.edit (id);

    if (const auto macro = macroOf (control))
    {
        const auto* front = instrument.macros.find (*macro + 1);
        putMacro (instrument, *synth, *macro, front != nullptr ? front->name : std::string(), static_cast<double> (value));
    }
    else
        putKnob (instrument.graph.nodes.edit (*synth), std::string (info.id), static_cast<double> (value), static_cast<double> (info.initial));

    return true;
}

Instrument synthInstrument (const PatchSpec& patch, int number)
{
    Instrument instrument;
    instrument.name = patch.name.empty() ? "Synth" : patch.name;
    instrument.number = number;
    putPatch (instrument, nullptr, patch);
    return instrument;
}

void setPatch (Project& project, InstrumentId id, const PatchSpec& patch)
{
    auto& instrument = project.instruments.edit (id);
    instrument.name = patch.name.empty() ? instrument.name : patch.name;
    putPatch (instrument, nullptr, patch);
}

bool changePatch (Project& project, InstrumentId id, const PatchSpec& before, const PatchSpec& after)
{
    if (! synthOf (project, id))
        return false;

    putPatch (project.instruments.edit (id), &before, after);
    return true;
}

PatchSpec withMacros (const Project& project, InstrumentId id, PatchSpec patch)
{
    const auto synth = synthOf (project, id);

    for (int i = 0; synth && i < PatchSpec::macroCount; ++i)
        if (const auto* front = frontOf (*project.instruments.find (id), *synth, i))
        {
            auto& macro = patch.macros[static_cast<std::size_t> (i)];
            macro.name = front->name;
            macro.value = front->value;

            if (i < patch::vitalMacros)
                patch.values[member (Control::macro_control_1, i)] = static_cast<float> (front->value);
        }

    return patch;
}

} // namespace athanor
