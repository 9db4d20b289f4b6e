// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/VitalPlugin.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace athanor
{

TEST (VitalPlugin, numbersItsParametersByVersionAndName)
{
    EXPECT_EQ (vitalParameterIndex (Control::beats_per_minute), 0);
    EXPECT_EQ (vitalParameterIndex (Control::env_1_attack), 48);
    EXPECT_EQ (vitalParameterIndex (Control::filter_1_cutoff), 104);
    EXPECT_EQ (vitalParameterIndex (Control::macro_control_1), 211);
    EXPECT_EQ (vitalParameterId (Control::macro_control_1), 49618);
    EXPECT_EQ (vitalParameterId (Control::macro_control_4), 49621);
    EXPECT_EQ (vitalParameterId (Control::filter_1_cutoff), 48629);
    EXPECT_EQ (vitalParameterIndex (Control::view_spectrogram), controlCount - 1);

    std::set<int> indices, ids;

    for (int i = 0; i < controlCount; ++i)
    {
        indices.insert (vitalParameterIndex (static_cast<Control> (i)));
        ids.insert (vitalParameterId (static_cast<Control> (i)));
    }

    EXPECT_EQ (indices.size(), controlCount);
    EXPECT_EQ (ids.size(), controlCount);
    EXPECT_EQ (*indices.rbegin(), controlCount - 1);
}

TEST (VitalPlugin, callsAllParametersAsTheReferenceDoes)
{
    const auto shared = sharedFolder();

    if (! shared)
        GTEST_SKIP() << "no reference material here";

    std::ifstream file (*shared / "reference/vital_vst3_param_ids.tsv");
    int seen = 0;

    for (std::string line, index, id, name; std::getline (file, line);)
        if (std::istringstream cells (line); std::getline (cells, index, '\t') && std::getline (cells, id, '\t') && std::getline (cells, name, '\t') && name != "control")
        {
            const auto control = controlNamed (name);
            ASSERT_TRUE (control) << name;
            EXPECT_EQ (vitalParameterIndex (*control), std::stoi (index)) << name;
            EXPECT_EQ (vitalParameterId (*control), std::stoi (id)) << name;
            ++seen;
        }

    EXPECT_EQ (seen, controlCount);
}

TEST (VitalPlugin, keepsAPresetInItsState)
{
    const std::string preset = "{\"synth_version\":\"1.0.6\"}";
    const auto state = vitalState (preset);
    EXPECT_EQ (state.substr (0, 20), std::string ("VstW\0\0\0\x08\0\0\0\x01\0\0\0\0CcnK", 20));
    EXPECT_EQ (state.size(), 176 + preset.size() + 1 + 8 + 8 + 15);
    EXPECT_EQ (*presetOfVitalState (state), preset);
    EXPECT_EQ (*presetOfVitalState (preset), preset) << "as the plug-in takes it, too";

    for (std::size_t length = 0; length < state.size(); ++length)
        EXPECT_FALSE (presetOfVitalState (state.substr (0, length))) << length;

    EXPECT_FALSE (presetOfVitalState (std::string (500, 'x')));
}

} // namespace athanor
