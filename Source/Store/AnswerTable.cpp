// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/AnswerTable.h"

#include <array>

namespace athanor
{

namespace
{
// `turn` goes up with every use: no clock is needed to know what was used last.
constexpr std::array schema {
    "CREATE TABLE answer (question TEXT PRIMARY KEY, answer TEXT NOT NULL, turn INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE INDEX answer_turn ON answer (turn);"
};
} // namespace

Result<AnswerTable> AnswerTable::open (std::shared_ptr<Library> library, Limits limits)
{
    if (const auto ready = library->database().migrate ("answers", schema); ! ready)
        return ready.failure();

    return AnswerTable (std::move (library), limits);
}

std::optional<std::string> AnswerTable::find (const std::string& question) const
{
    std::optional<std::string> found;
    auto& database = shelf->database();

    static_cast<void> (database.each (
        "SELECT answer FROM answer WHERE question = ?", [&] (const ResultRow& row) { found = row.text (0); }, question));

    if (found)
        static_cast<void> (database.run ("UPDATE answer SET turn = (SELECT max (turn) FROM answer) + 1 WHERE question = ?", question));

    return found;
}

Result<Done> AnswerTable::put (const std::string& question, std::string_view answer)
{
    if (static_cast<std::int64_t> (answer.size()) > limits.bytes)
        return Done();

    Transaction transaction (shelf->database());
    transaction.run ("INSERT OR REPLACE INTO answer SELECT ?, ?, ifnull (max (turn), 0) + 1 FROM answer", question, answer);

    // The sums run from the last used on; all beyond the limits go.
    transaction.run ("DELETE FROM answer WHERE question IN (SELECT question FROM (SELECT question, count (*) OVER latest AS place, sum (length (CAST (answer AS BLOB))) OVER latest AS bytes "
                     "FROM answer WINDOW latest AS (ORDER BY turn DESC, question)) WHERE place > ? OR bytes > ?)",
                     limits.answers, limits.bytes);
    return transaction.commit();
}

Result<Done> AnswerTable::forgetAll() { return shelf->database().run ("DELETE FROM answer"); }

} // namespace athanor
