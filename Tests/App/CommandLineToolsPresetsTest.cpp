// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/CommandLineTools.h"

#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (CommandLinePresets, listsThoseThatFitBestFirst)
{
    const TemporaryFolder folder;
    const EnvironmentVariable home ("ATHANOR_HOME", folder.path.string());
    const auto found = tools::presets ({ .words = "acid rain" });
    ASSERT_TRUE (found) << found.failure().message;
    EXPECT_EQ (found->text, "Bass\tAcid Rain by Athanor\n");
    ASSERT_NE (found->data.as<Value::List>(), nullptr);
    EXPECT_EQ (*found->data.as<Value::List>()->front().part ("name"), Value ("Acid Rain"));

    const auto bells = tools::presets ({ .category = "Bell" });
    ASSERT_TRUE (bells);
    EXPECT_GE (bells->data.as<Value::List>()->size(), 5u);
    EXPECT_TRUE (bells->text.starts_with ("Bell\t")) << "in the order of their names";
}

} // namespace athanor
