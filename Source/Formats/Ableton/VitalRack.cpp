// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/VitalRack.h"

#include "Core/Text.h"
#include "Formats/Ableton/Hexadecimal.h"
#include "Formats/Ableton/RackMacros.h"
#include "Formats/Ableton/RackParts.h"
#include "Formats/Ableton/VitalPlugin.h"
#include "Formats/Gzip.h"
#include "Formats/Vital/VitalFile.h"

namespace athanor
{

namespace
{
constexpr std::size_t longestName = 100, longestMacroName = 40, longestInfo = 4'000;

/** Names stand in one line. */
std::string nameFrom (const std::string& raw, std::size_t longest, const std::string& otherwise)
{
    auto text = xmlText (raw);

    for (auto& c : text)
        if (c == '\t' || c == '\n' || c == '\r')
            c = ' ';

    text = trimmed (shortened (trimmed (text), longest));
    return text.empty() ? otherwise : text;
}

/** What Live shows when the mouse is over the knob. */
std::string infoOf (const RackMacro& macro)
{
    std::string info;

    for (const auto& move : macro.moves)
        (info += info.empty() ? "Moves " : ", ") += std::string (infoOf (move.control).name);

    if (macro.target && ! macro.moves.empty() && ! infoOf (*macro.target).id.starts_with ("macro_control"))
        info += (info.empty() ? "" : ". ") + std::string ("Here it turns ") + std::string (infoOf (*macro.target).name);

    return info.empty() ? info : shortened (info, longestInfo) + ".";
}

rack::Knob knobOf (const RackMacro& macro, std::size_t place)
{
    rack::Knob knob;
    knob.name = macro.target ? nameFrom (macro.name, longestMacroName, "Macro " + std::to_string (place + 1)) : "Macro " + std::to_string (place + 1);
    knob.info = infoOf (macro);
    knob.position = macro.target ? macro.position * 127 : 0;
    return knob;
}

XmlElement parameterSettings (const std::array<RackMacro, PatchSpec::macroCount>& macros)
{
    XmlElement all { "ParameterSettings" };

    for (std::size_t i = 0; i < macros.size(); ++i)
        if (const auto& macro = macros[i]; macro.target)
        {
            const auto index = static_cast<int> (all.children.size());
            auto& one = all.add ({ "PluginParameterSettings", { { "Id", std::to_string (index) } } });
            rack::add (one, "Index", index);
            rack::add (one, "VisualIndex", index);
            rack::add (one, "ParameterId", vitalParameterId (*macro.target));
            rack::add (one, "Type", "PluginFloatParameter");
            rack::add (one, "MacroControlIndex", static_cast<int> (i));
            auto& range = one.add ({ "MidiControllerRange" }).add ({ "MidiControllerRange", { { "Id", "0" } } });
            rack::add (range, "Min", rack::number (macro.least));
            rack::add (range, "Max", rack::number (macro.greatest));
            rack::add (one, "LomId", 0);
        }

    return all;
}

/** The plug-in with its state. */
XmlElement plugin (LiveForm form, const std::array<RackMacro, PatchSpec::macroCount>& macros, std::string_view preset)
{
    XmlElement vst { "Vst3Preset", { { "Id", "0" } } };
    rack::add (vst, "OverwriteProtectionNumber", rack::protection (form));
    rack::add (vst, "MpeEnabled", 0);
    vst.add (rack::mpeSettings());
    vst.add (parameterSettings (macros));
    rack::add (vst, "IsOn", true);
    rack::add (vst, "PowerMacroControlIndex", -1);
    vst.add (rack::range ("PowerMacroMappingRange", "64", "127"));
    rack::add (vst, "IsFolded", false);
    rack::add (vst, "StoredAllParameters", true);

    for (const auto* tag : { "DeviceLomId", "DeviceViewLomId", "IsOnLomId", "ParametersListWrapperLomId" })
        rack::add (vst, tag, 0);

    auto& uid = vst.add ({ "Uid" });

    for (std::size_t i = 0; i < vitalClassWords.size(); ++i)
        rack::add (uid, "Fields." + std::to_string (i), vitalClassWords[i]);

    rack::add (vst, "DeviceType", 1);
    vst.add ({ "ProcessorState", {}, {}, hexadecimal (vitalState (preset)) });
    vst.add ({ "ControllerState" });
    rack::add (vst, "Name", "");
    vst.add ({ "PresetRef" });
    return vst;
}
} // namespace

Result<std::string> writeVitalRack (const PatchSpec& patch, LiveForm form)
{
    const auto preset = writeVital (patch);

    if (! preset)
        return preset.failure();

    const auto macros = rackMacrosOf (patch);
    std::array<rack::Knob, PatchSpec::macroCount> knobs;

    for (std::size_t i = 0; i < macros.size(); ++i)
        knobs[i] = knobOf (macros[i], i);

    const auto info = shortened (xmlText (patch.comments), longestInfo);
    const auto document = rack::document (form, nameFrom (patch.name, longestName, "Patch"), info, knobs, plugin (form, macros, *preset));
    return gzip (formatXml (document));
}

Result<std::string> presetInRack (std::string_view adg)
{
    const auto text = gunzip (adg, longestRack);

    if (! text)
        return text.failure();

    const auto root = readXml (*text);

    if (! root)
        return root.failure();

    const auto* branch = root->find ("GroupDevicePreset/BranchPresets/InstrumentBranchPreset/DevicePresets/Vst3Preset");
    const auto* state = branch != nullptr ? branch->child ("ProcessorState") : nullptr;
    const auto bytes = state != nullptr ? bytesOfHexadecimal (state->text) : std::nullopt;

    if (! bytes)
        return Failure { "There is no Vital in this rack, so there is nothing to be played.", "" };

    return presetOfVitalState (*bytes);
}

} // namespace athanor
