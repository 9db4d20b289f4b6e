// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Project/ProjectFile.h"

#include "Formats/Json.h"
#include "Formats/Project/Migrations.h"
#include "Model/Change.h"
#include "Model/Sanitise.h"

namespace athanor
{

namespace
{
constexpr auto headerName = "athanor";
} // namespace

std::string formatProject (const Project& project)
{
    auto value = toValue (project);
    auto& parts = std::get<Value::Parts> (value.content);
    parts.insert_or_assign (headerName, Value::Parts { { "schema", Project::schemaVersion }, { "version", ATHANOR_VERSION } });
    return formatJson (value);
}

Result<Project> parseProjectAsWritten (std::string_view text)
{
    auto parsed = parseJson (text);

    if (! parsed)
        return Failure { "This project is damaged and was not opened; a backup of it may be in its folder.", parsed.failure().detail };

    const auto* header = parsed->part (headerName);
    const auto* schemaValue = header != nullptr ? header->part ("schema") : nullptr;
    const auto* schema = schemaValue != nullptr ? schemaValue->as<std::int64_t>() : nullptr;

    if (schema == nullptr || *schema < 1)
        return Failure { "This file is no Athanor project.", "no schema in the header" };

    const bool isNewer = *schema > Project::schemaVersion;
    auto parts = *parsed->as<Value::Parts>();
    parts.erase (headerName);

    if (! isNewer)
        migrate (parts, static_cast<int> (*schema), migrations());

    auto project = projectFrom (parts);

    if (! project && isNewer)
        return Failure { "This project was made with a newer Athanor; please update to open it.", project.failure().detail };

    return project;
}

Result<Project> parseProject (std::string_view text)
{
    const auto project = parseProjectAsWritten (text);

    if (! project)
        return project;

    auto good = *project;
    sanitise (good);
    return good;
}

} // namespace athanor
