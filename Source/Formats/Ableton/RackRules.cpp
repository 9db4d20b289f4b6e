// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/RackRules.h"

#include "Formats/Ableton/Hexadecimal.h"
#include "Formats/Ableton/VitalPlugin.h"
#include "Formats/Ableton/VitalRack.h"
#include "Formats/Gzip.h"
#include "Formats/Json.h"
#include "Formats/Patch/LongTexts.h"
#include "Formats/Vital/VitalFile.h"
#include "Formats/Vital/VitalVersion.h"
#include "Formats/Xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

namespace athanor
{

namespace
{
using Tags = std::vector<std::string>;

constexpr std::size_t mostFaults = 100, mostParameters = 128;
constexpr int macrosOfARack = 16;

/** Classes that are lists: Live refuses a member without an Id. */
constexpr std::string_view lists[] { "DevicePresets", "BranchPresets", "ReturnBranchPresets", "Device", "ParameterSettings", "MacroSnapshots" };

constexpr std::string_view keyMidi[] { "PersistentKeyString", "IsNote", "Channel", "NoteOrController", "LowerRangeNote", "UpperRangeNote", "ControllerMapMode" };

/** The macros' parts of a rack, sixteen of each. */
constexpr std::string_view families[] { "MacroControls", "MacroDisplayNames", "MacroDefaults", "MacroAnnotations", "ForceDisplayGenericValue", "MacroColor", "ExcludeMacroFromRandomization", "ExcludeMacroFromSnapshots" };

/** In their order; + before what only documents of Live 12 have. */
constexpr std::string_view rackTags = "LomId LomIdView IsExpanded +BreakoutIsExpanded On ModulationSourceCount ParametersListWrapper Pointee LastSelectedTimeableIndex LastSelectedClipEnvelopeIndex LastPresetRef "
                                      "LockedScripts IsFolded ShouldShowPresetName UserName Annotation SourceContext +MpePitchBendUsesTuning +ViewData OverwriteProtectionNumber Branches IsBranchesListVisible "
                                      "IsReturnBranchesListVisible IsRangesEditorVisible AreDevicesVisible NumVisibleMacroControls MacroControls MacroDisplayNames MacroDefaults MacroAnnotations ForceDisplayGenericValue "
                                      "AreMacroControlsVisible IsAutoSelectEnabled ChainSelector ChainSelectorRelativePosition ViewsToRestoreWhenUnfolding ReturnBranches BranchesSplitterProportion "
                                      "ShowBranchesInSessionMixer MacroColor LockId LockSeal ChainsListWrapper ReturnChainsListWrapper MacroVariations ExcludeMacroFromRandomization ExcludeMacroFromSnapshots "
                                      "AreMacroVariationsControlsVisible ChainSelectorFilterMidiCtrl RangeTypeIndex ShowsZonesInsteadOfNoteNames";
constexpr std::string_view pluginTags = "OverwriteProtectionNumber MpeEnabled MpeSettings ParameterSettings IsOn PowerMacroControlIndex PowerMacroMappingRange IsFolded StoredAllParameters DeviceLomId DeviceViewLomId "
                                        "IsOnLomId ParametersListWrapperLomId Uid DeviceType ProcessorState ControllerState Name PresetRef";
constexpr std::string_view branchTags = "Name IsSoloed DevicePresets MixerPreset BranchSelectorRange SessionViewBranchWidth DocumentColorIndex AutoColored AutoColorScheme SourceContext ZoneSettings";
constexpr std::string_view settingTags = "Index VisualIndex ParameterId Type MacroControlIndex MidiControllerRange LomId";

Tags tagsIn (std::string_view list, bool is12)
{
    Tags tags;

    for (std::size_t at = 0; at < list.size();)
    {
        const auto end = std::min (list.find (' ', at), list.size());
        auto tag = list.substr (at, end - at);
        at = end + 1;

        if (! tag.starts_with ('+'))
            tags.emplace_back (tag);
        else if (is12)
            tags.emplace_back (tag.substr (1));
    }

    return tags;
}

std::optional<double> numberOf (const XmlElement* element)
{
    const auto* text = element != nullptr ? element->attribute ("Value") : nullptr;
    double number = 0;

    if (text == nullptr)
        return {};

    const auto [end, error] = std::from_chars (text->data(), text->data() + text->size(), number);
    return error == std::errc() && end == text->data() + text->size() && number - number == 0 ? std::optional (number) : std::nullopt;
}

/** By its shape: what envelopes point at. */
bool isPointee (const XmlElement& element)
{
    return element.attribute ("Id") != nullptr && (element.tag == "Pointee" || (element.children.size() == 1 && element.children[0].tag == "LockEnvelope"));
}

/** The tags of children, each family of numbered ones once. */
Tags shapeOf (const XmlElement& element)
{
    Tags tags;

    for (const auto& child : element.children)
    {
        const auto tag = child.tag.substr (0, child.tag.find ('.'));

        if (tags.empty() || tags.back() != tag)
            tags.push_back (tag);
    }

    return tags;
}

/** Of the Vital that is to read a preset. */
std::string versionOf (std::string_view preset)
{
    LongTexts texts;
    const auto value = parseJson (texts.takeOutOf (preset));
    const auto* version = value ? value->part ("synth_version") : nullptr;
    const auto* text = version != nullptr ? version->as<std::string>() : nullptr;
    return text != nullptr ? *text : std::string();
}

class Examination
{
public:
    std::vector<std::string> faults;

    void examine (const XmlElement& root)
    {
        const auto* minor = root.attribute ("MinorVersion");
        const auto* major = root.attribute ("MajorVersion");
        is12 = minor != nullptr && minor->starts_with ("12.0_");
        expect (root.tag == "Ableton", "The root is not Ableton.");
        expect (major != nullptr && *major == "5" && root.attribute ("Creator") != nullptr, "The root does not say which Live has written it.");
        expect (is12 || (minor != nullptr && minor->starts_with ("11.0_")), "The document is neither one of Live 11 nor one of Live 12.");
        expect (root.children.size() == 1 && root.children[0].tag == "GroupDevicePreset", "There is not exactly one rack in it.");
        expect (! root.children.empty() && root.children[0].attributes.empty(), "The outermost GroupDevicePreset has attributes, and Live would refuse it without a word.");
        visit (root);
        expect (instruments > 0, "There is no instrument in the rack.");
    }

    void expect (bool isTrue, std::string sentence)
    {
        if (! isTrue && faults.size() < mostFaults)
            faults.push_back (std::move (sentence));
    }

private:
    void visit (const XmlElement& element)
    {
        examineIds (element);
        examineValue (element);

        if (element.tag == "InstrumentGroupDevice")
            examineRack (element);
        else if (element.tag == "Vst3Preset")
            examinePlugin (element);
        else if (element.tag == "InstrumentBranchPreset")
            expectShape (element, branchTags);
        else if (element.tag == "KeyMidi")
            expect (std::ranges::equal (element.children, keyMidi, {}, &XmlElement::tag), "A KeyMidi has other fields than the seven that it must have.");
        else if (element.tag == "Branches")
            expect (element.children.empty(), "There are chains in Branches, where a preset has none.");

        for (const auto& child : element.children)
            visit (child);
    }

    void examineIds (const XmlElement& element)
    {
        std::set<std::string> ids;
        const auto isList = std::ranges::find (lists, element.tag) != std::end (lists);

        for (const auto& child : element.children)
        {
            const auto* id = child.attribute ("Id");

            if (isPointee (child))
                expect (*id == "0", child.tag + " has an Id other than 0, which presets never have.");
            else if (id != nullptr)
                expect (ids.insert (*id).second, "Two children of " + element.tag + " share the Id " + *id + ".");
            else
                expect (! isList, "A " + child.tag + " in " + element.tag + " has no Id, so Live would refuse the list.");
        }
    }

    void examineValue (const XmlElement& element)
    {
        const auto* value = element.attribute ("Value");

        if (element.tag == "OriginalFileSize" || element.tag == "OriginalCrc" || element.tag == "LomId")
            expect (numberOf (&element).has_value(), element.tag + " is no number.");

        expect (element.tag != "RelativePath" || value == nullptr || element.children.empty(), "A RelativePath has both a value and children.");

        if (value != nullptr && (element.tag.starts_with ("Is") || element.tag.starts_with ("Are")) && ! element.tag.ends_with ("LomId"))
            expect (*value == "true" || *value == "false", element.tag + " is neither true nor false.");
    }

    void expectShape (const XmlElement& element, std::string_view tags)
    {
        expect (shapeOf (element) == tagsIn (tags, is12), element.tag + " does not have the children that it must have, in their order.");
    }

    void examineRack (const XmlElement& rack)
    {
        expectShape (rack, rackTags);

        for (const auto family : families)
            for (int i = 0; i < macrosOfARack; ++i)
            {
                const auto tag = std::string (family) + "." + std::to_string (i);
                expect (std::ranges::count (rack.children, tag, &XmlElement::tag) == 1, "There is not exactly one " + tag + ".");
            }

        for (int i = 0; i < macrosOfARack; ++i)
            if (const auto* macro = rack.child ("MacroControls." + std::to_string (i)))
            {
                const auto position = numberOf (macro->child ("Manual"));
                expect (position && *position >= 0 && *position <= 127, "Macro " + std::to_string (i + 1) + " does not stand between 0 and 127.");
            }

        const auto visible = numberOf (rack.child ("NumVisibleMacroControls"));
        expect (visible && *visible >= 0 && *visible <= macrosOfARack && static_cast<int> (*visible) % 2 == 0, "The number of visible macros is not even, which Live draws badly.");
    }

    void examinePlugin (const XmlElement& plugin)
    {
        ++instruments;
        expectShape (plugin, pluginTags);
        const auto type = numberOf (plugin.child ("DeviceType"));
        expect (type && *type == 1, "The plug-in is no instrument.");

        for (std::size_t i = 0; i < vitalClassWords.size(); ++i)
        {
            const auto word = numberOf (plugin.find ("Uid/Fields." + std::to_string (i)));
            expect (word && *word == vitalClassWords[i], "The plug-in is not Vital.");
        }

        if (const auto* settings = plugin.child ("ParameterSettings"))
            examineParameters (*settings);

        examineState (plugin.child ("ProcessorState"));
    }

    void examineParameters (const XmlElement& settings)
    {
        std::set<double> ids;
        expect (settings.children.size() <= mostParameters, "There are more than 128 parameters, which makes Live crash.");

        for (const auto& one : settings.children)
        {
            expectShape (one, settingTags);
            const auto macro = numberOf (one.child ("MacroControlIndex"));
            const auto id = numberOf (one.child ("ParameterId"));
            const auto least = numberOf (one.find ("MidiControllerRange/MidiControllerRange/Min")), greatest = numberOf (one.find ("MidiControllerRange/MidiControllerRange/Max"));
            expect (macro && *macro >= -1 && *macro < macrosOfARack && *macro == static_cast<int> (*macro), "A parameter is mapped to a macro that there is none of.");
            expect (! macro || *macro < 0 || (least && greatest), "A parameter is mapped without a range, which makes Live crash.");
            expect (! least || ! greatest || (*least >= 0 && *least <= 1 && *greatest >= 0 && *greatest <= 1 && *least != *greatest), "The range of a parameter is not within 0 and 1, or nothing.");
            expect (id && knownIds().contains (*id), "A parameter is mapped that Vital has not.");
            expect (! id || ids.insert (*id).second, "A parameter is mapped twice.");
        }
    }

    static const std::set<double>& knownIds()
    {
        static const auto known = [] {
            std::set<double> ids;

            for (int i = 0; i < controlCount; ++i)
                ids.insert (vitalParameterId (static_cast<Control> (i)));

            return ids;
        }();

        return known;
    }

    void examineState (const XmlElement* element)
    {
        const auto bytes = element != nullptr ? bytesOfHexadecimal (element->text) : std::nullopt;
        expect (bytes.has_value(), "The state of the plug-in is no hexadecimal text.");

        if (! bytes)
            return;

        const auto preset = presetOfVitalState (*bytes);
        const auto read = preset ? readVital (*preset) : Result<VitalPatch> (preset.failure());
        expect (static_cast<bool> (preset), "The state of the plug-in is none of Vital's.");
        expect (! preset || (read && read->remarks.empty()), "The preset in the rack is not in order.");
        expect (! preset || versionOf (*preset) == vitalVersion, "The preset in the rack is not one for the Vital that it is for.");
    }

    bool is12 = false;
    int instruments = 0;
};
} // namespace

std::vector<std::string> rackFaults (std::string_view adg)
{
    Examination examination;
    examination.expect (isGzip (adg), "The rack is not packed with gzip.");
    const auto text = gunzip (adg, longestRack);

    if (! text)
        return { text.failure().message };

    constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    examination.expect (text->starts_with (declaration) && text->find ("<?xml", 1) == text->npos, "There is not exactly one XML declaration at the front, and Live would refuse it without a word.");
    const auto root = readXml (*text);

    if (! root)
        return { root.failure().message };

    examination.examine (*root);
    return examination.faults;
}

} // namespace athanor
