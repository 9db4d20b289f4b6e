// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Cell.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Cell, isWrittenAsItStandsInAPattern)
{
    EXPECT_EQ (format (Cell {}), "--- ................ .. .. ..");
    EXPECT_EQ (format (Cell { 48, { 0x0123456789abcdef }, 0x40, 0, 0xFE, 0 }), "C-4 0123456789abcdef 40 00 FE");
    EXPECT_EQ (format (Cell { key::off, {}, 3, Cell::empty, Cell::empty, 'G' }), "OFF ................ 03 .. .. G");
}

TEST (Cell, isReadBackWhateverItHolds)
{
    std::vector<std::uint8_t> keys { key::off, key::cut, key::fade, key::none };

    for (std::uint8_t k = 0; k <= key::highest; ++k)
        keys.push_back (k);

    for (const auto k : keys)
        for (int byte = 0; byte < 256; ++byte)
        {
            const auto b = static_cast<std::uint8_t> (byte);
            const Cell cell { k, { mixBits (b) }, b, static_cast<std::uint8_t> (255 - b), b, b > ' ' && b < 127 ? b : std::uint8_t {} };
            EXPECT_EQ (parseCell (format (cell)), cell) << format (cell);
        }
}

TEST (Cell, isRefusedWhenAnyPartIsNot)
{
    for (const auto* text : { "", "C-4", "H-4 ................ .. .. ..", "C-A ................ .. .. ..", "C-4 ............... .. .. ...", "C-4 0123456789ABCDEF .. .. ..", "C-4 ................ 4g .. ..", "C-4 ................ .. .. .. ", "C-4 ................ .. .. ..  ", "c-4 ................ .. .. ..", "C-4 ................ .. .. 0a" })
        EXPECT_FALSE (parseCell (text)) << text;
}

TEST (Cell, isReadOnlyWithItsPartsApart)
{
    EXPECT_FALSE (parseCell ("C-4_................_..x..y.."));
    EXPECT_FALSE (parseCell ("C-4 ................ .. .. ..xG"));
}

TEST (Cell, isEmptyUntilAnythingStandsInIt)
{
    EXPECT_TRUE (Cell {}.isEmpty());
    EXPECT_FALSE ((Cell { key::none, {}, 0, Cell::empty, Cell::empty, 0 }).isEmpty());
}

TEST (Effect, isWrittenAsFourCharactersAndReadBack)
{
    EXPECT_EQ (format (Effect { '0', 'A', 0x37 }), "0A37");

    for (int byte = 0; byte < 256; ++byte)
    {
        const Effect effect { 'Z', 'T', static_cast<std::uint8_t> (byte) };
        EXPECT_EQ (parseEffect (format (effect)), effect);
    }

    for (const auto* text : { "", "0A3", "0A377", "0Ag7", " A37", "0\x7f"
                                                                  "37" })
        EXPECT_FALSE (parseEffect (text)) << text;
}

TEST (Key, hasOneNameForEachNoteFromC0ToB9)
{
    EXPECT_EQ (keyName (0), "C-0");
    EXPECT_EQ (keyName (key::highest), "B-9");
    EXPECT_EQ (keyName (49), "C#4");

    for (std::uint8_t k = 0; k <= key::highest; ++k)
        EXPECT_EQ (parseKey (keyName (k)), k);

    EXPECT_FALSE (parseKey ("C-"));
    EXPECT_FALSE (parseKey ("C-10"));
}

} // namespace athanor
