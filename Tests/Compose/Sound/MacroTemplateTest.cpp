// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/MacroTemplate.h"

#include "Compose/Sound/BasicShapes.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace athanor
{

namespace
{
/** All there can be in one. */
MacroTemplate fullTemplate()
{
    MacroTemplate made;
    made.id = "pad-slow-filter";
    made.name = "Slow filter pad";
    made.category = SoundCategory::pad;
    made.version = 3;
    made.description = "Saws that open slowly.";
    made.tags = { "warm", "analog" };
    made.defaults = { { Control::filter_1_on, 1 }, { Control::reverb_on, 1 }, { Control::distortion_on, 1 }, { Control::chorus_on, 1 }, { Control::osc_2_on, 1 }, { Control::lfo_1_frequency, -2.5 } };
    made.waves = { { 0, "saw" }, { 1, "formants" } };
    made.lines = { { 0, "sine" } };
    made.slots = { { PatchSource::lfo_1, Control::filter_1_cutoff, .1, true }, { PatchSource::velocity, Control::osc_1_level, -.2, false } };
    made.roles = { {
        { "brightness", "Open", "Opens the filter.", .5, { { Control::filter_1_cutoff, 40, 90, 2, {} } }, { SoundFeature::lowpass } },
        { "movement", "Drift", "Lets it drift.", .25, { { Control::modulation_1_amount, 0, .4, 0, {} } }, { SoundFeature::modulation } },
        { "space", "Hall", "The hall.", .5, { { Control::reverb_dry_wet, 0, .6, 0, {} }, { Control::delay_dry_wet, 0, .4, 0, { Control::delay_on } } }, { SoundFeature::reverb } },
        { "bite", "Grit", "Drives it.", 0, { { Control::distortion_drive, 0, 18, 0, {} } }, {} },
        { "body", "Earth", "The low end.", .6, { { Control::osc_2_level, .8, .1, 0, {} } }, {} },
        { "width", "Wide", "Spreads it.", .4, { { Control::chorus_dry_wet, 0, .7, 0, {} } }, {} },
        { "attack", "Dawn", "How slowly it comes.", .3, { { Control::env_1_attack, .2, 1.2, 0, {} } }, {} },
        { "release", "Dusk", "How slowly it goes.", .4, { { Control::env_1_release, .4, 1.3, 0, {} } }, {} },
    } };
    return made;
}

Value::Parts& partsOf (Value& value) { return std::get<Value::Parts> (value.content); }

Value::Parts& item (Value::Parts& parts, const char* list, std::size_t index)
{
    return partsOf (std::get<Value::List> (parts[list].content)[index]);
}

/** The first fault of a whole template after one change to its data. */
TemplateFault faultAfter (const std::function<void (Value::Parts&)>& change)
{
    auto value = toValue (fullTemplate());
    change (partsOf (value));
    const auto reading = readTemplate (value);
    return reading.faults.empty() ? TemplateFault {} : reading.faults.front();
}

/** Where the fault is after something was put somewhere. */
std::string faultWith (const char* part, Value value)
{
    return faultAfter ([&] (Value::Parts& parts) { parts[part] = std::move (value); }).path;
}

std::string faultInRole (std::size_t role, const char* part, Value value)
{
    return faultAfter ([&] (Value::Parts& parts) { item (parts, "roles", role)[part] = std::move (value); }).path;
}

std::string faultInTarget (std::size_t role, const char* part, Value value)
{
    return faultAfter ([&] (Value::Parts& parts) { item (item (parts, "roles", role), "targets", 0)[part] = std::move (value); }).path;
}

std::string faultInSlot (const char* part, Value value)
{
    return faultAfter ([&] (Value::Parts& parts) { item (parts, "slots", 0)[part] = std::move (value); }).path;
}

std::string faultOfDefault (const char* control, Value value)
{
    return faultAfter ([&] (Value::Parts& parts) { partsOf (parts["defaults"])[control] = std::move (value); }).path;
}

/** Which slot a knob has on a control. */
int slotOn (const PatchSpec& patch, PatchSource source, Control control)
{
    for (std::size_t i = 0; i < patch.slots.size(); ++i)
        if (patch.slots[i].source == source && patch.slots[i].destination == control)
            return static_cast<int> (i);

    return -1;
}
} // namespace

TEST (MacroTemplate, comesBackWhole)
{
    const auto reading = readTemplate (toValue (fullTemplate()));
    ASSERT_TRUE (reading.faults.empty()) << reading.faults.front().path << ": " << reading.faults.front().sentence;
    EXPECT_EQ (reading.made, fullTemplate());
}

TEST (MacroTemplate, isRefusedWhereItIsNoTemplateAtAll)
{
    for (const auto& value : { Value(), Value (3), Value ("pad"), Value (Value::List {}), Value (Value::Parts {}) })
        EXPECT_FALSE (readTemplate (value).faults.empty());
}

TEST (MacroTemplate, saysWhatIsWrongWithItsHead)
{
    EXPECT_EQ (faultWith ("schema_version", 2), "schema_version");
    EXPECT_EQ (faultWith ("id", "Pad 1"), "id");
    EXPECT_EQ (faultWith ("id", "../pad"), "id");
    EXPECT_EQ (faultWith ("name", ""), "name");
    EXPECT_EQ (faultWith ("name", std::string (41, 'x')), "name");
    EXPECT_EQ (faultWith ("name", "Pa\nd"), "name");
    EXPECT_EQ (faultWith ("name", "\xff"), "name");
    EXPECT_EQ (faultWith ("category", "drone"), "category");
    EXPECT_EQ (faultWith ("version", 0), "version");
    EXPECT_EQ (faultWith ("version", 1.5), "version");
    EXPECT_EQ (faultWith ("description", "No full stop"), "description");
    EXPECT_EQ (faultWith ("tags", "warm"), "tags");
    EXPECT_EQ (faultWith ("tags", Value::List { "warm", "warm" }), "tags/1");
    EXPECT_EQ (faultWith ("tags", Value::List { "War m" }), "tags/0");
    EXPECT_EQ (faultWith ("colour", "red"), "colour");
}

TEST (MacroTemplate, saysWhatIsWrongWithItsSound)
{
    EXPECT_EQ (faultOfDefault ("filter_1_cut", 3), "defaults/filter_1_cut");
    EXPECT_EQ (faultOfDefault ("filter_1_model", 8), "defaults/filter_1_model");
    EXPECT_EQ (faultOfDefault ("filter_1_model", 1.5), "defaults/filter_1_model");
    EXPECT_EQ (faultOfDefault ("filter_1_resonance", std::numeric_limits<double>::quiet_NaN()), "defaults/filter_1_resonance");
    EXPECT_EQ (faultOfDefault ("filter_1_resonance", std::numeric_limits<double>::infinity()), "defaults/filter_1_resonance");
    EXPECT_EQ (faultOfDefault ("filter_1_resonance", "much"), "defaults/filter_1_resonance");
    EXPECT_EQ (faultOfDefault ("modulation_1_amount", .5), "defaults/modulation_1_amount");
    EXPECT_EQ (faultOfDefault ("macro_control_1", .5), "defaults/macro_control_1");
    EXPECT_EQ (faultWith ("waves", Value::Parts { { "4", "saw" } }), "waves/4");
    EXPECT_EQ (faultWith ("waves", Value::Parts { { "1", "sawtooth" } }), "waves/1");
    EXPECT_EQ (faultWith ("lines", Value::Parts { { "9", "sine" } }), "lines/9");
    EXPECT_EQ (faultInSlot ("source", "lfo_9"), "slots/0/source");
    EXPECT_EQ (faultInSlot ("source", "macro_control_1"), "slots/0/source");
    EXPECT_EQ (faultInSlot ("destination", "filter_1_on"), "slots/0/destination");
    EXPECT_EQ (faultInSlot ("destination", "nowhere"), "slots/0/destination");
    EXPECT_EQ (faultInSlot ("amount", 1.1), "slots/0/amount");
    EXPECT_EQ (faultInSlot ("bipolar", 1), "slots/0/bipolar");
    EXPECT_EQ (faultWith ("slots", Value::List (25, Value::Parts {})), "slots");
}

TEST (MacroTemplate, saysWhatIsWrongWithItsRoles)
{
    EXPECT_EQ (faultWith ("roles", Value::List {}), "roles");
    EXPECT_EQ (faultInRole (0, "id", "movement"), "roles/0/id");
    EXPECT_EQ (faultInRole (0, "label", "Far too long a label"), "roles/0/label");
    EXPECT_EQ (faultInRole (1, "label", "Open"), "roles/1/label");
    EXPECT_EQ (faultInRole (0, "does", "Opens"), "roles/0/does");
    EXPECT_EQ (faultInRole (0, "initial", 1.01), "roles/0/initial");
    EXPECT_EQ (faultInRole (0, "targets", Value::List {}), "roles/0/targets");
    EXPECT_EQ (faultInRole (0, "targets", Value::List (7, Value::Parts {})), "roles/0/targets");
    EXPECT_EQ (faultInRole (0, "conflicts", Value::List { "treble" }), "roles/0/conflicts/0");
    EXPECT_EQ (faultInTarget (0, "control", "nothing"), "roles/0/targets/0/control");
    EXPECT_EQ (faultInTarget (0, "control", "filter_1_on"), "roles/0/targets/0/from") << "40 is no switch";
    EXPECT_EQ (faultInTarget (3, "control", "filter_1_style"), "roles/3/targets/0/to") << "18 is beyond its choices";
    EXPECT_EQ (faultInTarget (0, "from", 7), "roles/0/targets/0/from");
    EXPECT_EQ (faultInTarget (0, "to", 137), "roles/0/targets/0/to");
    EXPECT_EQ (faultInTarget (0, "to", 40), "roles/0/targets/0/to") << "no way to go";
    EXPECT_EQ (faultInTarget (0, "power", 11), "roles/0/targets/0/power");
    EXPECT_EQ (faultInTarget (0, "needs", Value::List { "osc_1_level" }), "roles/0/targets/0/needs/0");
}

TEST (MacroTemplate, findsWhatWouldBeSilent)
{
    EXPECT_EQ (faultOfDefault ("filter_1_on", 0), "slots/0/destination");
    EXPECT_EQ (faultOfDefault ("reverb_on", 0), "roles/2/targets/0/control");
    EXPECT_EQ (faultWith ("slots", Value::List {}), "roles/1/targets/0/control") << "the slot that the role deepens is gone";

    const auto noOscillator = faultAfter ([] (Value::Parts& parts) {
        auto& defaults = partsOf (parts["defaults"]);
        defaults["osc_1_on"] = defaults["osc_2_on"] = 0;
    });

    EXPECT_EQ (noOscillator.path, "defaults");

    const auto onlyWhatIsOff = faultAfter ([] (Value::Parts& parts) { std::get<Value::List> (item (parts, "roles", 2)["targets"].content).erase (std::get<Value::List> (item (parts, "roles", 2)["targets"].content).begin()); });
    EXPECT_EQ (onlyWhatIsOff.path, "roles/2/targets");
}

TEST (MacroTemplate, findsTwoThatMoveTheSame)
{
    EXPECT_EQ (faultInTarget (3, "control", "filter_1_cutoff"), "roles/3/targets/0/from") << "0 is below its range";
    EXPECT_EQ (faultAfter ([] (Value::Parts& parts) { item (parts, "roles", 3)["targets"] = item (parts, "roles", 0)["targets"]; }).path, "roles/3/targets/0/control");
    EXPECT_EQ (faultOfDefault ("filter_1_cutoff", 50), "roles/0/targets/0/control");
    EXPECT_EQ (faultInSlot ("destination", "modulation_1_amount"), "slots/0/destination") << "moves itself";
}

TEST (MacroTemplate, countsAtMostAHundredFaults)
{
    Value::Parts many;

    for (int i = 0; i < 500; ++i)
        many["nothing_" + std::to_string (i)] = i;

    EXPECT_EQ (readTemplate (Value::Parts { { "defaults", many } }).faults.size(), 100u);
}

//==============================================================================
TEST (MacroTemplate, becomesAPatchThatMayBePlayed)
{
    const auto patch = patchOf (fullTemplate());
    EXPECT_TRUE (faultsOf (patch).empty());
    EXPECT_EQ (patch.name, "Slow filter pad");
    EXPECT_EQ (patch.style, "Pad");
    EXPECT_EQ (patch.tags, (std::vector<std::string> { "pad", "warm", "analog" }));
    EXPECT_EQ (patch.wavetables[1], basicWave ("formants"));
    EXPECT_EQ (patch.lfos[0], basicLine ("sine"));
    EXPECT_EQ (patch.slots[0].source, PatchSource::lfo_1);
    EXPECT_FLOAT_EQ (patch.values[Control::modulation_2_amount], -.2f);
    EXPECT_TRUE (patch.values.isOn (Control::modulation_1_bipolar));
}

TEST (MacroTemplate, aKnobGoesFromItsFirstNumberToItsSecond)
{
    const auto patch = patchOf (fullTemplate());
    const auto slot = slotOn (patch, PatchSource::macro_control_1, Control::filter_1_cutoff);
    ASSERT_GE (slot, 0);
    EXPECT_FLOAT_EQ (patch.values[Control::filter_1_cutoff], 40);
    EXPECT_FLOAT_EQ (patch.values[member (Control::modulation_1_amount, slot)] * (136 - 8), 50);
    EXPECT_FLOAT_EQ (patch.values[member (Control::modulation_1_power, slot)], 2);
    EXPECT_FLOAT_EQ (patch.values[Control::macro_control_1], .5f);
    EXPECT_EQ (patch.macros[0].name, "Open");
    EXPECT_EQ (patch.macros[0].role, "brightness");

    const auto down = slotOn (patch, PatchSource::macro_control_5, Control::osc_2_level);
    ASSERT_GE (down, 0);
    EXPECT_FLOAT_EQ (patch.values[member (Control::modulation_1_amount, down)], -.7f);
    EXPECT_DOUBLE_EQ (patch.macros[4].value, .6);
}

TEST (MacroTemplate, whatNeedsASwitchThatIsOffIsNotConnected)
{
    auto made = fullTemplate();
    EXPECT_LT (slotOn (patchOf (made), PatchSource::macro_control_3, Control::delay_dry_wet), 0);
    EXPECT_FLOAT_EQ (patchOf (made).values[Control::delay_dry_wet], .2f) << "half-way, as its knob";
    made.defaults[Control::delay_on] = 1;
    EXPECT_GE (slotOn (patchOf (made), PatchSource::macro_control_3, Control::delay_dry_wet), 0);
}

TEST (MacroTemplate, aControlCountsOnlyWhereItsPartIsHeard)
{
    PatchSpec patch;
    const auto isHeard = [&] (Control control) { return counts (patch, { control, 0, 1, 0, {} }); };
    EXPECT_TRUE (isHeard (Control::osc_1_level));
    EXPECT_TRUE (isHeard (Control::env_1_attack));
    EXPECT_TRUE (isHeard (Control::portamento_time));
    EXPECT_FALSE (isHeard (Control::osc_2_level));
    EXPECT_FALSE (isHeard (Control::filter_fx_cutoff));
    EXPECT_FALSE (isHeard (Control::env_2_attack));
    EXPECT_FALSE (isHeard (Control::modulation_7_amount));
    patch.slots[6].source = PatchSource::env_2;
    patch.slots[6].destination = Control::osc_1_level;
    EXPECT_TRUE (isHeard (Control::env_2_attack));
    EXPECT_TRUE (isHeard (Control::modulation_7_amount));
    EXPECT_FALSE (isHeard (Control::env_3_attack));
}

TEST (MacroTemplate, aKnobIsNotConnectedWhereNoSlotIsEmpty)
{
    PatchSpec patch;

    for (auto& slot : patch.slots)
    {
        slot.source = PatchSource::velocity;
        slot.destination = Control::osc_1_level;
    }

    const auto before = patch;
    EXPECT_FALSE (connectMacro (patch, 0, { Control::osc_1_pan, -1, 1, 0, {} }));
    EXPECT_EQ (patch, before);
}

} // namespace athanor
