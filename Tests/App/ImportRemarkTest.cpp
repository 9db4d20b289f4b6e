// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/ImportRemark.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
using Kind = ImportRemark::Kind;
}

TEST (ImportRemark, isOfTheKindThatItsSentencesSay)
{
    EXPECT_EQ (kindOfRemark ("A filter envelope is not played.", "It is kept."), Kind::lost);
    EXPECT_EQ (kindOfRemark ("Pitch bends are left out.", "They have no place in a pattern yet."), Kind::lost);
    EXPECT_EQ (kindOfRemark ("A packed sample is silent.", "Its compression is not known here."), Kind::lost);
    EXPECT_EQ (kindOfRemark ("A surround channel plays in the middle.", "There is no surround here."), Kind::changed);
    EXPECT_EQ (kindOfRemark ("A note is too low for a pattern and sounds an octave higher.", ""), Kind::changed);
    EXPECT_EQ (kindOfRemark ("A sample breaks off.", "The file is damaged or was not copied whole."), Kind::damaged);
}

TEST (ImportRemark, isCopiedByKindWithWhereAndWhy)
{
    const std::vector<ImportRemark> remarks { { Kind::changed, "A surround channel plays in the middle.", "channel 4", "There is no surround here.", 1 },
                                              { Kind::lost, "Pitch bends are left out.", "", "", 12 } };

    EXPECT_EQ (textOf (remarks, "song.it"), "How Athanor read song.it\n"
                                            "\nNot heard\n- Pitch bends are left out. 12 times.\n"
                                            "\nNot quite the same\n- A surround channel plays in the middle. (channel 4) There is no surround here.\n");
}

} // namespace athanor
