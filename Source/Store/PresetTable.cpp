// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/PresetTable.h"

#include <array>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::array schema {
    "CREATE TABLE preset (path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, name TEXT NOT NULL, author TEXT NOT NULL, "
    "comments TEXT NOT NULL, style TEXT NOT NULL, tags TEXT NOT NULL, problem TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE preset_folder (path TEXT PRIMARY KEY) STRICT;"
    "CREATE TABLE preset_sound (path TEXT PRIMARY KEY, version INTEGER NOT NULL, measures TEXT NOT NULL) STRICT, WITHOUT ROWID;"
};

std::vector<std::string> textsOf (const Value& value)
{
    std::vector<std::string> texts;

    if (const auto* list = value.as<Value::List>())
        for (const auto& one : *list)
            if (const auto* text = one.as<std::string>())
                texts.push_back (*text);

    return texts;
}

StoredSound numbersOf (const Value& value)
{
    StoredSound numbers;

    const auto* list = value.as<Value::List>();

    for (const auto& one : list != nullptr ? *list : Value::List())
    {
        const auto* whole = one.as<std::int64_t>();
        const auto* real = one.as<double>();
        numbers.push_back (whole != nullptr ? static_cast<double> (*whole) : real != nullptr ? *real
                                                                                             : 0);
    }

    return numbers;
}
} // namespace

Result<PresetTable> PresetTable::open (std::shared_ptr<Library> library)
{
    if (const auto ready = library->database().migrate ("presets", schema); ! ready)
        return ready.failure();

    return PresetTable (std::move (library));
}

std::vector<StoredPreset> PresetTable::all() const
{
    std::vector<StoredPreset> presets;

    static_cast<void> (shelf->database().each ("SELECT path, size, changed, name, author, comments, style, tags, problem FROM preset ORDER BY path", [&] (const ResultRow& row) {
        presets.push_back ({ row.text (0), row.integer (1), row.integer (2), row.text (3), row.text (4), row.text (5), row.text (6), textsOf (row.value (7)), row.text (8) });
    }));

    return presets;
}

Result<Done> PresetTable::put (std::span<const StoredPreset> presets)
{
    Transaction transaction (shelf->database());

    for (const auto& preset : presets)
    {
        const Value tags = Value::List (preset.tags.begin(), preset.tags.end());
        transaction.run ("DELETE FROM preset_sound WHERE path = ?1 AND NOT EXISTS (SELECT 1 FROM preset WHERE path = ?1 AND size = ?2 AND changed = ?3)", preset.file.string(), preset.size, preset.changed);
        transaction.run ("INSERT OR REPLACE INTO preset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", preset.file.string(), preset.size, preset.changed, preset.name, preset.author, preset.comments, preset.style, tags, preset.problem);
    }

    return transaction.commit();
}

Result<Done> PresetTable::forget (std::span<const fs::path> files)
{
    Transaction transaction (shelf->database());

    for (const auto& file : files)
    {
        transaction.run ("DELETE FROM preset WHERE path = ?", file.string());
        transaction.run ("DELETE FROM preset_sound WHERE path = ?", file.string());
    }

    return transaction.commit();
}

std::vector<fs::path> PresetTable::folders() const
{
    std::vector<fs::path> found;

    static_cast<void> (shelf->database().each ("SELECT path FROM preset_folder ORDER BY rowid", [&] (const ResultRow& row) { found.emplace_back (row.text (0)); }));
    return found;
}

Result<Done> PresetTable::setFolder (const fs::path& folder, bool isAdded)
{
    return shelf->database().run (isAdded ? "INSERT OR IGNORE INTO preset_folder VALUES (?)" : "DELETE FROM preset_folder WHERE path = ?", folder.string());
}

std::unordered_map<std::string, StoredSound> PresetTable::sounds (int version) const
{
    std::unordered_map<std::string, StoredSound> found;

    static_cast<void> (shelf->database().each (
        "SELECT path, measures FROM preset_sound WHERE version = ?", [&] (const ResultRow& row) { found.emplace (row.text (0), numbersOf (row.value (1))); }, version));
    return found;
}

Result<Done> PresetTable::putSound (const fs::path& file, int version, const StoredSound& measures)
{
    const Value numbers = Value::List (measures.begin(), measures.end());
    return shelf->database().run ("INSERT OR REPLACE INTO preset_sound VALUES (?, ?, ?)", file.string(), version, numbers);
}

std::vector<fs::path> PresetTable::unmeasured (int version, int most) const
{
    std::vector<fs::path> files;

    static_cast<void> (shelf->database().each (
        "SELECT path FROM preset WHERE problem = '' AND NOT EXISTS (SELECT 1 FROM preset_sound WHERE preset_sound.path = preset.path AND version = ?) ORDER BY path LIMIT ?",
        [&] (const ResultRow& row) { files.emplace_back (row.text (0)); }, version, most));
    return files;
}

} // namespace athanor
