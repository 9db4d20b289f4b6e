// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Project/Migrations.h"

#include "Model/Project.h"

#include <gtest/gtest.h>

#include <array>

namespace athanor
{

TEST (Migrations, leadFromEverySchemaToThePresentOne)
{
    for (auto schema = 1; schema <= Project::schemaVersion; ++schema)
    {
        Value::Parts project;
        EXPECT_EQ (migrate (project, schema, migrations()), Project::schemaVersion);
    }
}

TEST (Migrations, areAppliedInOrderFromWhereTheFileStands)
{
    constexpr std::array<Migration, 2> steps { { { 1, [] (Value::Parts& p) { p["trail"] = "1"; } },
                                                 { 2, [] (Value::Parts& p) { p["trail"] = *p["trail"].as<std::string>() + "2"; } } } };
    Value::Parts old, newer { { "trail", "x" } };
    EXPECT_EQ (migrate (old, 1, steps), 3);
    EXPECT_EQ (old["trail"], Value ("12"));
    EXPECT_EQ (migrate (newer, 2, steps), 3);
    EXPECT_EQ (newer["trail"], Value ("x2"));
}

} // namespace athanor
