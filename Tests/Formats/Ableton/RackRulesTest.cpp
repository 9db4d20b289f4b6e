// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/RackRules.h"

#include "Formats/Ableton/VitalRack.h"
#include "Formats/Gzip.h"
#include "Formats/Xml.h"

#include <gtest/gtest.h>

#include <functional>

namespace athanor
{

namespace
{
std::string good() { return *gunzip (*writeVitalRack (PatchSpec(), LiveForm::live12), longestRack); }

struct Change
{
    const char *from, *to, *name;
};
} // namespace

TEST (RackRules, passWhatLiveLoads)
{
    EXPECT_EQ (rackFaults (gzip (good())), std::vector<std::string>());
}

TEST (RackRules, findWhatLiveWouldRefuse)
{
    const Change changes[] {
        { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "", "no declaration" },
        { "<GroupDevicePreset>", "<GroupDevicePreset Id=\"0\">", "an Id at the top" },
        { "<InstrumentBranchPreset Id=\"0\">", "<InstrumentBranchPreset>", "a list member without an Id" },
        { "<OriginalFileSize Value=\"0\" />", "<OriginalFileSize Value=\"\" />", "a blank number" },
        { "<RelativePath Value=\"\" />", "<RelativePath Value=\"\"><RelativePathElement Id=\"0\" /></RelativePath>", "a path of both kinds" },
        { "<Pointee Id=\"0\" />", "<Pointee Id=\"7\" />", "a pointee" },
        { "<Branches />", "<Branches><InstrumentBranch Id=\"0\" /></Branches>", "a chain in the wrong place" },
        { "<NumVisibleMacroControls Value=\"8\" />", "<NumVisibleMacroControls Value=\"7\" />", "an odd number" },
        { "<MacroDefaults.3 Value=\"-1\" />", "", "a missing macro" },
        { "<ViewData Value=\"{}\" />", "", "a missing node" },
        { "<LockId Value=\"0\" />", "<LockId Value=\"0\" /><Surprise Value=\"0\" />", "an unknown node" },
        { "<Fields.0 Value=\"1448301654\" />", "<Fields.0 Value=\"1\" />", "another plug-in" },
        { "<DeviceType Value=\"1\" />", "<DeviceType Value=\"2\" />", "an effect" },
        { "5673745700", "567374570", "half a byte" },
        { "5673745700", "5673745800", "a state of something else" },
        { "<IsOn Value=\"true\" />", "<IsOn Value=\"yes\" />", "no truth" },
        { "MinorVersion=\"12.0_12203\"", "MinorVersion=\"13.0_1\"", "a Live that there is none of" },
        { "MinorVersion=\"12.0_12203\"", "MinorVersion=\"11.0_11300\"", "nodes of 12 in a document of 11" },
    };

    for (const auto& change : changes)
    {
        auto text = good();
        const auto at = text.find (change.from);
        ASSERT_NE (at, text.npos) << change.name;
        text.replace (at, std::string_view (change.from).size(), change.to);
        EXPECT_FALSE (rackFaults (gzip (text)).empty()) << change.name;
    }

    EXPECT_FALSE (rackFaults (good()).empty()) << "not packed";
    EXPECT_FALSE (rackFaults ("").empty());
}

TEST (RackRules, findWhatMakesLiveCrash)
{
    const auto changed = [] (const std::function<void (XmlElement&)>& change) {
        PatchSpec patch;
        patch.macros[0].name = "Bright";
        auto root = *readXml (*gunzip (*writeVitalRack (patch, LiveForm::live11), longestRack));
        change (const_cast<XmlElement&> (*root.find ("GroupDevicePreset/BranchPresets/InstrumentBranchPreset/DevicePresets/Vst3Preset/ParameterSettings")));
        return rackFaults (gzip (formatXml (root)));
    };

    EXPECT_TRUE (changed ([] (XmlElement&) {}).empty());
    EXPECT_FALSE (changed ([] (XmlElement& settings) { settings.children[0].children[5].children.clear(); }).empty()) << "mapped without a range";
    EXPECT_FALSE (changed ([] (XmlElement& settings) { settings.children[0].children[2].attributes[0].second = "12"; }).empty()) << "mapped to nothing";
    EXPECT_FALSE (changed ([] (XmlElement& settings) { settings.children[0].children[4].attributes[0].second = "16"; }).empty()) << "a seventeenth macro";
    EXPECT_FALSE (changed ([] (XmlElement& settings) {
                      for (int i = 1; i <= 128; ++i)
                          settings.add (settings.children[0]).attributes[0].second = std::to_string (i);
                  }).empty())
        << "too many";
}

} // namespace athanor
