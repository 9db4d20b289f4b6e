// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real X server whose layout is changed while it runs.
#include "Support/Servers.h"
#include "Ui/Kit/PhysicalKeys.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{

class PhysicalKeysX11 : public testing::Test
{
protected:
    void SetUp() override
    {
        if (! display.isRunning())
            GTEST_SKIP() << "no virtual display";

        if (Process ({ "setxkbmap", "-version" }).wait (std::chrono::seconds (5)) > 1)
            GTEST_SKIP() << "no setxkbmap";
    }

    static bool setLayout (const std::string& name, const std::string& variant = "")
    {
        return Process ({ "setxkbmap", "-layout", name, "-variant", variant }).wait (std::chrono::seconds (10)) == 0;
    }

    VirtualDisplay display { 640, 480 };
};

} // namespace

TEST_F (PhysicalKeysX11, sayWhatTheKeyboardOfTheSystemHasAfterEachChange)
{
    struct Case
    {
        const char *layout, *variant;
        char32_t character;
        char place;
    };

    for (auto& [layout, variant, character, place] : { Case { "fr", "", U'a', 'q' }, { "fr", "", U'\u00e9', '2' }, { "de", "", U'y', 'z' }, { "de", "", U'\u00f6', ';' }, { "us", "dvorak", U';', 'z' }, { "us", "colemak", U'f', 'e' }, { "ru", "", U'\u044f', 'z' }, { "gr", "", U'\u03b6', 'z' }, { "cz", "qwerty", U'\u011b', '2' }, { "us", "", U'z', 'z' } })
    {
        ASSERT_TRUE (setLayout (layout, variant)) << layout;
        const auto keys = queryPhysicalKeys();
        ASSERT_TRUE (keys) << layout;
        EXPECT_EQ (keys->placeOf (character), place) << layout << " " << variant;
    }
}

TEST_F (PhysicalKeysX11, agreeWithTheLayoutsWeKnowByHeart)
{
    for (auto [layout, variant, name] : { std::tuple { "us", "", "QWERTY (US)" }, { "gb", "", "QWERTY (UK)" }, { "de", "", "QWERTZ" }, { "fr", "", "AZERTY" }, { "us", "dvorak", "Dvorak" }, { "us", "colemak", "Colemak" } })
    {
        ASSERT_TRUE (setLayout (layout, variant));
        const auto keys = queryPhysicalKeys();
        ASSERT_TRUE (keys);

        const auto known = std::find_if (knownLayouts().begin(), knownLayouts().end(), [&] (auto& one) { return one.name == name; });
        ASSERT_NE (known, knownLayouts().end());

        for (std::size_t i = 0; i < KeyboardLayout::places.size(); ++i)
            if (known->plain[i] != 0)
                EXPECT_EQ (keys->characterAt (KeyboardLayout::places[i]), known->plain[i]) << name << " at " << KeyboardLayout::places[i];
    }
}

TEST_F (PhysicalKeysX11, useAllLayoutsOfAKeyboardThatHasSeveral)
{
    ASSERT_TRUE (setLayout ("us,ru"));
    const auto keys = queryPhysicalKeys();
    ASSERT_TRUE (keys);
    EXPECT_EQ (keys->placeOf (U'z'), 'z');
    EXPECT_EQ (keys->placeOf (U'\u044f'), 'z');
}

TEST (PhysicalKeysWithoutX, sayNothing)
{
    const EnvironmentVariable none ("DISPLAY", "");
    EXPECT_FALSE (queryPhysicalKeys());
}

} // namespace athanor
