// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Settings.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
constexpr Setting<double> scale { "window.scale", 1.0 };
constexpr Setting<bool> metronome { "transport.metronome", false };
constexpr Setting<int> octave { "keys.octave", 4 };
constexpr Setting<const char*> theme { "window.theme", "dark" };

std::shared_ptr<Settings> settingsIn (const TemporaryFolder& folder)
{
    return *Settings::open (*Library::open (folder.path / "library.sqlite"));
}
} // namespace

TEST (Settings, areInitialUntilTheyAreChosen)
{
    const TemporaryFolder folder;
    const auto settings = settingsIn (folder);
    EXPECT_EQ (settings->get (scale), 1.0);
    EXPECT_EQ (settings->get (metronome), false);
    EXPECT_EQ (settings->get (octave), 4);
    EXPECT_EQ (settings->get (theme), "dark");
}

TEST (Settings, areRememberedByTheNextProgram)
{
    const TemporaryFolder folder;
    {
        const auto settings = settingsIn (folder);
        ASSERT_TRUE (settings->set (scale, 1.5));
        ASSERT_TRUE (settings->set (metronome, true));
        ASSERT_TRUE (settings->set (octave, 5));
        ASSERT_TRUE (settings->set (theme, "light"));
        ASSERT_TRUE (settings->setValue ("shortcuts", Value::Parts { { "edit.undo", "ctrl + Z" } }));
        EXPECT_EQ (settings->get (theme), "light");
    }

    const auto settings = settingsIn (folder);
    EXPECT_EQ (settings->get (scale), 1.5);
    EXPECT_EQ (settings->get (metronome), true);
    EXPECT_EQ (settings->get (octave), 5);
    EXPECT_EQ (settings->get (theme), "light");
    EXPECT_EQ (settings->value ("shortcuts"), Value (Value::Parts { { "edit.undo", "ctrl + Z" } }));
}

TEST (Settings, areInitialAgainWhenTheyAreForgottenOrOfAnotherKind)
{
    const TemporaryFolder folder;
    const auto settings = settingsIn (folder);
    ASSERT_TRUE (settings->set (octave, 7));
    ASSERT_TRUE (settings->setValue (octave.name, Value()));
    EXPECT_EQ (settings->get (octave), 4);

    ASSERT_TRUE (settings->setValue (scale.name, "large"));
    EXPECT_EQ (settings->get (scale), 1.0);
    ASSERT_TRUE (settings->setValue (scale.name, 2));
    EXPECT_EQ (settings->get (scale), 2.0) << "a whole number is a number";
}

} // namespace athanor
