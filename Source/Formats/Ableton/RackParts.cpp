// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/RackParts.h"

#include <array>
#include <charconv>
#include <functional>

namespace athanor::rack
{

namespace
{
constexpr int macrosOfARack = 16;

bool is12 (LiveForm form) noexcept { return form == LiveForm::live12; }

XmlElement target (const char* tag)
{
    XmlElement made { tag, { { "Id", "0" } } };
    add (made, "LockEnvelope", 0);
    return made;
}

/** Something that can be automated. */
XmlElement parameter (std::string tag, const std::string& value, const std::string& least, const std::string& greatest)
{
    XmlElement made { std::move (tag) };
    add (made, "LomId", 0);
    add (made, "Manual", value);
    made.add (range ("MidiControllerRange", least, greatest));
    made.add (target ("AutomationTarget"));
    made.add (target ("ModulationTarget"));
    return made;
}

XmlElement onOff (const char* tag)
{
    XmlElement made { tag };
    add (made, "LomId", 0);
    add (made, "Manual", true);
    made.add (target ("AutomationTarget"));
    made.add (range ("MidiCCOnOffThresholds", "64", "127"));
    return made;
}

XmlElement holding (const char* tag, const char* child)
{
    XmlElement made { tag };
    made.add ({ child });
    return made;
}

XmlElement list (const char* tag) { return { tag, { { "LomId", "0" } } }; }

/** What every device begins with. */
void addHead (XmlElement& device, LiveForm form, const std::string& name, const std::string& info)
{
    add (device, "LomId", 0);
    add (device, "LomIdView", 0);
    add (device, "IsExpanded", true);

    if (is12 (form))
        add (device, "BreakoutIsExpanded", false);

    device.add (onOff ("On"));
    add (device, "ModulationSourceCount", 0);
    device.add (list ("ParametersListWrapper"));
    device.add ({ "Pointee", { { "Id", "0" } } });
    add (device, "LastSelectedTimeableIndex", 0);
    add (device, "LastSelectedClipEnvelopeIndex", 0);
    device.add (holding ("LastPresetRef", "Value"));
    device.add ({ "LockedScripts" });
    add (device, "IsFolded", false);
    add (device, "ShouldShowPresetName", true);
    add (device, "UserName", name);
    add (device, "Annotation", info);
    device.add (holding ("SourceContext", "Value"));

    if (is12 (form))
    {
        add (device, "MpePitchBendUsesTuning", true);
        add (device, "ViewData", "{}");
    }

    add (device, "OverwriteProtectionNumber", protection (form));
}

/** Sixteen children of one kind. */
void addFamily (XmlElement& to, const std::string& tag, const std::function<std::string (int)>& valueOf)
{
    for (int i = 0; i < macrosOfARack; ++i)
        add (to, tag + "." + std::to_string (i), valueOf (i));
}

void addMacros (XmlElement& device, const std::array<Knob, 8>& knobs)
{
    const auto knobAt = [&] (int i) { return i < static_cast<int> (knobs.size()) ? knobs[static_cast<std::size_t> (i)] : Knob { "Macro " + std::to_string (i + 1), "", 0 }; };

    for (int i = 0; i < macrosOfARack; ++i)
        device.add (parameter ("MacroControls." + std::to_string (i), number (knobAt (i).position), "0", "127"));

    addFamily (device, "MacroDisplayNames", [&] (int i) { return knobAt (i).name; });
    addFamily (device, "MacroDefaults", [] (int) { return "-1"; });
    addFamily (device, "MacroAnnotations", [&] (int i) { return knobAt (i).info; });
    addFamily (device, "ForceDisplayGenericValue", [] (int) { return "false"; });
}

XmlElement rackDevice (LiveForm form, const std::string& name, const std::string& info, const std::array<Knob, 8>& knobs)
{
    XmlElement device { "InstrumentGroupDevice", { { "Id", "0" } } };
    addHead (device, form, name, info);
    device.add ({ "Branches" });

    for (const auto* tag : { "IsBranchesListVisible", "IsReturnBranchesListVisible", "IsRangesEditorVisible" })
        add (device, tag, false);

    add (device, "AreDevicesVisible", true);
    add (device, "NumVisibleMacroControls", static_cast<int> (knobs.size()));
    addMacros (device, knobs);
    add (device, "AreMacroControlsVisible", true);
    add (device, "IsAutoSelectEnabled", false);
    device.add (parameter ("ChainSelector", "0", "0", "127"));
    add (device, "ChainSelectorRelativePosition", -1073741824);
    add (device, "ViewsToRestoreWhenUnfolding", 0);
    device.add ({ "ReturnBranches" });
    add (device, "BranchesSplitterProportion", "0.5");
    add (device, "ShowBranchesInSessionMixer", false);
    addFamily (device, "MacroColor", [] (int) { return "-1"; });
    add (device, "LockId", 0);
    add (device, "LockSeal", 0);
    device.add (list ("ChainsListWrapper"));
    device.add (list ("ReturnChainsListWrapper"));
    device.add (holding ("MacroVariations", "MacroSnapshots"));
    addFamily (device, "ExcludeMacroFromRandomization", [] (int) { return "false"; });
    addFamily (device, "ExcludeMacroFromSnapshots", [] (int) { return "false"; });
    add (device, "AreMacroVariationsControlsVisible", false);
    add (device, "ChainSelectorFilterMidiCtrl", false);
    add (device, "RangeTypeIndex", 1);
    add (device, "ShowsZonesInsteadOfNoteNames", false);
    return device;
}

XmlElement presetReference (LiveForm form, const char* deviceName)
{
    XmlElement reference { "PresetRef" };
    auto& inner = reference.add ({ "AbletonDefaultPresetRef", { { "Id", "0" } } });
    auto& file = inner.add ({ "FileRef" });
    add (file, "RelativePathType", 0);
    add (file, "RelativePath", "");
    add (file, "Path", "");
    add (file, "Type", is12 (form) ? 1 : 2);
    add (file, "LivePackName", "");
    add (file, "LivePackId", "");
    add (file, "OriginalFileSize", 0);
    add (file, "OriginalCrc", 0);

    if (is12 (form))
        add (file, "SourceHint", "");

    inner.add ({ "DeviceId", { { "Name", deviceName } } });
    return reference;
}

XmlElement mixerDevice (LiveForm form)
{
    XmlElement device { "AudioBranchMixerDevice", { { "Id", "0" } } };
    addHead (device, form, "", "");
    device.add (onOff ("Speaker"));
    device.add (parameter ("Volume", "1", "0.0003162277571", "1.99526238"));
    device.add (parameter ("Panorama", "0", "-1", "1"));
    device.add ({ "SendInfos" });
    auto& routing = device.add ({ "RoutingHelper" });
    auto& routable = routing.add ({ "Routable" });
    add (routable, "Target", "AudioOut/None");
    add (routable, "UpperDisplayString", "No Output");
    add (routable, "LowerDisplayString", "");
    routable.add (mpeSettings());

    if (is12 (form))
        add (routable, "MpePitchBendUsesTuning", true);

    add (routing, "TargetEnum", 0);
    device.add (list ("SendsListWrapper"));
    return device;
}

XmlElement mixerPreset (LiveForm form)
{
    XmlElement mixer { "MixerPreset" };
    auto& preset = mixer.add ({ "AbletonDevicePreset", { { "Id", "0" } } });
    add (preset, "OverwriteProtectionNumber", protection (form));
    preset.add ({ "Device" }).add (mixerDevice (form));
    preset.add (presetReference (form, "AudioBranchMixerDevice"));
    return mixer;
}

/** Where a chain sounds: from one value to another, without fades. */
XmlElement zone (const char* tag, int least, int greatest)
{
    XmlElement made { tag };
    add (made, "Min", least);
    add (made, "Max", greatest);
    add (made, "CrossfadeMin", least);
    add (made, "CrossfadeMax", greatest);
    return made;
}

XmlElement branch (LiveForm form, XmlElement device)
{
    XmlElement made { "InstrumentBranchPreset", { { "Id", "0" } } };
    add (made, "Name", "Vital");
    add (made, "IsSoloed", false);
    made.add ({ "DevicePresets" }).add (std::move (device));
    made.add (mixerPreset (form));
    made.add (zone ("BranchSelectorRange", 0, 0));
    add (made, "SessionViewBranchWidth", 55);
    add (made, "DocumentColorIndex", 22);
    add (made, "AutoColored", true);
    add (made, "AutoColorScheme", 0);
    made.add ({ "SourceContext" });
    auto& zones = made.add ({ "ZoneSettings" });
    zones.add (zone ("KeyRange", 0, 127));
    zones.add (zone ("VelocityRange", 1, 127));
    return made;
}
} // namespace

void add (XmlElement& to, std::string tag, const std::string& value) { to.add ({ std::move (tag), { { "Value", value } } }); }

void add (XmlElement& to, std::string tag, const char* value) { add (to, std::move (tag), std::string (value)); }

void add (XmlElement& to, std::string tag, int value) { add (to, std::move (tag), std::to_string (value)); }

void add (XmlElement& to, std::string tag, bool value) { add (to, std::move (tag), std::string (value ? "true" : "false")); }

std::string number (double value)
{
    std::array<char, 400> text;
    const auto end = std::to_chars (text.data(), text.data() + text.size(), value, std::chars_format::fixed, 9).ptr;
    std::string digits (text.data(), end);
    digits.erase (digits.find_last_not_of ('0') + 1);

    if (digits.ends_with ('.'))
        digits.pop_back();

    return digits == "-0" ? "0" : digits;
}

int protection (LiveForm form) noexcept { return is12 (form) ? 3076 : 2816; }

XmlElement range (std::string tag, const std::string& least, const std::string& greatest)
{
    XmlElement made { std::move (tag) };
    add (made, "Min", least);
    add (made, "Max", greatest);
    return made;
}

XmlElement mpeSettings()
{
    XmlElement made { "MpeSettings" };
    add (made, "ZoneType", 0);
    add (made, "FirstNoteChannel", 1);
    add (made, "LastNoteChannel", 15);
    return made;
}

XmlElement document (LiveForm form, const std::string& name, const std::string& info, const std::array<Knob, 8>& knobs, XmlElement device)
{
    XmlElement root { "Ableton", { { "MajorVersion", "5" }, { "MinorVersion", is12 (form) ? "12.0_12203" : "11.0_11300" }, { "SchemaChangeCount", "3" }, { "Creator", is12 (form) ? "Ableton Live 12.2.6" : "Ableton Live 11.3.13" }, { "Revision", "" } } };
    auto& preset = root.add ({ "GroupDevicePreset" });
    add (preset, "OverwriteProtectionNumber", protection (form));
    preset.add ({ "Device" }).add (rackDevice (form, name, info, knobs));
    preset.add (presetReference (form, "InstrumentGroupDevice"));
    preset.add ({ "BranchPresets" }).add (branch (form, std::move (device)));
    preset.add ({ "ReturnBranchPresets" });
    return root;
}

} // namespace athanor::rack
