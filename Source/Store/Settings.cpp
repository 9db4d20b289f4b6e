// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Settings.h"

#include <array>

namespace athanor
{

namespace
{
constexpr std::array schema { "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT" };
} // namespace

Result<std::shared_ptr<Settings>> Settings::open (std::shared_ptr<Library> library)
{
    std::shared_ptr<Settings> settings (new Settings (std::move (library)));
    auto& database = settings->library->database();

    if (const auto ready = database.migrate ("settings", schema); ! ready)
        return ready.failure();

    const auto read = database.each ("SELECT name, value FROM setting", [&] (const ResultRow& row) {
        settings->values.emplace (row.text (0), row.value (1));
    });

    if (! read)
        return read.failure();

    return settings;
}

Value Settings::value (const std::string& name) const
{
    const auto found = values.find (name);
    return found != values.end() ? found->second : Value();
}

Result<Done> Settings::setValue (const std::string& name, const Value& value)
{
    auto& database = library->database();

    if (value.isNothing())
    {
        values.erase (name);
        return database.run ("DELETE FROM setting WHERE name = ?", name);
    }

    // Kept even when it cannot be written: then it holds until the program ends.
    values.insert_or_assign (name, value);
    return database.run ("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value);
}

} // namespace athanor
