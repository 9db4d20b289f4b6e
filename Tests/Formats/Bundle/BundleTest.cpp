// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Bundle/Bundle.h"

#include "Core/Hash.h"
#include "Formats/Ableton/RackRules.h"
#include "Formats/Ableton/VitalRack.h"
#include "Formats/Json.h"
#include "Formats/Packed.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Vital/VitalFile.h"
#include "Formats/Xml.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace athanor
{

namespace
{
BundleParts someParts()
{
    BundleParts parts { .patch = {}, .category = "pad", .request = Value::Parts { { "seed", "7" } }, .origin = Value::Parts { { "template", "pad-slow" } }, .why = "Because.\n", .flac = "fLaC", .ogg = "OggS", .svg = "<svg/>", .png = "PNG" };
    parts.patch.name = "Warm / Pad";
    parts.patch.macros[0].name = "Bright";
    parts.patch.values[Control::filter_1_cutoff] = 40;
    parts.about["cover"] = Value ("rings");
    return parts;
}

using Files = std::map<std::string, std::string>;

Files filesIn (const std::string& zip)
{
    return *unzipped (zip, { [] (std::string_view) { return true; }, {}, { "damaged", "" }, { "large", "" }, { "full", "" } });
}

std::string zipOf (const Files& files)
{
    std::vector<std::pair<std::string, std::string_view>> list;

    for (const auto& [name, bytes] : files)
        list.emplace_back (name, bytes);

    return *zipped (list);
}

/** Each as it can be changed by somebody who is not careful, or careful. */
std::string changed (const std::function<void (Files&)>& change)
{
    auto files = filesIn (writeBundle (someParts())->bytes);
    change (files);
    return zipOf (files);
}

Value manifestOf (const Files& files) { return *parseJson (files.at ("manifest.json")); }
} // namespace

TEST (Bundle, holdsAllThatIsToBeTakenAlong)
{
    const auto written = writeBundle (someParts());
    ASSERT_TRUE (written) << written.failure().message;
    EXPECT_EQ (written->fileName, "Warm - Pad.zip");
    const auto files = filesIn (written->bytes);
    std::vector<std::string> names;

    for (const auto& [name, bytes] : files)
        names.push_back (name);

    EXPECT_EQ (names, (std::vector<std::string> { "Warm - Pad (Live 11).adg", "Warm - Pad (Live 12).adg", "Warm - Pad.vital", "cover.png", "cover.svg", "manifest.json", "mapping.json", "mapping.txt", "patch.json", "preview.flac", "preview.ogg", "why.txt" }));
    EXPECT_EQ (files.at ("Warm - Pad.vital"), *writeVital (someParts().patch));
    EXPECT_EQ (readVital (files.at ("Warm - Pad.vital"))->patch.values, someParts().patch.values);
    EXPECT_EQ (*presetInRack (files.at ("Warm - Pad (Live 11).adg")), files.at ("Warm - Pad.vital"));
    EXPECT_TRUE (rackFaults (files.at ("Warm - Pad (Live 12).adg")).empty());
    EXPECT_EQ (written->bytes.substr (30, 13), "manifest.json") << "the first of all";
}

TEST (Bundle, saysInItsManifestWhatEachFileIs)
{
    const auto files = filesIn (writeBundle (someParts())->bytes);
    const auto manifest = manifestOf (files);
    EXPECT_EQ (*manifest.part ("schema_version"), Value (1));
    EXPECT_EQ (*manifest.part ("cover"), Value ("rings"));
    EXPECT_EQ (*manifest.part ("request"), someParts().request);
    const auto& parts = *manifest.part ("parts")->as<Value::List>();
    EXPECT_EQ (parts.size(), files.size() - 1);

    for (const auto& part : parts)
    {
        const auto& bytes = files.at (*part.part ("name")->as<std::string>());
        EXPECT_EQ (*part.part ("sha256"), Value (contentHash (bytes)));
        EXPECT_EQ (*part.part ("size"), Value (static_cast<std::int64_t> (bytes.size())));
    }
}

TEST (Bundle, comesBack)
{
    const auto written = writeBundle (someParts());
    EXPECT_TRUE (isBundle (written->bytes));
    const auto read = readBundle (written->bytes);
    ASSERT_TRUE (read) << read.failure().detail;
    EXPECT_EQ (read->patch, someParts().patch);
    EXPECT_EQ (read->origin, someParts().origin);
    EXPECT_EQ (read->request, someParts().request);
    EXPECT_EQ (read->category, "pad");
    EXPECT_EQ (read->files.at ("preview.ogg"), "OggS");
    EXPECT_TRUE (read->remarks.empty());
    EXPECT_EQ (writeBundle (someParts())->bytes, written->bytes) << "equal parts, equal bytes";
    EXPECT_FALSE (isBundle (*packFiles ({ { "project.json", "{}" } })));
    EXPECT_FALSE (isBundle (""));
    EXPECT_FALSE (isBundle ("PK\3\4 and no more"));
}

TEST (Bundle, isRefusedWhenItIsNotWhatItsManifestSays)
{
    EXPECT_FALSE (readBundle (changed ([] (Files& files) { files.erase ("manifest.json"); })));
    EXPECT_FALSE (readBundle (changed ([] (Files& files) { files["manifest.json"] = "{}"; })));
    EXPECT_FALSE (readBundle (changed ([] (Files& files) { files["manifest.json"] = "no JSON"; })));
    EXPECT_FALSE (readBundle (changed ([] (Files& files) { files["preview.ogg"] = "Ogg!"; })));
    EXPECT_FALSE (readBundle (changed ([] (Files& files) { files["preview.ogg"] += "S"; })));
    EXPECT_FALSE (readBundle (changed ([] (Files& files) { files.erase ("why.txt"); })));
    EXPECT_FALSE (readBundle (changed ([] (Files& files) { files.erase ("patch.json"); })));

    const auto newer = readBundle (changed ([] (Files& files) {
        auto& text = files["manifest.json"];
        const std::string now = "\"schema_version\": 1";
        ASSERT_NE (text.find (now), text.npos);
        text.replace (text.find (now), now.size(), "\"schema_version\": 2");
    }));
    ASSERT_FALSE (newer);
    EXPECT_NE (newer.failure().message.find ("newer"), std::string::npos);
}

TEST (Bundle, leavesOutWhatItDoesNotKnow)
{
    const auto read = readBundle (changed ([] (Files& files) {
        files["virus.exe"] = "x";
        files["../../outside"] = "x";
        files["/etc/passwd"] = "x";
        files["C:\\x"] = "x";
    }));
    ASSERT_TRUE (read);
    EXPECT_EQ (read->remarks.size(), 1u);

    for (const auto& [name, bytes] : read->files)
        EXPECT_EQ (name.find_first_of ("/\\"), name.npos);

    EXPECT_FALSE (read->files.contains ("virus.exe"));
}

TEST (Bundle, mayNotNameAPartThatLeadsElsewhere)
{
    const auto read = readBundle (changed ([] (Files& files) {
        auto& text = files["manifest.json"];

        for (auto at = text.find ("why.txt"); at != text.npos; at = text.find ("why.txt"))
            text.replace (at, 7, "../why");

        files["../why"] = files["why.txt"];
    }));
    EXPECT_FALSE (read);
}

TEST (Bundle, isReadWithinLimits)
{
    const auto bytes = writeBundle (someParts())->bytes;
    EXPECT_FALSE (readBundle (bytes, { 1'000, 64 }));
    EXPECT_FALSE (readBundle (bytes, { 1 << 30, 5 }));

    for (std::size_t length = 0; length < bytes.size(); length += 101)
        EXPECT_FALSE (readBundle (bytes.substr (0, length)));
}

TEST (Bundle, isNotMadeOfAPatchWithFaults)
{
    auto parts = someParts();
    parts.patch.values[Control::osc_1_level] = 1e30f;
    const auto written = writeBundle (parts);
    ASSERT_FALSE (written);
    EXPECT_FALSE (written.failure().message.empty());
}

} // namespace athanor
