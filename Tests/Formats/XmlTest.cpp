// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Xml.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Xml, comesBackAsItWas)
{
    XmlElement root { "Root", { { "Value", "a < b & \"c\" > 'd'\n\te" } } };
    root.add ({ "Empty" });
    root.add ({ "Text", {}, {}, "<&>" });
    root.add ({ "Deep" }).add ({ "Deeper.0", { { "Id", "0" } } });
    const auto text = formatXml (root);
    const auto read = readXml (text);
    ASSERT_TRUE (read) << read.failure().detail;
    EXPECT_EQ (*read, root);
    EXPECT_EQ (formatXml (*read), text);
    ASSERT_NE (read->find ("Deep/Deeper.0"), nullptr);
    EXPECT_EQ (read->find ("Deep/Other"), nullptr);
}

TEST (Xml, leavesOutWhatCannotStandInIt)
{
    const std::string bad ("a\0\x01"
                           "b\xff\xef\xbf\xbf",
                           8);
    const auto read = readXml (formatXml ({ "T", { { "V", bad } } }));
    ASSERT_TRUE (read);
    EXPECT_EQ (*read->attribute ("V"), "ab\xef\xbf\xbd");
}

TEST (Xml, refusesWhatIsNone)
{
    for (const auto* text : { "", "x", "<", "<a", "<a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a b=c/>", "<a b=\"1\" b=\"2\"/>", "<a>&lol;</a>", "<a>&#0;</a>", "<a>&#x110000;</a>",
                              "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<a b=\"<\"/>", "<a>\x01</a>", "<a b=\"1\"c=\"2\"/>", "<a>\xff</a>", "<a><!-- </a>", "<1/>" })
        EXPECT_FALSE (readXml (text)) << text;

    std::string deep;

    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";

    EXPECT_FALSE (readXml (deep)) << "and does not fall through the stack";
    EXPECT_TRUE (readXml ("<?xml version=\"1.0\"?>\n<!-- hello -->\n<a b='1'>&lt;&#65;&#x42;</a>\n"));
}

} // namespace athanor
