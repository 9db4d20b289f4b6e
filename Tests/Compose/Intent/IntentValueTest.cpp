// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/IntentValue.h"

#include "Compose/Intent/OfflinePlanner.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace athanor
{

namespace
{
SoundIntent fullIntent()
{
    SoundIntent intent;
    intent.categories = { { SoundCategory::pad, 1 }, { SoundCategory::strings, .4 } };
    intent.wishes = { { TimbreAxis::brightness, -.6, 1, false }, { TimbreAxis::movement, .5, .35, true } };
    intent.envelope = { 1.2, {}, 3.0, .8 };
    intent.movements = { { MovementKind::opening, .6, .25, {} }, { MovementKind::pulse, .4, {}, .5 } };
    intent.space = { .4, 0.0, .75 };
    intent.features = { SoundFeature::saw, SoundFeature::chorus };
    intent.exclusions = { SoundFeature::reverb };
    intent.locks = { SoundPart::bass };
    intent.note = 48;
    intent.octaves = -1;
    intent.genres = { "deep-house" };
    intent.decade = 1980;
    intent.tempo = 122.5;
    intent.key = KeyWish { 9, true };
    intent.isRefinement = true;
    intent.confidence = .9;
    intent.trace = { { 0, 4, "dark: brightness -0.6" } };
    intent.notUnderstood = { "frobnicate" };
    intent.remarks = { "One word was not understood and left out." };
    return intent;
}

Value::Parts& partsOf (Value& value) { return std::get<Value::Parts> (value.content); }

/** The first fault of a whole intent after one change to its data. */
IntentFault faultAfter (const std::function<void (Value::Parts&)>& change)
{
    auto value = toValue (fullIntent());
    change (partsOf (value));
    const auto reading = readIntent (value);
    return reading.faults.empty() ? IntentFault {} : reading.faults.front();
}

Value::Parts& item (Value::Parts& parts, const char* list, std::size_t index)
{
    return partsOf (std::get<Value::List> (parts[list].content)[index]);
}
} // namespace

TEST (IntentValue, comesBackWhole)
{
    for (const auto& intent : { fullIntent(), SoundIntent(), planSound ("warm analogue pad that slowly opens, no reverb, 92 bpm in F# minor, xyzzy") })
    {
        const auto reading = readIntent (toValue (intent));
        EXPECT_TRUE (reading.faults.empty()) << reading.faults.front().path << ": " << reading.faults.front().sentence;
        EXPECT_EQ (reading.intent, intent);
    }
}

TEST (IntentValue, takesWhatIsNotSaidAsNotSaid)
{
    const auto reading = readIntent (Value::Parts { { "tempo", Value() }, { "categories", Value() } });
    EXPECT_TRUE (reading.faults.empty());
    EXPECT_EQ (reading.intent, SoundIntent());
}

TEST (IntentValue, refusesWhatIsNoIntentAtAll)
{
    for (const auto& value : { Value(), Value (3), Value ("warm pad"), Value (Value::List {}) })
        EXPECT_FALSE (readIntent (value).faults.empty());
}

TEST (IntentValue, namesThePathOfEachFault)
{
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    const auto infinity = std::numeric_limits<double>::infinity();
    using Parts = Value::Parts;

    const std::vector<std::pair<std::string, std::function<void (Parts&)>>> faults {
        { "cutoff", [] (Parts& p) { p["cutoff"] = 1000; } },
        { "wishes/0/why", [] (Parts& p) { item (p, "wishes", 0)["why"] = "because"; } },
        { "envelope/hold", [] (Parts& p) { partsOf (p["envelope"])["hold"] = 1; } },
        { "envelope", [] (Parts& p) { p["envelope"] = "slow"; } },
        { "wishes/1/axis", [] (Parts& p) { item (p, "wishes", 1)["axis"] = "loveliness"; } },
        { "wishes/1/axis", [] (Parts& p) { item (p, "wishes", 1).erase ("axis"); } },
        { "wishes/0/direction", [] (Parts& p) { item (p, "wishes", 0)["direction"] = 1.01; } },
        { "wishes/0/direction", [=] (Parts& p) { item (p, "wishes", 0)["direction"] = nan; } },
        { "wishes/0/weight", [=] (Parts& p) { item (p, "wishes", 0)["weight"] = infinity; } },
        { "wishes/0/relative", [] (Parts& p) { item (p, "wishes", 0)["relative"] = 1; } },
        { "wishes/0", [] (Parts& p) { std::get<Value::List> (p["wishes"].content)[0] = "bright"; } },
        { "wishes", [] (Parts& p) { p["wishes"] = 1; } },
        { "wishes", [] (Parts& p) { p["wishes"] = Value::List (65); } },
        { "categories/0/category", [] (Parts& p) { item (p, "categories", 0)["category"] = "Pad"; } },
        { "categories/0/weight", [] (Parts& p) { item (p, "categories", 0)["weight"] = -.1; } },
        { "envelope/attack", [] (Parts& p) { partsOf (p["envelope"])["attack"] = 30.5; } },
        { "envelope/sustain", [] (Parts& p) { partsOf (p["envelope"])["sustain"] = "1"; } },
        { "movements/0/hertz", [] (Parts& p) { item (p, "movements", 0)["hertz"] = 0; } },
        { "movements/1/beats", [] (Parts& p) { item (p, "movements", 1)["beats"] = 65; } },
        { "movements/0/beats", [] (Parts& p) { item (p, "movements", 0)["beats"] = 1; } },
        { "space/reverb", [] (Parts& p) { partsOf (p["space"])["reverb"] = 1e308; } },
        { "features/0", [] (Parts& p) { p["features"] = Value::List { "../../etc" }; } },
        { "features/1", [] (Parts& p) { p["features"] = Value::List { "saw", "saw" }; } },
        { "exclusions/0", [] (Parts& p) { p["exclusions"] = Value::List { "chorus" }; } },
        { "locks/0", [] (Parts& p) { p["locks"] = Value::List { 7 }; } },
        { "note", [] (Parts& p) { p["note"] = 128; } },
        { "note", [] (Parts& p) { p["note"] = 60.5; } },
        { "octaves", [] (Parts& p) { p["octaves"] = -5; } },
        { "genres/0", [] (Parts& p) { p["genres"] = Value::List { "https://evil.example" }; } },
        { "genres/0", [] (Parts& p) { p["genres"] = Value::List { std::string (33, 'a') }; } },
        { "decade", [] (Parts& p) { p["decade"] = 1940; } },
        { "tempo", [] (Parts& p) { p["tempo"] = 19; } },
        { "tempo", [] (Parts& p) { p["tempo"] = true; } },
        { "key/tonic", [] (Parts& p) { partsOf (p["key"])["tonic"] = 12; } },
        { "key/minor", [] (Parts& p) { partsOf (p["key"])["minor"] = "yes"; } },
        { "refinement", [] (Parts& p) { p["refinement"] = "true"; } },
        { "confidence", [] (Parts& p) { p["confidence"] = 2; } },
        { "trace/0/begin", [] (Parts& p) { item (p, "trace", 0)["begin"] = -1; } },
        { "trace/0/end", [] (Parts& p) { item (p, "trace", 0)["begin"] = 5; } },
        { "trace/0/meaning", [] (Parts& p) { item (p, "trace", 0)["meaning"] = std::string (201, 'x'); } },
        { "not_understood/0", [] (Parts& p) { p["not_understood"] = Value::List { std::string ("\xff") }; } },
        { "remarks/0", [] (Parts& p) { p["remarks"] = Value::List { std::string ("a\x1b[2Jb") }; } },
    };

    for (const auto& [path, change] : faults)
    {
        const auto fault = faultAfter (change);
        EXPECT_EQ (fault.path, path);
        EXPECT_TRUE (fault.sentence.ends_with ('.')) << path << ": " << fault.sentence;
    }
}

TEST (IntentValue, collectsNoEndOfFaults)
{
    Value::Parts parts;

    for (int i = 0; i < 10'000; ++i)
        parts["part" + std::to_string (i)] = i;

    EXPECT_EQ (readIntent (parts).faults.size(), 100u);
}

TEST (IntentValue, isDescribedByItsSchemaPartByPart)
{
    const auto schema = intentSchema();
    const auto* properties = schema.part ("properties");
    ASSERT_NE (properties, nullptr);

    const auto full = toValue (fullIntent());

    for (const auto& [name, value] : *full.as<Value::Parts>())
        EXPECT_NE (properties->part (name), nullptr) << name;

    EXPECT_EQ (schema.part ("required")->as<Value::List>()->size(), properties->as<Value::Parts>()->size());
    EXPECT_EQ (*schema.part ("additionalProperties"), Value (false));
    EXPECT_EQ (properties->part ("tempo")->part ("type")->as<Value::List>()->size(), 2u) << "a number or null";
    EXPECT_EQ (properties->part ("wishes")->part ("items")->part ("properties")->part ("axis")->part ("enum")->as<Value::List>()->size(), choiceNames<TimbreAxis>.size());
}

} // namespace athanor
